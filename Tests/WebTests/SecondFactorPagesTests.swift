import Hummingbird
import HummingbirdTesting
import Secrets
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §1, CAL-44: the second factor in the browser") struct SecondFactorPagesTests {
    @Test("set up from the page, asked for at the next sign-in, and the page that was wanted opens")
    func whole() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            let secret = try await enrol(&browser, scene)
            #expect(browser.status == .ok && browser.text.contains("Codes de secours"))
            try await browser.get("/compte")
            #expect(browser.text.contains("application de codes (codes de secours restants : 10)"))

            scene.clock.advance(30)
            var other = try await scene.browser()
            try await other.get("/connexion")
            try await other.post(
                "/connexion", ["login": "inspector", "password": WebScene.password, "retour": "/suivi?niveau=2"])
            let step = try #require(other.location)
            #expect(step == "/connexion/code?retour=%2Fsuivi%3Fniveau%3D2")
            try await other.get("/suivi")
            #expect(other.location?.hasPrefix("/connexion?") == true)
            try await other.get(step)
            try await other.post("/connexion/code", ["code": "000000", "retour": "/suivi?niveau=2"])
            #expect(other.status == .unprocessableContent && other.text.contains("pas le bon"))
            let code = code(secret, scene)
            try await other.post(
                "/connexion/code", ["code": "\(code.prefix(3)) \(code.suffix(3))", "retour": "/suivi?niveau=2"])
            #expect(other.location == "/suivi?niveau=2")
            try await other.get("/")
            #expect(other.status == .ok)
        }
    }

    @Test("a role that must have one sees nothing else until it is set up; the recovery codes are shown once")
    func owed() async throws {
        var settings = WebScene.SignInSettings()
        settings.rules.secondFactorRoles = [.inspector]
        try await WebScene.run(.sqlite, signIn: settings) { scene in
            var browser = try await scene.browser(.inspector)
            for endpoint in Routes.all where endpoint.method == .get {
                switch endpoint.access {
                case .everyone, .ownAccount: continue
                case .signedIn, .may:
                    try await browser.get(RightsTests.example(of: endpoint.path))
                    #expect(browser.location == "/compte/second-facteur", Comment(rawValue: endpoint.path))
                }
            }
            _ = try await enrol(&browser, scene)
            #expect(browser.text.contains("Codes de secours"))
            try await browser.get("/")
            #expect(browser.status == .ok)
            try await browser.get("/compte/second-facteur")
            #expect(!browser.text.contains("otpauth") && !browser.text.contains("class=\"secret\""))
            try await browser.get("/compte/second-facteur/code.svg")
            #expect(browser.status == .notFound)
        }
    }

    @Test("the step of the code without the step of the password leads back")
    func skipped() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser()
            try await browser.get("/connexion")
            try await browser.post("/connexion/code", ["code": "123456"])
            #expect(browser.status == .unprocessableContent && browser.text.contains("Recommencez avec votre mot de"))
            try await browser.get("/connexion/code")
            #expect(browser.location == "/connexion")
        }
    }

    private func code(_ secret: [UInt8], _ scene: WebScene) -> String {
        TimeCode.code(secret: secret, step: TimeCode.step(at: scene.clock.now))
    }

    /// Reads the key from the page, as somebody would who types it.
    private func enrol(_ browser: inout WebBrowser, _ scene: WebScene) async throws -> [UInt8] {
        try await browser.get("/compte/second-facteur")
        let start = try #require(browser.text.firstRange(of: "<code class=\"secret\">"))
        let key = browser.text[start.upperBound...].prefix { $0 != "<" }.filter { $0 != " " }
        let token = browser.formToken
        try await browser.get("/compte/second-facteur/code.svg")
        #expect(browser.last?.headers[.contentType] == "image/svg+xml" && browser.text.hasPrefix("<svg"))
        let secret = try #require(Base32.decode(String(key)))
        try await browser.post("/compte/second-facteur", ["code": code(secret, scene), "_form": token])
        return secret
    }
}
