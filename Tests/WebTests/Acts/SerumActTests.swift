import HTTPTypes
import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3: serum banks are asked, and answer, on the intervention's page") struct SerumActTests {
    /// Eight of twelve analysed for brucellosis: the sera of the other four are there, for leukosis.
    static let short = Array(repeating: "NEG", count: 8) + Array(repeating: "IN_ITPBLE", count: 4)

    /// With the organisations that a letter needs.
    private func run(
        _ engine: Engine, _ body: @escaping @Sendable (WebScene, WebCampaign) async throws -> Void
    ) async throws {
        try await WebCampaign.run(engine, brucellosis: Self.short) { scene, campaign in
            try await scene.installation.database.write { connection in
                let organisations = [
                    (90001, "authority", "DDPP63"), (90002, "delegate-section", "GDS63"),
                    (90003, "laboratory", "LDA63"),
                ]
                for (id, kind, code) in organisations {
                    try connection.execute(
                        "INSERT INTO organisation (id, kind, code, name, department) VALUES (?, ?, ?, ?, '63')",
                        [.int(Int64(id)), .text(kind), .text(code), .text("Organisme fictif \(code)")])
                }
                try connection.execute("UPDATE requested_plan SET laboratory_id = 90003")
            }
            try await body(scene, campaign)
        }
    }

    private func answers(_ scene: WebScene) async throws -> [String] {
        try await scene.installation.database.read { connection in
            try connection.all("SELECT disease || ' ' || COALESCE(answer, '-') FROM serum_request") { $0.text(0) }
        }
    }

    @Test("PRO-255: asked once, its files kept to send, answered", arguments: Engine.allCases)
    func asks(engine: Engine) async throws {
        try await run(engine) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var browser = try await scene.browser(.inspector)
            try await browser.get(WebCampaign.path + "/travail/serum-bank")
            #expect(browser.text.contains("\(path)#serotheque"))
            try await browser.get(path)
            #expect(browser.text.contains("Brucellose : 4 (Organisme fictif LDA63)"))
            try await browser.submit(path + "/serotheque", [("formulaire", "serotheque-demande")])
            #expect(browser.location == path + "?fait=serumAsked")
            #expect(try await answers(scene) == ["BRU -"])
            try await browser.get(path + "?fait=serumAsked")
            #expect(!browser.text.contains("action=\"\(path)/serotheque\""))
            for (kind, start) in [("pdf", "%PDF"), ("csv", "intervention;"), ("xml", "<?xml")] {
                #expect(browser.text.contains("\(path)/serotheque/LDA63/demande.\(kind)"))
                var reader = browser
                try await reader.get("\(path)/serotheque/LDA63/demande.\(kind)")
                #expect(reader.status == .ok && reader.text.contains(start), Comment(rawValue: kind))
            }
            let answer = [("formulaire", "serotheque-BRU"), ("maladie", "BRU"), ("reponse", "impossible")]
            try await browser.submit(path + "/serotheque/reponse", answer + [("note", " ")])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.text.contains("id=\"serotheque-BRU-note-aide\""))
            try await browser.submit(path + "/serotheque/reponse", answer + [("note", "sérums détruits")])
            #expect(browser.location == path + "?fait=serumAnswered")
            #expect(try await answers(scene) == ["BRU impossible"])
        }
    }

    @Test("PRO-255: asked by a colleague meanwhile, it is not asked twice, and says by whom")
    func stale() async throws {
        try await run(.sqlite) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var first = try await scene.browser(.inspector)
            var second = try await scene.browser(.delegateRegion)
            try await first.get(path)
            try await second.get(path)
            try await first.submit(path + "/serotheque", [])
            #expect(first.status == .seeOther)
            try await second.submit(path + "/serotheque", [])
            #expect(second.status == .unprocessableContent)
            #expect(second.text.contains("inspector (courrier écrit)"))
            #expect(try await answers(scene).count == 1)
        }
    }

    @Test("who writes no letters has no form, and is refused; files of no request are not there")
    func rights() async throws {
        try await run(.sqlite) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var browser = try await scene.browser(.nationalAuthority)
            try await browser.get(path)
            #expect(browser.status == .ok && !browser.text.contains("\(path)/serotheque\""))
            for address in ["serotheque", "serotheque/reponse"] {
                try await browser.submit("\(path)/\(address)", [("maladie", "BRU"), ("reponse", "answered")])
                #expect(browser.status == .forbidden)
            }
            try await browser.get("\(path)/serotheque/LDA63/demande.pdf")
            #expect(browser.status == .notFound)
            #expect(try await answers(scene).isEmpty)
        }
    }
}
