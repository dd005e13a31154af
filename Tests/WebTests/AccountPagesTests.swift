import Hummingbird
import HummingbirdTesting
import Register
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §1, CAL-43: accounts in the browser") struct AccountPagesTests {
    @Test("“Mon compte” lists the own sessions; one is closed, then all others")
    func sessions() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            var second = try await scene.browser(.inspector)
            var third = try await scene.browser(.inspector)
            try await browser.get("/compte")
            #expect(browser.text.contains("Celle-ci") && browser.text.contains("Connexions récentes"))
            let field = try #require(browser.text.firstRange(of: "name=\"session\" value=\""))
            let digest = String(browser.text[field.upperBound...].prefix { $0 != "\"" })
            try await browser.post("/compte/sessions", ["session": digest])
            #expect(browser.location == "/compte?fait=sessionEnded")
            var open = 0
            for index in 0...1 {
                var other = index == 0 ? second : third
                try await other.get("/compte")
                open += other.status == .ok ? 1 : 0
            }
            #expect(open == 1)
            try await browser.get("/compte")
            try await browser.post("/compte/sessions", [:])
            try await browser.get(try #require(browser.location))
            #expect(browser.text.contains("Toutes vos autres sessions sont fermées."))
            try await second.get("/compte")
            try await third.get("/compte")
            #expect(second.status != .ok && third.status != .ok)
            try await browser.get("/compte")
            #expect(browser.status == .ok)
        }
    }

    @Test("from invitation to first sign-in: the link is shown once and opens once", arguments: Engine.allCases)
    func invitation(_ engine: Engine) async throws {
        try await WebScene.run(engine) { scene in
            var admin = try await scene.browser(.administrator)
            try await admin.get("/administration/invitations")
            try await admin.post(
                "/administration/invitations",
                [
                    "login": "vet1", "name": "<b>Fictif</b>", "role": "veterinarian", "departments": "63",
                    "organisation": "",
                ])
            #expect(admin.status == .ok && admin.text.contains("&lt;b&gt;Fictif"))
            let link = try #require(admin.text.firstRange(of: "http://127.0.0.1:8080/invitation/"))
            let token = String(admin.text[link.upperBound...].prefix { $0 != "<" })

            var person = try await scene.browser()
            try await person.get("/invitation/\(token)")
            #expect(person.status == .ok && person.text.contains("vet1"))
            try await person.post("/invitation", ["token": token, "new": "court", "again": "court"])
            #expect(person.status == .unprocessableContent)
            let choice = "cheval agrafe batterie"
            try await person.post("/invitation", ["token": token, "new": choice, "again": choice])
            #expect(person.location == "/connexion?fait=invitation")
            try await person.get("/connexion?fait=invitation")
            #expect(person.text.contains("Votre mot de passe est enregistré"))
            try await person.signIn("vet1", choice)
            #expect(person.location == "/")
            try await person.get("/invitation/\(token)")
            #expect(person.status == .gone)
        }
    }

    @Test("a table of people: links for the good lines, sentences for the others")
    func table() async throws {
        try await WebScene.run(.sqlite) { scene in
            var admin = try await scene.browser(.administrator)
            try await admin.get("/administration/invitations")
            let table =
                "login;name;role\nvet1;Fictif;veterinarian\ninspector;Fictif;keeper\n"
            try await admin.post("/administration/invitations/tableau", ["table": table])
            #expect(admin.text.contains("vet1 (Fictif)") && admin.text.contains("Ligne 3 : "))
            try await admin.get("/administration/invitations")
            try await admin.post("/administration/invitations/tableau", ["table": "x"])
            #expect(admin.status == .unprocessableContent)
        }
    }

    @Test("one person's faults name the field, a table's the line and the column; French names of roles are read")
    func faultsNameFields() async throws {
        try await WebScene.run(.sqlite) { scene in
            var admin = try await scene.browser(.administrator)
            try await admin.get("/administration/invitations")
            #expect(admin.text.contains("opérateur d&#39;inspection (inspector)"))
            try await admin.post(
                "/administration/invitations",
                ["login": "", "name": "Fictif", "role": "inspector", "departments": "63"])
            #expect(admin.status == .unprocessableContent && admin.text.contains("ne peut pas être un identifiant"))
            #expect(!admin.text.contains("Ligne 2"))
            try await admin.get("/administration/invitations")
            let table =
                "login;name;role;departments\nopi7;;Opérateur d'inspection;63\nopi8;Fictif;OPERATEUR d'inspection;63\n"
            try await admin.post("/administration/invitations/tableau", ["table": table])
            #expect(admin.text.contains("Ligne 2, colonne « name » : ") && admin.text.contains("opi8 (Fictif)"))
        }
    }

    @Test("the ties of a keeper and of a veterinarian are seen and changed", arguments: Engine.allCases)
    func ties(_ engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO veterinarian (id, order_number, name, accredited)
                    VALUES (7100, '99007', 'Dr Fictif', 1)
                    """
                )
            }
            var admin = try await scene.browser(.administrator)
            func invite(_ login: String, _ role: String) async throws {
                try await admin.get("/administration/invitations")
                try await admin.post(
                    "/administration/invitations", ["login": login, "name": "Personne fictive", "role": role])
                #expect(admin.status == .ok && admin.text.contains("ne verra aucun élevage"))
            }
            try await invite("vet7", "veterinarian")
            let vet = "/administration/comptes/vet7"
            try await admin.get(vet)
            #expect(admin.text.contains("ne voit aucun élevage"))
            try await admin.submit(vet + "/lien", [("ordre", "99008")])
            #expect(admin.status == .unprocessableContent && admin.text.contains("99008"))
            try await admin.get(vet)
            try await admin.submit(vet + "/lien", [("ordre", "99007")])
            #expect(admin.location == vet + "?fait=account")
            try await admin.get(vet)
            #expect(admin.text.contains("Dr Fictif") && !admin.text.contains("ne voit aucun élevage"))
            try await invite("eleveur7", "keeper")
            let keeper = "/administration/comptes/eleveur7"
            try await admin.get(keeper)
            try await admin.submit(keeper + "/lien", [("exploitation", "99 000 001")])
            try await admin.get(keeper)
            #expect(admin.text.contains("Détacher\n") || admin.text.contains("value=\"99000001\""))
            let tied = try await scene.installation.database.read { try $0.holdings(tiedTo: "eleveur7") }
            #expect(tied == ["99000001"])
            try await admin.submit(keeper + "/lien/retirer", [("exploitation", "99000001")])
            let left = try await scene.installation.database.read { try $0.holdings(tiedTo: "eleveur7") }
            #expect(left == [])
        }
    }

    @Test("the administrator gives a password, shown once; the person must choose another")
    func reset() async throws {
        try await WebScene.run(.sqlite) { scene in
            var admin = try await scene.browser(.administrator)
            try await admin.get("/administration/comptes/inspector")
            try await admin.post("/administration/comptes/inspector/mot-de-passe", [:])
            let start = try #require(admin.text.firstRange(of: "<code class=\"secret\">"))
            let password = String(admin.text[start.upperBound...].prefix { $0 != "<" })
            var person = try await scene.browser()
            try await person.signIn("inspector", password)
            try await person.get("/suivi")
            #expect(person.location == "/compte/mot-de-passe")
            try await person.get("/compte/mot-de-passe")
            try await person.post(
                "/compte/mot-de-passe",
                ["present": password, "new": "cheval agrafe batterie", "again": "cheval agrafe batterie"])
            try await person.get("/compte")
            #expect(person.status == .ok)
        }
    }

    @Test("rights are changed on the account's page, and the former ones end at once", arguments: Engine.allCases)
    func rights(_ engine: Engine) async throws {
        try await WebScene.run(engine) { scene in
            var person = try await scene.browser(.inspector)
            var admin = try await scene.browser(.administrator)
            try await admin.get("/administration/comptes/inspector")
            try await admin.post(
                "/administration/comptes/inspector/droits", ["role": "delegate-region", "departments": "63, 15"])
            #expect(admin.location == "/administration/comptes/inspector?fait=account")
            try await person.get("/compte")
            #expect(person.location?.hasPrefix("/connexion") == true)
            try await admin.get("/administration/comptes/inspector")
            #expect(admin.text.contains("délégataire régional") && admin.text.contains("15, 63"))
            try await admin.post("/administration/comptes/administrator/etat", ["actif": "non"])
            #expect(admin.status == .unprocessableContent)
        }
    }

    @Test("the list is searched literally, page by page")
    func list() async throws {
        try await WebScene.run(.sqlite) { scene in
            var admin = try await scene.browser(.administrator)
            try await admin.get("/administration/comptes")
            #expect(admin.text.contains("/administration/comptes/dairy-laboratory"))
            try await admin.get("/administration/comptes?q=%25&profil=")
            #expect(admin.text.contains("Aucun compte ne répond"))
            try await admin.get("/administration/comptes?q=DAIRY&profil=dairy-laboratory")
            #expect(admin.text.contains("/administration/comptes/dairy-laboratory"))
            #expect(!admin.text.contains("/administration/comptes/inspector"))
            try await admin.get("/administration/sante")
            #expect(admin.text.contains("SQLite"))
            try await admin.get("/administration/comptes/personne")
            #expect(admin.status == .notFound)
        }
    }

    @Test("ASVS 3.4: over TLS the cookies are Secure, HttpOnly, SameSite and bound to the host")
    func cookies() async throws {
        try await WebScene.run(.sqlite, secure: true) { scene in
            var browser = try await scene.browser()
            try await browser.signIn("inspector", WebScene.password)
            let settings = browser.last?.headers[values: .setCookie] ?? []
            #expect(settings.count == 2)
            for setting in settings {
                let parts = setting.lowercased()
                #expect(parts.hasPrefix("__host-vigie") && !parts.contains("domain="))
                for attribute in ["secure", "httponly", "samesite=lax", "path=/"] { #expect(parts.contains(attribute)) }
            }
        }
    }
}
