import Foundation
import Hummingbird
import Register
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: the administrator's page of programs") struct ClientPagesTests {
    private func secret(_ browser: WebBrowser) throws -> String {
        let start = try #require(browser.text.firstRange(of: "value=\"vgs_"))
        return "vgs_" + browser.text[start.upperBound...].prefix { $0 != "\"" }
    }

    private func token(_ scene: WebScene, _ id: String, _ secret: String) async throws -> APIProgram.Answer {
        try await scene.program(nil).send(
            .post, "/api/oauth/token", ["Content-Type": "application/x-www-form-urlencoded"],
            "grant_type=client_credentials&client_id=\(id)&client_secret=\(secret)")
    }

    @Test(
        "a client is made, its secret shown once, changed, revoked; a wrong form says why", arguments: Engine.allCases)
    func life(_ engine: Engine) async throws {
        try await WebScene.run(engine) { scene in
            var browser = try await scene.browser(.administrator)
            let path = "/administration/programmes"
            try await browser.get(path)
            try await browser.post(path, ["login": "personne", "name": "Logiciel fictif", "days": ""])
            #expect(browser.status == .notFound && browser.text.contains("value=\"personne\""))
            try await browser.post(path, ["login": "laboratory", "name": "Logiciel fictif", "days": "x"])
            #expect(browser.status == .unprocessableContent)
            try await browser.post(path, ["login": "laboratory", "name": "Logiciel fictif", "days": ""])
            #expect(browser.status == .ok)
            let first = try secret(browser)
            let identity = try #require(browser.text.firstRange(of: "value=\"vigie-"))
            let id = "vigie-" + browser.text[identity.upperBound...].prefix { $0 != "\"" }
            #expect(try await token(scene, id, first).status == .ok)
            try await browser.get(path)
            #expect(!browser.text.contains(first) && browser.text.contains("Logiciel fictif"))
            try await browser.post("\(path)/\(id.dropFirst(6))/secret", [:])
            let second = try secret(browser)
            #expect(try await token(scene, id, first).status == .unauthorized)
            #expect(try await token(scene, id, second).status == .ok)
            try await browser.post("\(path)/\(id.dropFirst(6))/revocation", [:])
            #expect(try await token(scene, id, second).status == .unauthorized)
            try await browser.get(path)
            try await browser.post("\(path)/\(id.dropFirst(6))/secret", [:])
            #expect(browser.status == .notFound)
        }
    }

    @Test("nobody but an administrator sees or changes it")
    func others() async throws {
        try await WebScene.run(.sqlite) { scene in
            let made = try await scene.credential(.client, .inspector)
            for role in Role.allCases where role != .administrator {
                var browser = try await scene.browser(role)
                try await browser.get("/administration/programmes")
                #expect(browser.status == .forbidden)
                try await browser.get("/compte")
                try await browser.post("/administration/programmes/\(made.id)/secret", [:])
                #expect(browser.status == .forbidden)
            }
        }
    }
}
