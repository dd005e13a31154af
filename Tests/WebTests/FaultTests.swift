import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Suite("Issue 3: what goes wrong has its page") struct FaultTests {
    @Test("who is signed in stays so on a page of fault, and can sign out from it")
    func keepsTheVisitor() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/rien")
            #expect(browser.status == .notFound)
            #expect(browser.text.contains("Personne fictive"))
            try await browser.post("/deconnexion", [:])
            #expect(browser.location == "/connexion")
        }
    }

    @Test(
        "a form from another site is refused, whatever its token",
        arguments: [
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://ailleurs.example"),
            ("Origin", "null"),
        ])
    func foreignForms(_ header: String, _ value: String) async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/")
            let name = try #require(HTTPField.Name(header))
            try await browser.send(
                .post, "/deconnexion", [name: value, .contentType: "application/x-www-form-urlencoded"],
                ByteBuffer(string: "_form=\(browser.formToken)"))
            #expect(browser.status == .forbidden)
            try await browser.get("/")
            #expect(browser.status == .ok)
        }
    }

    @Test("a foreign intervention answers like one that is not there")
    func foreignLikeMissing() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/campagnes/15/2021/suivi")
            let foreign = (browser.status, browser.text)
            try await browser.get("/campagnes/63/2021/suivi")
            #expect(foreign.0 == .notFound)
            #expect(foreign == (browser.status, browser.text))
        }
    }

    @Test(
        "an address that is none has its page, and says nothing of the machine",
        arguments: [
            "/%ff", "/assets/../../etc/passwd", "/assets/%2e%2e%2fx", "/campagnes/63/x/suivi", "/interventions/%00",
        ])
    func addresses(_ path: String) async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get(path)
            #expect(browser.status == .notFound)
            #expect(!browser.text.contains("swift"))
        }
    }
}
