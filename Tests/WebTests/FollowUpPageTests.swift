import HTTPTypes
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: the follow-up, its pages and its batches") struct FollowUpPageTests {
    private static let path = WebCampaign.path + "/suivi"

    /// The values of the boxes of the last page.
    private static func picks(_ browser: WebBrowser) -> [String] {
        browser.text.split(separator: "name=\"choix\" value=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    @Test("PRO-221: filters, columns and order stand in the address", arguments: Engine.allCases)
    func filters(engine: Engine) async throws {
        try await WebCampaign.run(engine, herds: 3) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            #expect(Self.picks(browser).count == 3)
            for (query, count) in [
                ("statut=SA&maladie=BRU", 3), ("statut=AS", 0), ("exploitation=99000002", 1), ("exploitation=99", 3),
                ("commune=63113", 3), ("commune=00000", 0), ("non-negatif=1", 0), ("plan-demande=1&maladie=TUB", 0),
                ("niveau=2", 0), ("sans-evaluation=1", 3),
            ] {
                try await browser.get("\(Self.path)?\(query)")
                #expect(browser.status == .ok)
                #expect(browser.text.matches("/interventions/99").count == count, Comment(rawValue: query))
            }
            try await browser.get("\(Self.path)?colonnes=taux,jours")
            #expect(browser.text.contains("BRU (100,0 %)") && browser.text.contains("105"))
        }
    }

    @Test("the lines come as CSV and as a workbook, with the filters of the page")
    func files() async throws {
        try await WebCampaign.run(.sqlite, herds: 3, name: "=SUM(A1)") { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path + ".csv?exploitation=99000002")
            #expect(browser.text.split(separator: "\n").count == 2 && browser.text.contains("'=SUM(A1)"))
            try await browser.get(Self.path + ".xlsx?exploitation=99000002")
            #expect(browser.last?.headers[.contentDisposition] == "attachment; filename=\"suivi-63-2021.xlsx\"")
            #expect(browser.last.map { Array(buffer: $0.body).prefix(2) == [0x50, 0x4B] } == true)
        }
    }

    @Test("hostile names are shown in the table, not executed")
    func hostile() async throws {
        try await WebCampaign.run(.sqlite, name: "<script>alert('x')</script>\"") { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            #expect(browser.text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;"))
            #expect(!browser.text.contains("<script>alert"))
        }
    }

    @Test("each order walks all lines once, page by page", arguments: Engine.allCases, FollowUpOrders.all.map(\.name))
    func orders(engine: Engine, order: String) async throws {
        try await WebCampaign.run(engine, herds: 5) { scene, _ in
            var filter = FollowUpFilter()
            filter.order = try #require(FollowUpOrders.named(order))
            filter.limit = 2
            var seen: [String] = []
            for _ in 0..<4 {
                let page = try await ListFollowUp(campaign: WebCampaign.selector, filter: filter)
                    .perform(scene.context(.inspector))
                seen += page.rows.map(\.number)
                guard let next = page.next else { break }
                filter.after = FollowUpOrder.Cursor(text: next.text)
            }
            #expect(seen.count == 5 && Set(seen).count == 5)
        }
    }

    @Test(
        "PRO-239, PRO-249, PRO-272: ticked lines are evaluated, PM leaves a disease, reports are issued and taken back",
        arguments: Engine.allCases)
    func batch(engine: Engine) async throws {
        try await WebCampaign.run(engine, herds: 3) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            let picks = Self.picks(browser)
            let seen = try #require(browser.value(of: "vu"))
            func send(_ act: String, _ fields: [(String, String)], _ picks: [String]) async throws {
                try await browser.send(
                    fields: [("vu", seen)] + picks.map { ("choix", $0) } + fields, to: "\(Self.path)/lot/\(act)")
            }
            try await send("evaluation", [("valeur-BRU", "A"), ("valeur-LEU", "")], Array(picks.prefix(2)))
            #expect(browser.status == .ok && browser.text.contains("Interventions évaluées : 2"))
            let values = try await scene.installation.database.read { connection in
                try connection.all("SELECT disease || ' ' || value FROM evaluation ORDER BY 1") { $0.text(0) }
            }
            #expect(values == ["BRU A", "BRU A"])
            // The boxes of the first page are of the past now.
            try await send("evaluation", [("valeur-BRU", "B"), ("commentaire-BRU", "x")], [picks[0]])
            #expect(browser.status == .unprocessableContent && browser.text.contains("a changé depuis"))
            try await send("evaluation", [("valeur-LEU", "A")], Array(Self.picks(browser).prefix(2)))
            #expect(browser.status == .ok)
            try await send("rapports", [("commentaire", "Pour tous")], Self.picks(browser))
            #expect(browser.text.contains("A – conforme : 2"))
            try await browser.get(Self.path + "?niveau=2")
            let reported = Self.picks(browser)
            #expect(reported.count == 2)
            try await send("invalidation", [("motif", "")], reported)
            let undone = try await scene.installation.database.read { connection in
                try connection.count("SELECT count(*) FROM inspection_report WHERE invalidated_on IS NOT NULL")
            }
            #expect(undone == 0 && browser.text.contains("class=\"notice refused\""))
            try await browser.get(Self.path + "?niveau=2")
            try await send("invalidation", [("motif", "Erreur de saisie")], reported)
            #expect(browser.text.contains("Rapports invalidés : 2"))
        }
    }

    @Test("a refused batch stands open again with its ticks and what was typed", arguments: Engine.allCases)
    func refusedBatch(engine: Engine) async throws {
        try await WebCampaign.run(engine, herds: 2) { scene, _ in
            var browser = try await scene.browser(.inspector)
            for (deed, field, title) in [
                ("evaluation", ("commentaire-BRU", "Sans valeur"), "Évaluer les interventions cochées"),
                ("rapports", ("realisee", "hier"), "Émettre les rapports des interventions cochées"),
            ] {
                try await browser.get(Self.path)
                let pick = try #require(Self.picks(browser).last)
                try await browser.submit(
                    Self.path + "/lot/" + deed, [field, ("commentaire", "Pour tous"), ("choix", pick)])
                #expect(browser.status == .unprocessableContent, Comment(rawValue: deed))
                #expect(browser.text.contains("open><summary>\(title)"), Comment(rawValue: deed))
                #expect(browser.text.ranges(of: "open><summary>").count == 1, Comment(rawValue: deed))
                #expect(browser.text.contains(">Pour tous</textarea>"), Comment(rawValue: deed))
                #expect(browser.text.ranges(of: "\" checked></td>").count == 1, Comment(rawValue: deed))
            }
        }
    }

    @Test(
        "nothing ticked, hostile boxes and doubled ones change nothing they should not",
        arguments: [
            [], ["990000000000|x|"], ["<script>"], ["' OR 1=1|x|y"],
        ])
    func wrongPicks(_ picks: [String]) async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            let fields = [("vu", "2021-02-15T08:00:00Z"), ("valeur-BRU", "A")] + picks.map { ("choix", $0) }
            try await browser.send(fields: fields, to: Self.path + "/lot/evaluation")
            #expect(browser.status == .unprocessableContent || browser.status == .notFound)
            #expect(!browser.text.contains("<script>alert"))
            let count = try await scene.installation.database.read { try $0.count("SELECT count(*) FROM evaluation") }
            #expect(count == 0)
        }
    }

    @Test("views are kept by account, replaced, forgotten, and hold nothing hostile", arguments: Engine.allCases)
    func views(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            try await browser.post(Self.path + "/vues", ["nom": "Mes <b>SA</b>", "requete": "niveau=1&statut=SA"])
            #expect(browser.status == .seeOther)
            try await browser.get(Self.path)
            #expect(browser.text.contains("Mes &lt;b&gt;SA&lt;/b&gt;") && browser.text.contains("statut=SA"))
            try await browser.post(Self.path + "/vues", ["nom": "x", "requete": "\"><script>"])
            #expect(browser.status == .badRequest)
            try await browser.get(Self.path)
            try await browser.post(Self.path + "/vues", ["nom": " ", "requete": "niveau=1"])
            #expect(browser.status == .unprocessableContent)
            var other = try await scene.browser(.authority)
            try await other.get(Self.path)
            #expect(!other.text.contains("Mes &lt;b&gt;"))
            try await browser.post(Self.path + "/vues/supprimer", ["nom": "Mes <b>SA</b>", "requete": ""])
            #expect(browser.status == .seeOther)
        }
    }

    @Test("a foreign campaign answers like a missing one, to reading and to writing")
    func foreign() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            var browser = try await scene.browser(.inspector)
            for page in ["suivi", "suivi.csv", "travail/alerts", "courriers", ""] {
                try await browser.get("/campagnes/15/2021/\(page)")
                #expect(browser.status == .notFound, Comment(rawValue: page))
                try await browser.get("/campagnes/63/1999/\(page)")
                #expect(browser.status == .notFound, Comment(rawValue: page))
            }
            try await browser.get(Self.path)
            let pick = Self.picks(browser)[0]
            try await browser.send(
                fields: [("vu", "x"), ("choix", pick), ("valeur-BRU", "A")],
                to: "/campagnes/15/2021/suivi/lot/evaluation")
            #expect(browser.status == .notFound)
        }
    }
}

extension String {
    fileprivate func matches(_ text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var rest = self[...]
        while let range = rest.firstRange(of: "href=\"" + text) {
            found.append(range)
            rest = rest[range.upperBound...]
        }
        return found
    }
}
