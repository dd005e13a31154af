import HTTPTypes
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: what would be issued, before it is") struct PreviewPagesTests {
    private func counts(_ scene: WebScene) async throws -> [Int] {
        try await scene.installation.database.read { connection in
            try ["edition", "inspection_report", "letter", "dispatch", "blob", "audit_entry"].map {
                try connection.count("SELECT count(*) FROM \($0)")
            }
        }
    }

    @Test(
        "PRO-124: the document from its list and from its intervention; the read is noted", arguments: Engine.allCases)
    func document(engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            _ = try await scene.installation.database.ids(1000)
            try await scene.installation.database.write { connection in
                for table in ["requested_animal", "edition"] { try connection.execute("DELETE FROM \(table)") }
            }
            let path = "/interventions/990000000001/document-brouillon.pdf"
            var browser = try await scene.browser(.inspector)
            for page in ["\(WebCampaign.path)/documents?etat=none", "/interventions/990000000001"] {
                try await browser.get(page)
                #expect(browser.text.contains("href=\"\(path)\""), Comment(rawValue: page))
            }
            let before = try await counts(scene)
            for copy in ["", "?copie=farmer", "?copie=tuberculin"] {
                try await browser.get(path + copy)
                #expect(browser.status == .ok && browser.text.hasPrefix("%PDF"), Comment(rawValue: copy))
                #expect(browser.last?.headers[.contentDisposition]?.hasPrefix("inline") == true)
            }
            try await browser.get(path + "?copie=autre")
            #expect(browser.status == .notFound)
            #expect(try await counts(scene) == before)
            try await scene.installation.writeReads()
            let reads = try await scene.installation.access.read { try $0.reads(ReadFilter()) }
            #expect(reads.contains { $0.kind == "paper" && $0.subject == "990000000001" && $0.login == "inspector" })
            var vet = try await scene.browser(.veterinarian)
            try await vet.get(path)
            #expect(vet.status == .forbidden)
        }
    }

    @Test("a validated document has no draft: the page says so, and leads to no preview")
    func validated() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            let path = "/interventions/\(campaign.number)"
            try await browser.get(path)
            #expect(!browser.text.contains("document-brouillon.pdf"))
            try await browser.get(path + "/document-brouillon.pdf")
            #expect(browser.status == .unprocessableContent && browser.text.contains("déjà validé"))
        }
    }

    @Test(
        "PRO-274: the report that the form would issue, with its comment, and nothing issued",
        arguments: Engine.allCases)
    func report(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            let path = "/interventions/\(campaign.number)"
            try await browser.get(path)
            #expect(browser.text.contains("formaction=\"\(path)/rapport/brouillon.pdf\""))
            try await browser.submit(path + "/rapport/brouillon.pdf", [("commentaire", "Vu"), ("realisee", "")])
            #expect(browser.status == .unprocessableContent, "the evaluation is not final yet")
            try await browser.submit(
                path + "/evaluation", [("valeur-BRU", "A"), ("valeur-LEU", "A"), ("valeur-TUB", "")])
            try await browser.get(path)
            let before = try await counts(scene)
            try await browser.submit(path + "/rapport/brouillon.pdf", [("commentaire", "Vu"), ("realisee", "")])
            #expect(browser.status == .ok && browser.text.hasPrefix("%PDF"))
            #expect(try await counts(scene) == before)
            try await browser.get(path)
            #expect(browser.text.contains("Aucun rapport."))
        }
    }

    @Test("letters of a batch: the first ones, and nothing written", arguments: Engine.allCases)
    func letters(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            let desk = WebCampaign.path + "/courriers"
            try await scene.installation.database.write { connection in
                for (kind, code) in [("authority", "DDPP63"), ("delegate-section", "GDS63")] {
                    try connection.execute(
                        "INSERT INTO organisation (id, kind, code, name, department) VALUES (?, ?, ?, ?, '63')",
                        [.int(kind == "authority" ? 700_001 : 700_002), .text(kind), .text(code), .text(code)])
                }
            }
            var browser = try await scene.browser(.authority)
            try await browser.get(desk)
            #expect(browser.text.contains("\(WebCampaign.path)/courriers/brouillon.pdf"))
            let before = try await counts(scene)
            try await browser.submit(
                WebCampaign.path + "/courriers/brouillon.pdf",
                [("courrier", "information-campagne"), ("portee", "toutes")])
            #expect(browser.status == .ok && browser.text.hasPrefix("%PDF"), "\(browser.text.suffix(3000))")
            try await browser.get(desk)
            try await browser.submit(
                WebCampaign.path + "/courriers/brouillon.pdf",
                [("courrier", "notification-recontrole"), ("portee", "toutes")])
            #expect(browser.text.contains("Aucun courrier à écrire."))
            #expect(try await counts(scene) == before)
        }
    }
}
