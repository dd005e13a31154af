import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3: herds join and leave a campaign, its lists go out") struct CampaignHerdsTests {
    private static let path = WebCampaign.path + "/ateliers"

    /// The intervention has given nothing yet.
    private func untouched(_ scene: WebScene, _ campaign: WebCampaign) async throws {
        try await scene.installation.database.write { connection in
            for table in ["blood_result", "visit", "requested_animal", "edition"] {
                try connection.execute(
                    "DELETE FROM \(table) WHERE intervention_id = ?", [.int(campaign.intervention)])
            }
            try connection.execute(
                """
                INSERT INTO screening (herd_id, disease, interval_years, phase, department)
                SELECT id, 'BRU', 1, 0, department FROM herd
                """)
        }
    }

    @Test("PRO-76, PRO-84: withdrawn with its reason, added again under its number", arguments: Engine.allCases)
    func leavesAndJoins(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            let withdrawal = [("formulaire", "retrait"), ("intervention", campaign.number)]
            try await browser.submit(Self.path + "/retrait", withdrawal + [("motif", "Doublon")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("retrait-intervention-aide"))
            try await untouched(scene, campaign)
            try await browser.submit(Self.path + "/retrait", withdrawal + [("motif", "")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("id=\"retrait-motif-aide\""))
            try await browser.submit(Self.path + "/retrait", withdrawal + [("motif", "Doublon")])
            #expect(browser.location == "/interventions/\(campaign.number)?fait=herdWithdrawn")
            try await browser.get("/elevages/99000001/A")
            #expect(browser.text.contains("\(Self.path)?atelier=99000001%2FA"))
            try await browser.get(Self.path + "?atelier=99000001%2FA")
            #expect(browser.text.contains("value=\"99000001/A\""))
            let adding = [("formulaire", "ajout"), ("atelier", "99000001")]
            try await browser.submit(Self.path, adding + [("motif", "")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("id=\"ajout-motif-aide\""))
            try await browser.submit(Self.path, adding + [("report", "1"), ("motif", "Reprise")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("id=\"ajout-de-aide\""))
            try await browser.submit(Self.path, adding + [("motif", "Retirée par erreur")])
            #expect(browser.location == "/interventions/\(campaign.number)?fait=herdAdded", "\(browser.status)")
            try await browser.get(Self.path)
            try await browser.submit(Self.path, adding + [("motif", "Encore")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("id=\"ajout-atelier-aide\""))
            let acts = try await scene.installation.database.read { connection in
                try connection.all("SELECT subject FROM audit_entry WHERE intention = 'intervention.add'", []) {
                    $0.text(0)
                }
            }
            #expect(acts == Array(repeating: "intervention:\(campaign.number)", count: 2))
        }
    }

    @Test("the page is for who may add, and says why a campaign takes no more herds")
    func locked() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            var nation = try await scene.browser(.nationalAuthority)
            try await nation.get(Self.path)
            #expect(nation.status == .forbidden)
            try await scene.installation.database.write { try $0.execute("UPDATE campaign SET state = 'draft'") }
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            #expect(browser.text.contains("pas encore exécutée") && !browser.text.contains("id=\"ajout\""))
        }
    }

    @Test(
        "PRO-82, PRO-111, PRO-117: every list as files, by recipient, and its sending kept", arguments: Engine.allCases)
    func lists(engine: Engine) async throws {
        try await WebCampaign.run(engine, herds: 2) { scene, campaign in
            let root = WebCampaign.path + "/listes"
            var browser = try await scene.browser(.inspector)
            try await browser.get(root)
            for kind in CampaignListKind.allCases {
                #expect(browser.text.contains("\(root)/\(kind.rawValue)"), "\(kind)")
            }
            for kind in CampaignListKind.allCases {
                try await browser.get("\(root)/\(kind.rawValue)")
                #expect(browser.status == .ok && browser.text.contains("<h1>"), "\(kind)")
                try await browser.get("\(root)/\(kind.rawValue)/liste.csv")
                #expect(browser.status == .ok, "\(kind)")
            }
            try await browser.get("\(root)/interventions/liste.csv")
            #expect(browser.text.contains(campaign.number))
            try await browser.get("\(root)/interventions/liste.pdf?partie=0")
            #expect(browser.last?.headers[.contentType] == "application/pdf")
            for gone in ["interventions/liste.pdf?partie=9", "interventions/liste.doc", "secrets"] {
                try await browser.get("\(root)/\(gone)")
                #expect(browser.status == .notFound, "\(gone)")
            }
            try await browser.get("\(root)/practices")
            #expect(browser.text.contains("Enregistrer l&#39;envoi") || browser.text.contains("Enregistrer l'envoi"))
            try await browser.submit("\(root)/practices", [])
            #expect(browser.location == "\(root)/practices?fait=listRecorded")
            let kept = try await scene.installation.database.read { connection in
                try connection.all("SELECT kind FROM letter", []) { $0.text(0) }
            }
            #expect(!kept.isEmpty && kept.allSatisfy { $0 == CampaignListKind.practices.letter?.rawValue })
            try await browser.get("\(root)/interventions")
            try await browser.submit("\(root)/interventions", [])
            #expect(browser.status == .notFound, "a list of the house is sent to nobody")
            var nation = try await scene.browser(.nationalAuthority)
            try await nation.get("\(root)/practices")
            #expect(nation.status == .ok && !nation.text.contains("method=\"post\" action=\"\(root)"))
        }
    }

    @Test("PRO-105: each item of the check-list leads to a page") func everyItem() {
        let leading = SetupFinding.allCases.filter { CheckPage($0.rawValue) != nil }
        #expect(leading == SetupFinding.allCases)
    }
}
