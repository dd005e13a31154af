import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing
import UseCases

@testable import Web

/// A session left open on a desk is enough to read, not to lock its owner out.
@Suite("ASVS 3.7.1, 4.3.3: secrets are for who showed of late who they are") struct ConfirmationTests {
    @Test("these pages ask, and no others")
    func table() {
        let asking = Routes.all.filter { $0.provesAnewFor != nil }.map { "\($0.method) \($0.path)" }
        #expect(
            Set(asking) == [
                "GET /compte/second-facteur", "GET /compte/second-facteur/code.svg", "POST /compte/second-facteur",
                "POST /compte/second-facteur/codes", "POST /compte/second-facteur/retirer", "POST /compte/jetons",
                "POST /administration/programmes", "POST /administration/programmes/:id/secret",
                "POST /administration/comptes/:login/mot-de-passe",
                "POST /administration/comptes/:login/second-facteur",
                "POST /administration/comptes/:login/invitation",
            ])
    }

    @Test(
        "for ten minutes after the sign-in nothing is asked, then everything",
        arguments: [(599, false), (600, true), (1700, true)])
    func tenMinutes(_ seconds: Int, _ isAsked: Bool) async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.administrator)
            try await browser.get("/compte")
            let token = browser.formToken
            scene.clock.advance(seconds)
            for endpoint in Routes.all where endpoint.provesAnewFor != nil {
                let path = endpoint.path.replacing(":login", with: "inspector").replacing(":id", with: "990")
                if endpoint.method == .get {
                    try await browser.get(path)
                } else {
                    try await browser.send(fields: [("_form", token), ("name", "x"), ("days", "1")], to: path)
                }
                let asks = browser.location?.hasPrefix("/compte/confirmation?retour=") == true
                #expect(asks == isAsked, Comment(rawValue: "\(endpoint.method) \(path)"))
            }
        }
    }

    @Test("the password opens the page again for ten minutes; a wrong one does not", arguments: Engine.allCases)
    func password(_ engine: Engine) async throws {
        try await WebScene.run(engine) { scene in
            var browser = try await scene.browser(.inspector)
            scene.clock.advance(1200)
            try await browser.get("/compte/jetons")
            try await browser.post("/compte/jetons", ["name": "logiciel", "days": "30"])
            let page = try #require(browser.location)
            #expect(page == "/compte/confirmation?retour=%2Fcompte%2Fjetons&fin=formulaire")
            try await browser.get(page)
            #expect(browser.text.contains("vous la referez à la page suivante"))
            try await browser.post("/compte/confirmation", ["password": "faux", "retour": "/compte/jetons"])
            #expect(browser.status == .unprocessableContent && browser.text.contains("pas celui-là"))
            try await browser.post("/compte/confirmation", ["password": WebScene.password, "retour": "//ailleurs"])
            #expect(browser.location == "/")
            try await browser.get(page)
            #expect(browser.location == "/compte/jetons")
            try await browser.get("/compte/jetons")
            try await browser.post("/compte/jetons", ["name": "logiciel", "days": "30"])
            #expect(browser.status == .ok && browser.text.contains("vgt_"))
            // Another browser of the same person shows it for itself.
            scene.clock.advance(599)
            try await browser.get("/compte/second-facteur")
            #expect(browser.status == .ok)
            scene.clock.advance(1)
            try await browser.get("/compte/second-facteur")
            #expect(browser.location == "/compte/confirmation?retour=%2Fcompte%2Fsecond-facteur")
        }
    }

    @Test("guessing there is as slow as at the door, says when to come again, and stands in the diary")
    func guessing() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            scene.clock.advance(1200)
            try await browser.get("/compte/confirmation")
            for _ in 0..<5 {
                try await browser.post("/compte/confirmation", ["password": "faux", "retour": "/"])
                #expect(browser.status == .unprocessableContent)
            }
            try await browser.post("/compte/confirmation", ["password": WebScene.password, "retour": "/"])
            #expect(browser.status == .tooManyRequests && browser.last?.headers[.retryAfter] == "2")
            try await browser.get("/compte")
            #expect(browser.text.contains("mot de passe incorrect") && browser.text.contains("refusé pendant la pause"))
        }
    }

    @Test("a session that was there before this was asked is asked")
    func former() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await scene.installation.access.write { try $0.execute("UPDATE session SET proven_at = 0") }
            try await browser.get("/compte/second-facteur")
            #expect(browser.location?.hasPrefix("/compte/confirmation") == true)
        }
    }
}
