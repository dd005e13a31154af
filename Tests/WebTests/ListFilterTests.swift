import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: lists by veterinarian, commune and holding; retests beside the interventions")
struct ListFilterTests {
    private static let documents = WebCampaign.path + "/documents"

    private static func day(_ text: String) throws -> SQLValue { .day(try #require(Day(text))) }

    /// Three herds: the second with a veterinarian of its own in another commune, the third closed.
    private func run(_ engine: Engine, _ body: @escaping @Sendable (WebScene, [String]) async throws -> Void)
        async throws
    {
        try await WebCampaign.run(engine, herds: 3) { scene, _ in
            let numbers = try await scene.installation.database.write { connection in
                let fixture = Fixture(connection, from: 9000)
                let vet = try fixture.insert("veterinarian", ["order_number": "12345", "name": "Dr Fictif"])
                let second = "(SELECT id FROM holding WHERE number = '99000002')"
                try connection.execute(
                    """
                    UPDATE intervention SET veterinarian_id = ?, planned_on = ?
                    WHERE herd_id = (SELECT id FROM herd WHERE holding_id = \(second))
                    """, [.int(vet), try Self.day("2020-10-20")])
                try connection.execute("UPDATE holding SET insee = '63002' WHERE number = '99000002'")
                try connection.execute(
                    """
                    UPDATE herd SET closed_on = ?
                    WHERE holding_id = (SELECT id FROM holding WHERE number = '99000003')
                    """, [try Self.day("2021-02-01")])
                return try connection.all("SELECT number FROM intervention ORDER BY number", []) { $0.text(0) }
            }
            try await body(scene, numbers)
        }
    }

    private func shown(_ text: String, _ numbers: [String]) -> [String] {
        numbers.filter { text.contains("<th scope=\"row\"><a href=\"/interventions/\($0)\"") }
    }

    @Test("PRO-154: documents of one veterinarian, commune or holding, in an order", arguments: Engine.allCases)
    func filters(engine: Engine) async throws {
        try await run(engine) { scene, numbers in
            var browser = try await scene.browser(.inspector)
            let cases: [(String, [String])] = [
                ("", numbers), ("veterinaire=12345", [numbers[1]]), ("veterinaire=99", []),
                ("commune=63002", [numbers[1]]), ("exploitation=99000003", [numbers[2]]),
                ("exploitation=99%20000001", [numbers[0]]), ("exploitation=99", numbers),
                ("commune=63113&veterinaire=12345", []), ("etat=draft&commune=63002", []),
            ]
            for (query, expected) in cases {
                try await browser.get(Self.documents + "?" + query)
                #expect(shown(browser.text, numbers) == expected, "\(query)")
            }
            for order in DocumentOrder.allCases {
                try await browser.get(Self.documents + "?tri=\(order.rawValue)")
                #expect(shown(browser.text, numbers) == numbers, "\(order)")
            }
            try await browser.get(Self.documents + "?tri=planned")
            let places = numbers.compactMap { browser.text.firstRange(of: "/interventions/\($0)\"")?.lowerBound }
            #expect(places.count == 3 && places[1] < places[0], "a planned one comes before those without a day")
            for wrong in ["etat=peut-etre", "tri=prix"] {
                try await browser.get(Self.documents + "?" + wrong)
                #expect(browser.status == .badRequest, "\(wrong)")
            }
        }
    }

    @Test("page after page in every order, no document twice and none left out", arguments: Engine.allCases)
    func pages(engine: Engine) async throws {
        try await run(engine) { scene, numbers in
            for order in DocumentOrder.allCases {
                var filter = DocumentListFilter()
                filter.order = order
                var seen: [String] = []
                repeat {
                    let asked = filter
                    let page = try await scene.installation.database.read { connection in
                        try connection.documentLines(
                            campaign: WebCampaign.selector.find(in: connection).id, asked, limit: 1)
                    }
                    seen += page.map(\.number)
                    filter.after = page.last.map { .init(key: $0.key, number: $0.number) }
                } while filter.after != nil && seen.count <= numbers.count
                #expect(seen.sorted() == numbers, "\(order)")
            }
        }
    }

    @Test("all of a filtered list means those that are shown, not the whole stage", arguments: Engine.allCases)
    func wholeOfFiltered(engine: Engine) async throws {
        try await run(engine) { scene, numbers in
            try await scene.installation.database.write { try $0.execute("UPDATE edition SET state = 'draft'") }
            var browser = try await scene.browser(.inspector)
            let list = "etat=draft&commune=63002"
            try await browser.get(Self.documents + "?" + list)
            #expect(browser.text.contains("/documents/lot?\(list.replacing("&", with: "&amp;"))"))
            try await browser.submit(Self.documents + "/lot?" + list, [("acte", "validate"), ("toutes", "1")])
            let states = try await scene.installation.database.read { connection in
                try connection.all(
                    """
                    SELECT i.number, e.state FROM edition e JOIN intervention i ON i.id = e.intervention_id
                    WHERE e.state <> 'draft'
                    """, []
                ) { $0.text(0) }
            }
            #expect(Set(states).isSubset(of: [numbers[1]]))
            try await browser.get(Self.documents + "?etat=draft&veterinaire=99")
            try await browser.submit(
                Self.documents + "/lot?etat=draft&veterinaire=99", [("acte", "validate"), ("toutes", "1")])
            #expect(browser.status == .unprocessableContent, "nothing is shown: nothing is meant")
        }
    }

    @Test("PRO-284: a closed herd asks for no animal, and leads to the decision", arguments: Engine.allCases)
    func gone(engine: Engine) async throws {
        try await run(engine) { scene, numbers in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.documents + "?exploitation=99000003")
            #expect(browser.text.contains("atelier fermé le 01/02/2021"))
            #expect(browser.text.contains("/interventions/\(numbers[2])#non-realisation"))
            try await browser.get(Self.documents + "?exploitation=99000001")
            #expect(browser.text.contains("data-title=\"Bovins\">12") && !browser.text.contains("#non-realisation"))
        }
    }

    @Test("PRO-263: retests stand beside the interventions, marked, counted nowhere, linked both ways")
    func retests() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            let retest = try await scene.installation.database.write { connection in
                let fixture = Fixture(connection, from: 9000)
                let herd = try connection.count("SELECT herd_id FROM intervention")
                let id = try fixture.intervention(
                    in: campaign.campaign, of: Int64(herd), kind: "retest", parent: campaign.intervention)
                try fixture.insert(
                    "retest",
                    [
                        "campaign_id": .int(campaign.campaign), "intervention_id": .int(campaign.intervention),
                        "ordered_on": "2021-02-01", "retest_intervention_id": .int(id), "decided_by": "authority",
                        "matrix": "blood", "state": "ordered",
                    ])
                return try connection.first("SELECT number FROM intervention WHERE id = ?", [.int(id)]) { $0.text(0) }
            }
            let number = try #require(retest)
            let path = WebCampaign.path + "/suivi"
            var browser = try await scene.browser(.inspector)
            try await browser.get(path)
            #expect(shown(browser.text, [campaign.number, number]) == [campaign.number])
            #expect(browser.text.contains("genre=recontroles") && browser.text.contains("id=\"lot\""))
            try await browser.get(path + "?genre=recontroles")
            #expect(shown(browser.text, [campaign.number, number]) == [number])
            #expect(!browser.text.contains("id=\"lot\""), "evaluations are the first intervention's")
            try await browser.get(path + "?genre=hors-campagne")
            #expect(shown(browser.text, [campaign.number, number]).isEmpty)
            try await browser.get("/interventions/\(campaign.number)")
            #expect(browser.text.contains("<a href=\"/interventions/\(number)\">"))
            try await browser.get("/interventions/\(number)")
            #expect(browser.text.contains("<a href=\"/interventions/\(campaign.number)\">"))
        }
    }
}
