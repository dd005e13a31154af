import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §1: signing in") struct SignInTests {
    @Test("the right password opens the page that was asked for", arguments: Engine.allCases)
    func signsIn(_ engine: Engine) async throws {
        try await WebScene.run(engine) { scene in
            var browser = try await scene.browser()
            try await browser.get("/suivi?niveau=2")
            #expect(browser.location == "/connexion?retour=%2Fsuivi%3Fniveau%3D2")
            try await browser.get(try #require(browser.location))
            try await browser.post(
                "/connexion", ["login": "inspector", "password": WebScene.password, "retour": "/suivi?niveau=2"])
            #expect(browser.location == "/suivi?niveau=2")
            try await browser.get("/")
            #expect(browser.status == .ok)
        }
    }

    @Test("signing out ends the session, also for a copy of the cookie")
    func signsOut() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/")
            let copy = browser.cookies
            try await browser.post("/deconnexion", [:])
            browser.cookies = copy
            try await browser.get("/")
            #expect(browser.location?.hasPrefix("/connexion") == true)
        }
    }

    @Test("a wrong password, an unknown login and a login without password answer alike")
    func failuresAnswerAlike() async throws {
        try await WebScene.run(.sqlite) { scene in
            var answers: Set<String> = []
            for (login, password) in [("inspector", "ce n'est pas celui-là"), ("personne", WebScene.password)] {
                var browser = try await scene.browser()
                try await browser.signIn(login, password)
                #expect(browser.status == .unprocessableContent)
                answers.insert(
                    browser.text.replacing(browser.formToken, with: "").replacing("value=\"\(login)\"", with: ""))
            }
            #expect(answers.count == 1)
        }
    }

    @Test("after five failures one waits, and another address does not")
    func slowsDown() async throws {
        try await WebScene.run(.sqlite) { scene in
            let browser = Browser(address: "192.0.2.1", agent: "")
            func attempt(_ password: String, from browser: Browser) async -> String {
                do {
                    _ = try await SignIn(login: "inspector", password: password, browser: browser)
                        .perform(on: scene.installation)
                    return "in"
                } catch let refused as Refused {
                    return refused.findings[0].code
                } catch {
                    return "\(error)"
                }
            }
            for _ in 1...5 { #expect(await attempt("faux", from: browser) == "sign-in-not-recognised") }
            #expect(await attempt(WebScene.password, from: browser) == "sign-in-slow-down")
            #expect(await attempt(WebScene.password, from: .init(address: "192.0.2.2", agent: "")) == "in")
            scene.clock.advance(2)
            #expect(await attempt(WebScene.password, from: browser) == "in")
        }
    }

    @Test(
        "a session ends after half an hour without a page, and ten hours after it began",
        arguments: [
            (1799, true), (1800, false),
        ])
    func idles(_ seconds: Int, _ isOpen: Bool) async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            scene.clock.advance(seconds)
            try await browser.get("/")
            #expect((browser.status == .ok) == isOpen)
            for _ in 0..<40 {
                scene.clock.advance(1000)
                try await browser.get("/")
            }
            #expect(browser.status != .ok)
        }
    }

    @Test(
        "only an address of our own is gone to after signing in",
        arguments: [
            "//ailleurs.example", "https://ailleurs.example", "/\\ailleurs.example", "/a\u{d}\u{a}b",
        ])
    func ownAddresses(_ target: String) async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser()
            try await browser.get("/connexion")
            try await browser.post(
                "/connexion", ["login": "inspector", "password": WebScene.password, "retour": target])
            #expect(browser.location == "/")
        }
    }

    @Test(
        "a pause says in its header when to come again, and the tries that it turns away are counted",
        arguments: Engine.allCases)
    func pauses(_ engine: Engine) async throws {
        try await WebScene.run(engine) { scene in
            func attack(_ login: String) async throws -> [(UInt, String?)] {
                var (browser, answers): (WebBrowser, [(UInt, String?)]) = (try await scene.browser(), [])
                try await browser.get("/connexion")
                for _ in 0..<13 {
                    try await browser.post("/connexion", ["login": login, "password": "faux", "retour": "/"])
                    answers.append((UInt(browser.status.code), browser.last?.headers[.retryAfter]))
                }
                return answers
            }
            for login in ["inspector", "personne"] {
                let answers = try await attack(login)
                #expect(answers.map(\.0) == Array(repeating: 422, count: 5) + Array(repeating: 429, count: 8))
                #expect(answers.map(\.1) == Array(repeating: nil, count: 5) + Array(repeating: "2", count: 8))
            }
            var administrator = try await scene.browser(.administrator)
            try await administrator.get("/administration/sante")
            #expect(administrator.text.contains("<dt>Connexions manquées depuis 24 heures</dt><dd>26</dd>"))
            let rows = try await scene.installation.access.read { connection in
                try connection.all("SELECT login, outcome, count FROM sign_in_event WHERE outcome LIKE 'failed%'") {
                    "\($0.text(0)) \($0.text(1)) \($0.int(2))"
                }
            }
            let one = Array(repeating: "inspector failed password 1", count: 5)
            #expect(
                rows.sorted() == [" failed password 5", " failed pause 8"] + one.sorted() + ["inspector failed pause 8"]
            )
            scene.clock.advance(60)
            var person = try await scene.browser(.inspector)
            try await person.get("/compte")
            #expect(person.text.contains("essai refusé pendant la pause (8 fois)"))
        }
    }

    @Test("a password of one's own: the present one is asked for, weak ones are refused, other sessions end")
    func changesPassword() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            var other = try await scene.browser(.inspector)
            func change(_ present: String, _ new: String) async throws -> HTTPResponse.Status {
                try await browser.get("/compte/mot-de-passe")
                try await browser.post("/compte/mot-de-passe", ["present": present, "new": new, "again": new])
                return browser.status
            }
            #expect(try await change("faux", "cheval agrafe batterie") == .unprocessableContent)
            #expect(try await change(WebScene.password, "trop court") == .unprocessableContent)
            #expect(try await change(WebScene.password, "motdepasse2021") == .unprocessableContent)
            #expect(try await change(WebScene.password, "inspector2021!") == .unprocessableContent)
            #expect(try await change(WebScene.password, "cheval agrafe batterie") == .seeOther)
            try await browser.get("/")
            #expect(browser.status == .ok)
            try await other.get("/")
            #expect(other.location?.hasPrefix("/connexion") == true)
        }
    }
}
