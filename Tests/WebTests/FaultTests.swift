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

    @Test("a page that one's profile does not open says so in words")
    func rightsInWords() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/journal")
            #expect(browser.status == .forbidden && browser.text.contains("(opérateur d&#39;inspection)"))
            #expect(!browser.text.contains("audit.verify") && !browser.text.contains("inspector"))
        }
    }

    @Test("a form sent after the end of its session is not lost in silence: the sign-in says so and leads back")
    func formAfterTheSession() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/compte/avertissements")
            let form = ByteBuffer(string: "_form=\(browser.formToken)&adresse=x%40example.org")
            scene.clock.advance(30 * 86_400)
            let headers: HTTPFields = [
                .contentType: "application/x-www-form-urlencoded",
                .referer: "http://127.0.0.1:8080/compte/avertissements?x=1",
            ]
            try await browser.send(.post, "/compte/avertissements/adresse", headers, form)
            let location = try #require(browser.location)
            #expect(location == "/connexion?retour=%2Fcompte%2Favertissements%3Fx%3D1&fin=formulaire")
            try await browser.get(location)
            #expect(browser.text.contains("n&#39;a pas été enregistré") && browser.text.contains("data-ended-form"))
            #expect(browser.text.contains("value=\"/compte/avertissements?x=1\""))
            // A page that was only asked for says nothing of forms.
            try await browser.get("/compte")
            try await browser.get(try #require(browser.location))
            #expect(!browser.text.contains("n&#39;a pas été enregistré"))
        }
    }

    @Test(
        "where a form stood is an address of ours, or the first page",
        arguments: [
            ("https://ailleurs.example/travaux", "%2Ftravaux"), ("http://h//ailleurs.example", "%2F"),
            ("nulle part", "%2F"), ("", "%2F"), ("http://h/\\ailleurs", "%2F"),
        ])
    func whereAFormStood(_ referer: String, _ expected: String) async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser()
            try await browser.send(.post, "/compte/avertissements", [.referer: referer])
            #expect(browser.location == "/connexion?retour=\(expected)&fin=formulaire")
        }
    }

    @Test("what htmx asks for after the end of a session does not put the sign-in into the page")
    func partAfterTheSession() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser()
            let request = try #require(HTTPField.Name("HX-Request"))
            let current = try #require(HTTPField.Name("HX-Current-URL"))
            let headers: HTTPFields = [request: "true", current: "http://127.0.0.1:8080/travaux/7"]
            try await browser.send(.get, "/travaux/7", headers)
            let redirect = try #require(HTTPField.Name("HX-Redirect"))
            #expect(browser.status == .ok && browser.last?.headers[redirect] == "/connexion?retour=%2Ftravaux%2F7")
            try await browser.send(.post, "/interventions/1/tuberculination/brouillon", headers)
            #expect(browser.status == .ok && browser.text.contains("Session terminée"))
        }
    }
}
