import AsyncHTTPClient
import Foundation
import Hummingbird
import HummingbirdTesting
import OpenID
import Register
import Secrets
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

/// Against django-oauth-toolkit (PyPI), which checks client, redirect and PKCE on its side.
@Suite("Issue 3 §1, CAL-44: OpenID Connect with a provider that nobody here wrote", .serialized)
struct ProviderTests {
    static let users = [
        user("u-1", "opi63", "Opératrice fictive", #""x", "ddpp-opi""#, #""63", "15""#),
        user("u-2", "sans-profil", "Fictif", #""compta""#, #""63""#),
        user("u-3", "inspector", "Fictif", #""ddpp-opi""#, #""63""#),
        user("u-4", "chef", "Fictif", #""ddpp-chef""#, #""63""#),
    ]

    private static func user(
        _ subject: String, _ login: String, _ name: String, _ groups: String, _ departments: String
    ) -> String {
        """
        {"sub": "\(subject)", "preferred_username": "\(login)", "name": "\(name)", "groups": [\(groups)], \
        "dep": [\(departments)]}
        """
    }

    static func mapping(creates: Bool) -> ClaimMapping {
        var mapping = ClaimMapping()
        mapping.creates = creates
        (mapping.role, mapping.departments) = ("groups", "dep")
        mapping.roles = ["ddpp-opi": .inspector, "ddpp-chef": .administrator]
        return mapping
    }

    @Test("CAL-44: a person comes in through the provider, gets role and territory by its claims, and leaves it again")
    func whole() async throws {
        try await run(creates: true) { scene, _ in
            var browser = try await scene.browser()
            try await browser.get("/connexion")
            #expect(browser.text.contains("Se connecter avec Essai"))
            var visitor = ProviderVisitor("u-1")
            try await pass(&browser, with: &visitor, target: "/suivi")
            #expect(browser.location == "/suivi")
            let actor = try await Accounts.actor(login: "opi63", in: scene.installation.database)
            #expect(actor.role == .inspector && actor.scope == .departments(["15", "63"]))
            #expect(actor.name == "Opératrice fictive")
            try await browser.get("/compte")
            #expect(
                browser.text.contains("second facteur sont chez lui")
                    && !browser.text.contains("Changer de mot de passe"))

            try await browser.post("/deconnexion", [:])
            #expect(browser.status == .ok && browser.text.contains("Se déconnecter aussi de Essai"))
            let leave = try #require(browser.text.firstRange(of: "/o/logout/?"))
            #expect(browser.text[leave.upperBound...].hasPrefix("id_token_hint=ey"))
            let href = try #require(browser.text[..<leave.upperBound].ranges(of: "href=\"").last)
            let address = String(browser.text[href.upperBound...].prefix { $0 != "\"" })
                .replacing("&amp;", with: "&")
            #expect(try await visitor.follow(address) == "http://127.0.0.1:8080/connexion")
            try await browser.get("/")
            #expect(browser.location?.hasPrefix("/connexion") == true)

            // The provider knows the person no more.
            try await pass(&browser, with: &visitor, target: "/")
            #expect(browser.location == "/" && visitor.asked == 2)
            let count = try await scene.installation.database.read { try $0.accounts().count { $0.login == "opi63" } }
            #expect(count == 1)
        }
    }

    @Test("a claim that takes the role away closes the door, and one that changes it changes the account")
    func follows() async throws {
        try await run(creates: true) { scene, port in
            var browser = try await scene.browser()
            try await pass(&browser, as: "u-1", target: "/")
            let first = browser.cookies
            try await set(
                "u-1", #"{"preferred_username": "renommee", "name": "Fictive", "groups": ["ddpp-opi"], "dep": ["43"]}"#,
                port)
            try await pass(&browser, as: "u-1", target: "/")
            let actor = try await Accounts.actor(login: "opi63", in: scene.installation.database)
            #expect(actor.scope == .departments(["43"]))
            var former = try await scene.browser()
            former.cookies = first
            try await former.get("/")
            #expect(former.location?.hasPrefix("/connexion") == true)
            try await set("u-1", #"{"preferred_username": "opi63", "groups": []}"#, port)
            try await pass(&browser, as: "u-1", target: "/")
            #expect(browser.status == .unprocessableContent && browser.text.contains("aucun profil"))
        }
    }

    @Test("ASVS 3.7.1: secrets are for whom the provider identified of late; it is asked to do so anew")
    func anew() async throws {
        try await run(creates: true) { scene, _ in
            var (browser, visitor) = (try await scene.browser(), ProviderVisitor("u-1"))
            func makeToken() async throws {
                try await browser.get("/compte/jetons")
                try await browser.post("/compte/jetons", ["name": "logiciel", "days": "30"])
            }
            try await pass(&browser, with: &visitor, target: "/")
            try await makeToken()
            #expect(browser.status == .ok && browser.text.contains("vgt_"))

            // Known to the provider, who need not ask: coming in again proves nothing new.
            scene.clock.advance(700)
            try await pass(&browser, with: &visitor, target: "/")
            #expect(browser.location == "/" && visitor.asked == 1)
            try await makeToken()
            let page = try #require(browser.location)
            #expect(page == "/compte/confirmation?retour=%2Fcompte%2Fjetons&fin=formulaire")
            try await browser.get(page)
            #expect(
                browser.text.contains("identifier de nouveau avec\nEssai")
                    && !browser.text.contains("type=\"password\""))
            let href = try #require(browser.text.firstRange(of: "/connexion/fournisseur?"))
            let query = String(browser.text[href.upperBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
            #expect(query.hasPrefix("neuf=1&retour="))

            // The provider's clock stands still: what it says is as old as before, and is not taken for new.
            try await browser.get(try await depart(&browser, with: &visitor, query))
            #expect(visitor.asked == 2)
            let back = try #require(browser.location)
            try await browser.get(back)
            #expect(browser.status == .ok && browser.text.contains("pas confirmé que vous venez"))

            scene.clock.advance(-700)
            try await browser.get(try await depart(&browser, with: &visitor, query))
            #expect(visitor.asked == 3 && browser.location == back)
            try await browser.get(back)
            #expect(browser.location == "/compte/jetons")
            try await makeToken()
            #expect(browser.status == .ok && browser.text.contains("vgt_"))
            let sessions = try await scene.installation.access.read { try $0.sessions(of: "opi63").count }
            #expect(sessions == 1, "each way through the provider ends the session before it")
        }
    }

    @Test("a verified address comes along and is written to; one chosen here stays until the provider's changes")
    func mail() async throws {
        try await run(creates: true) { scene, port in
            func claims(_ mail: String, verified: String) -> String {
                """
                {"preferred_username": "opi63", "name": "Fictive", "groups": ["ddpp-opi"], "dep": ["63"], \
                "email": "\(mail)", "email_verified": \(verified)}
                """
            }
            func address() async throws -> String? {
                try await scene.installation.database.read { try $0.account(login: "opi63")?.mail }
            }
            var browser = try await scene.browser()
            try await set("u-1", claims("doute@exemple.fr", verified: "false"), port)
            try await pass(&browser, as: "u-1", target: "/")
            #expect(try await address() == nil, "nobody has verified it")
            try await set("u-1", claims("opi63@exemple.fr\\r\\nBcc: x@y.fr", verified: "true"), port)
            try await pass(&browser, as: "u-1", target: "/")
            #expect(try await address() == nil, "it is none")
            try await set("u-1", claims("opi63@exemple.fr", verified: "true"), port)
            try await pass(&browser, as: "u-1", target: "/")
            #expect(try await address() == "opi63@exemple.fr")
            try await browser.get("/compte/avertissements")
            #expect(browser.text.contains("opi63@exemple.fr"))

            try await scene.installation.database.write { try $0.setMail("chez-moi@exemple.fr", of: "opi63") }
            try await pass(&browser, as: "u-1", target: "/")
            #expect(try await address() == "chez-moi@exemple.fr")
            try await set("u-1", claims("mutee@exemple.fr", verified: "true"), port)
            try await pass(&browser, as: "u-1", target: "/")
            #expect(try await address() == "mutee@exemple.fr")
            let told = try await scene.installation.database.read { connection in
                try connection.all(
                    """
                    SELECT n.mail FROM notice n JOIN notice_event e ON e.id = n.event_id
                    WHERE e.topic = 'mail-changed' AND n.channel = 'mail' ORDER BY n.id
                    """
                ) { $0.text(0) }
            }
            #expect(told == ["chez-moi@exemple.fr"], "the address that is left is told")
        }
    }

    @Test("an address without proof counts where the file says so")
    func unprovenMail() {
        var mapping = Self.mapping(creates: false)
        let identity = ProvenIdentity(issuer: "i", subject: "s", claims: ["email": ["opi63@exemple.fr"]])
        #expect(mapping.mail(of: identity) == nil)
        mapping.trustsMail = true
        #expect(mapping.mail(of: identity) == "opi63@exemple.fr")
    }

    @Test("nobody gets an account or somebody else's: without a role, by another's login, as administrator")
    func strangers() async throws {
        try await run(creates: true) { scene, _ in
            for (user, words) in [("u-2", "aucun profil"), ("u-3", "aucun compte"), ("u-4", "aucun profil")] {
                var browser = try await scene.browser()
                try await pass(&browser, as: user, target: "/")
                #expect(
                    browser.status == .unprocessableContent && browser.text.contains(words), Comment(rawValue: user))
            }
            let logins = try await scene.installation.database.read { try $0.accounts().map(\.login) }
            #expect(Set(logins) == Set(Role.allCases.map(\.rawValue)))
        }
    }

    @Test("where the mapping makes no accounts, an administrator made it first: without a password, it is linked")
    func linked() async throws {
        try await run(creates: false) { scene, _ in
            var browser = try await scene.browser()
            try await pass(&browser, as: "u-1", target: "/")
            #expect(browser.text.contains("aucun compte"))
            try await scene.installation.database.write { connection in
                try connection.insert(
                    AccountRow(login: "opi63", name: "Fictive", role: .authority, scope: .departments(["63"])))
            }
            try await pass(&browser, as: "u-1", target: "/")
            #expect(browser.location == "/")
            #expect(try await Accounts.actor(login: "opi63", in: scene.installation.database).role == .authority)
        }
    }

    @Test("a return that was not begun in this browser, or comes twice, or late, or without a code, opens nothing")
    func returns() async throws {
        try await run(creates: true) { scene, _ in
            var (browser, thief) = (try await scene.browser(), try await scene.browser())
            let back = try await depart(&browser, as: "u-1", target: "/")
            try await thief.get("/connexion")
            try await thief.get(back)
            #expect(thief.status == .unprocessableContent)
            // The thief's try used the return up.
            try await browser.get(back)
            #expect(browser.status == .unprocessableContent)

            let twice = try await depart(&browser, as: "u-1", target: "/")
            try await browser.get(twice)
            #expect(browser.location == "/")
            try await browser.get(twice)
            #expect(browser.status == .unprocessableContent)

            let late = try await depart(&browser, as: "u-1", target: "/")
            scene.clock.advance(600)
            try await browser.get(late)
            #expect(browser.status == .unprocessableContent)
            try await browser.get("/connexion/retour?error=access_denied&state=x")
            #expect(browser.status == .unprocessableContent)
        }
    }

    @Test("only an address of our own is gone to afterwards")
    func target() async throws {
        try await run(creates: true) { scene, _ in
            var browser = try await scene.browser()
            try await pass(&browser, as: "u-1", target: "//ailleurs.example")
            #expect(browser.location == "/")
        }
    }

    @Test("a provider that does not answer gives a sentence, not an error; without a provider the door is not there")
    func unreachable() async throws {
        var settings = WebScene.SignInSettings()
        settings.provider = OpenIDProvider(
            OpenIDSettings(name: "Essai", issuer: "http://127.0.0.1:1", client: ("vigie", nil)))
        try await WebScene.run(.sqlite, signIn: settings) { scene in
            var browser = try await scene.browser()
            try await browser.get("/connexion/fournisseur")
            #expect(browser.status == .unprocessableContent && browser.text.contains("pas abouti"))
        }
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser()
            try await browser.get("/connexion/fournisseur")
            #expect(browser.status == .notFound)
        }
    }
}
