import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: sampling documents edited, printed and sent from their list") struct DocumentBatchTests {
    private static let list = "\(WebCampaign.path)/documents"

    @Test("PRO-124, PRO-151, PRO-154: each stage offers its act; long ones are jobs", arguments: Engine.allCases)
    func acts(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.list + "?etat=unprinted")
            #expect(browser.text.contains(#"name="acte" value="print""#))
            try await browser.submit(Self.list + "/lot?etat=unprinted", [("acte", "print")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("coch"))
            try await browser.submit(
                Self.list + "/lot?etat=unprinted", [("acte", "print"), ("choix", campaign.number)])
            let job = try #require(browser.location)
            #expect(job.hasPrefix("/travaux/"))
            try await browser.get(job)
            #expect(browser.text.contains("impression"))
            try await browser.get(Self.list)
            #expect(!browser.text.contains(#"name="acte""#), "nothing to do with all of them at once")
            try await browser.submit(Self.list + "/lot?etat=unsent", [("acte", "send"), ("choix", campaign.number)])
            #expect(browser.status == .unprocessableContent, "nothing is printed yet")
            try await browser.submit(Self.list + "/lot?etat=none", [("acte", "edit"), ("toutes", "1")])
            #expect(browser.location?.hasPrefix("/travaux/") == true)
            try await browser.get(Self.list)
            try await browser.submit(Self.list + "/lot?etat=none", [("acte", "burn"), ("toutes", "1")])
            #expect(browser.status == .badRequest)
        }
    }

    @Test(
        "PRO-124, PRO-151, PRO-154, PRO-162: edited, validated, printed and sent from the pages, each job shown done",
        arguments: Engine.allCases)
    func wholeWay(engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            let database = scene.installation.database
            _ = try await database.ids(1000)
            try await database.write { connection in
                for table in ["requested_animal", "edition"] { try connection.execute("DELETE FROM \(table)") }
            }
            let worker = Worker(scene.installation, WorkerSettings(name: "essai"), stop: StopSign())
            var browser = try await scene.browser(.inspector)
            let (one, both) = (("choix", "990000000001"), ("toutes", "1"))
            try await browser.get(Self.list + "?etat=none")
            try await browser.submit(Self.list + "/lot?etat=none", [("acte", "edit"), both])
            let edition = try #require(browser.location)
            #expect(try await worker.runDue() >= 1)
            try await browser.get(edition)
            #expect(browser.text.contains("terminé"), "\(edition)")

            try await browser.get(Self.list + "?etat=draft")
            #expect(browser.text.contains("990000000001") && browser.text.contains("990000000002"))
            try await browser.submit(Self.list + "/lot?etat=draft", [("acte", "validate"), both])
            #expect(browser.location?.hasPrefix(Self.list + "?etat=draft&fait=") == true)
            try await browser.get(Self.list + "?etat=draft")
            #expect(browser.text.contains("Aucun document à cette étape."))

            try await browser.get(Self.list + "?etat=unprinted")
            try await browser.submit(Self.list + "/lot?etat=unprinted", [("acte", "print"), both])
            let printing = try #require(browser.location)
            #expect(try await worker.runDue() >= 1)
            try await browser.get(printing)
            #expect(browser.text.contains("terminé") && browser.text.contains(printing + "/"), "its file is there")

            try await browser.get(Self.list + "?etat=unsent")
            try await browser.submit(Self.list + "/lot?etat=unsent", [("acte", "send"), ("voie", " "), one])
            #expect(browser.status == .unprocessableContent && browser.text.contains("990000000001\" checked>"))
            try await browser.submit(Self.list + "/lot?etat=unsent", [("acte", "send"), ("voie", "courriel"), one])
            #expect(browser.location?.hasPrefix(Self.list + "?etat=unsent&fait=") == true)
            try await browser.get(Self.list + "?etat=unsent")
            #expect(!browser.text.contains("990000000001") && browser.text.contains("990000000002"))
            try await browser.get(WebCampaign.path + "/registre-des-envois")
            #expect(browser.text.contains("courriel"))
        }
    }
}
