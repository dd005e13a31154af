import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: the end of a campaign in the browser") struct ClosingPagesTests {
    private static let path = WebCampaign.path + "/cloture"
    private static let day = 86_400

    @Test(
        "PRO-280, AMB-25: closed when its time has come, with a reason for what remains; a stale page is told",
        arguments: Engine.allCases)
    func closes(engine: Engine) async throws {
        try await WebCampaign.run(engine, herds: 2) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            #expect(browser.text.contains("30/05/2021") && !browser.text.contains("action=\"\(Self.path)\""))
            try await browser.submit(Self.path, [("reste", "2"), ("sur", "1"), ("motif", "Trop tôt")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("30/05/2021"))
            scene.clock.advance(105 * Self.day)
            browser = try await scene.browser(.inspector)
            try await browser.get("/")
            #expect(browser.text.contains("href=\"\(Self.path)\"") && browser.text.contains("Clôture à prononcer"))
            try await browser.get(Self.path)
            #expect(browser.text.contains("<strong>2</strong> à évaluer"))
            #expect(browser.text.contains("/interventions/\(campaign.number)"))
            try await browser.submit(Self.path, [("reste", "2"), ("motif", "Éleveur introuvable")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("Il manque : la case"))
            try await browser.submit(Self.path, [("reste", "5"), ("sur", "1"), ("motif", "Éleveur introuvable")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("a changé entre-temps"))
            try await browser.submit(Self.path, [("reste", "2"), ("sur", "1")])
            #expect(browser.status == .unprocessableContent, "what remains wants its reason")
            try await browser.submit(Self.path, [("reste", "2"), ("sur", "1"), ("motif", "Éleveur introuvable")])
            let done = try #require(browser.location)
            try await browser.get(done)
            #expect(browser.text.contains("La campagne est close.") && !browser.text.contains("name=\"sur\""))
            try await browser.submit(Self.path, [("reste", "2"), ("sur", "1"), ("motif", "Encore")])
            #expect(browser.status == .unprocessableContent)
        }
    }

    @Test(
        "PRO-281: after 15 September the national authority alone closes, with its reason", arguments: Engine.allCases)
    func forces(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var nation = try await scene.browser(.nationalAuthority)
            try await nation.get(Self.path)
            #expect(nation.status == .ok && !nation.text.contains(Self.path + "/office"))
            scene.clock.advance(220 * Self.day)
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(Self.path)
            #expect(!inspector.text.contains(Self.path + "/office"))
            try await inspector.submit(Self.path + "/office", [("reste", "1"), ("sur", "1"), ("motif", "x")])
            #expect(inspector.status == .forbidden)
            nation = try await scene.browser(.nationalAuthority)
            try await nation.get("/")
            #expect(nation.text.contains("possible d&#39;office") || nation.text.contains("possible d'office"))
            try await nation.get(Self.path)
            try await nation.submit(Self.path + "/office", [("reste", "1"), ("sur", "1"), ("motif", " ")])
            #expect(nation.status == .unprocessableContent)
            try await nation.submit(Self.path + "/office", [("reste", "1"), ("sur", "1"), ("motif", "Sans réponse")])
            #expect(nation.status == .seeOther)
            let stored = try await scene.installation.database.read { connection in
                try connection.first("SELECT state, closing_reason FROM campaign", []) { "\($0.text(0)) \($0.text(1))" }
            }
            #expect(stored == "closed clôture d'office : Sans réponse")
        }
    }

    @Test("PRO-284: non-completions by batch; what was treated meanwhile is told", arguments: Engine.allCases)
    func decides(engine: Engine) async throws {
        try await WebCampaign.run(engine, herds: 2) { scene, campaign in
            try await scene.installation.database.write { connection in
                for table in ["blood_result", "visit", "requested_animal"] {
                    try connection.execute(
                        "DELETE FROM \(table) WHERE intervention_id = ?", [.int(campaign.intervention)])
                }
                try connection.execute(
                    "UPDATE edition SET state = 'cancelled' WHERE intervention_id = ?", [.int(campaign.intervention)])
            }
            _ = try await RecomputeStatus(selector: WebCampaign.selector, extent: .all)
                .perform(scene.context(.inspector))
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            #expect(browser.text.contains("ni triées ni supprimées"))
            let form = Self.path + "/non-realisations"
            try await browser.submit(form, [("code", "DECNR_PBE"), ("motif", "Vu sur place")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("coch"))
            #expect(browser.text.contains("value=\"DECNR_PBE\" selected"))
            #expect(browser.text.contains("value=\"Vu sur place\""))
            try await browser.submit(form, [("code", "DECNR_AA"), ("choix", campaign.number)])
            let done = try #require(browser.location)
            try await browser.get(done)
            #expect(browser.text.contains("enregistrée pour 1 intervention"))
            try await browser.submit(form, [("code", "DECNR_AA"), ("choix", campaign.number)])
            #expect(browser.status == .unprocessableContent && browser.text.contains("entre-temps"))
            var region = try await scene.browser(.delegateRegion)
            try await region.get(Self.path)
            #expect(region.status == .ok && !region.text.contains(form))
            try await region.submit(form, [("code", "DECNR_AA"), ("choix", campaign.number)])
            #expect(region.status == .forbidden)
        }
    }

    @Test("PRO-286: the report as PDF, CSV and Markdown, with remarks", arguments: Engine.allCases)
    func balance(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var browser = try await scene.browser(.nationalAuthority)
            for (file, start) in [("bilan.pdf", "%PDF"), ("bilan.csv", "rubrique;"), ("bilan.md", "# Bilan")] {
                try await browser.get(Self.path + "/bilan/" + file)
                #expect(browser.text.hasPrefix(start), Comment(rawValue: file))
            }
            try await browser.get(Self.path + "/bilan/autre.pdf")
            #expect(browser.status == .notFound)
            try await browser.get(Self.path)
            try await browser.submit(Self.path + "/bilan", [("remarques", "Bonne campagne\nHiver long")])
            #expect(browser.text.hasPrefix("%PDF"))
        }
    }
}
