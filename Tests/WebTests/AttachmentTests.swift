import HTTPTypes
import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: papers added to an intervention") struct AttachmentTests {
    private static let scan = "%PDF-1.4\n% a scanned report\n"

    @Test("a scanned report is kept whole, shown, given back as a file, taken back", arguments: Engine.allCases)
    func kept(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var browser = try await scene.browser(.inspector)
            try await browser.get(path)
            #expect(browser.text.contains("Aucune pièce jointe."))
            try await browser.upload(path + "/pieces", [:], file: ("C:\\scans\\compte rendu <b>.pdf", Self.scan))
            #expect(browser.location == path + "?fait=piece")
            try await browser.get(path)
            #expect(browser.text.contains("compte rendu &lt;b&gt;.pdf") && !browser.text.contains("scans"))
            let start = try #require(browser.text.firstRange(of: "href=\"\(path)/pieces/"))
            let piece = path + "/pieces/" + browser.text[start.upperBound...].prefix { $0 != "\"" }
            try await browser.get(piece)
            #expect(browser.text == Self.scan)
            let headers = try #require(browser.last?.headers)
            #expect(headers[.contentType] == "application/pdf" && headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.contentDisposition]?.hasPrefix("attachment; filename=\"piece-") == true)
            for (role, status) in [(Role.keeper, HTTPResponse.Status.forbidden), (.laboratory, .forbidden)] {
                var stranger = try await scene.browser(role)
                try await stranger.get(piece)
                #expect(stranger.status == status)
            }
            try await browser.get(path)
            try await browser.submit(piece + "/retrait", [("motif", "Mauvais élevage")])
            #expect(browser.location == path + "?fait=pieceGone")
            try await browser.get(path)
            #expect(browser.text.contains("Mauvais élevage"))
            try await browser.submit(piece + "/retrait", [("motif", "Encore")])
            #expect(browser.status == .unprocessableContent)
            let acts = try await scene.installation.database.read { connection in
                try connection.all(
                    "SELECT outcome FROM audit_detail WHERE subject LIKE 'attachment:%' ORDER BY entry_id"
                ) { $0.text(0) }
            }
            #expect(acts.count == 2 && acts[1] == "withdrawn: Mauvais élevage", "\(acts)")
        }
    }

    @Test(
        "what is no scan is refused, whatever its name says",
        arguments: [("<html><script>alert(1)</script>", "ni un PDF"), ("", "vide"), ("PK\u{3}\u{4}", "ni un PDF")])
    func refused(content: String, sentence: String) async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var browser = try await scene.browser(.inspector)
            try await browser.get(path)
            try await browser.upload(path + "/pieces", [:], file: ("rapport.pdf", content))
            #expect(browser.status == .unprocessableContent && browser.text.contains(sentence))
            try await browser.get(path)
            #expect(browser.text.contains("Aucune pièce jointe."))
        }
    }

    @Test("a paper of another intervention answers like a missing one")
    func foreign() async throws {
        try await WebCampaign.run(.sqlite, herds: 2) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var browser = try await scene.browser(.inspector)
            try await browser.get(path)
            try await browser.upload(path + "/pieces", [:], file: ("a.pdf", Self.scan))
            let id = try await scene.installation.database.read { connection in
                try connection.all("SELECT id FROM attachment") { $0.int(0) }
            }.first
            let other = try #require(Int(campaign.number)) + 1
            try await browser.get("/interventions/\(other)/pieces/\(try #require(id))")
            #expect(browser.status == .notFound)
        }
    }
}
