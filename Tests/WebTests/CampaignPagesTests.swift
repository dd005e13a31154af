import HTTPTypes
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: home, work lists, campaign, desk, audit, help") struct CampaignPagesTests {
    private static let sick = ["POS"] + Array(repeating: "NEG", count: 11)

    @Test(
        "CAL-29: home shows each role its own lists first, and how far the campaign is", arguments: Engine.allCases)
    func home(engine: Engine) async throws {
        try await WebCampaign.run(engine, brucellosis: Self.sick) { scene, _ in
            var authority = try await scene.browser(.authority)
            try await authority.get("/")
            #expect(authority.text.contains("décision de recontrôle attendue"))
            #expect(authority.text.contains("anomalie sanitaire") && authority.text.contains("12 / 12 (100,0 %)"))
            #expect(authority.text.contains("/campagnes/63/2021/bureau"))
            var vet = try await scene.browser(.veterinarian)
            try await vet.get("/")
            #expect(vet.status == .ok && !vet.text.contains("/campagnes/"))
            var administrator = try await scene.browser(.administrator)
            try await administrator.get("/administration/sante")
            #expect(administrator.text.contains("Connexions") && !administrator.text.contains("brucellose"))
        }
    }

    @Test("every work list counts as many lines as it shows", arguments: Engine.allCases)
    func counts(engine: Engine) async throws {
        try await WebCampaign.run(engine, herds: 3, brucellosis: Self.sick) { scene, campaign in
            try await scene.installation.database.write { connection in
                try connection.execute("UPDATE disease_state SET tested = 10 WHERE disease = 'LEU'")
                try connection.execute("UPDATE disease_state SET tested_off_document = 1 WHERE disease = 'LEU'")
            }
            let context = scene.context(.authority)
            let counted = try await CountWork(campaign: WebCampaign.selector).perform(context)
            for row in counted.rows {
                let kind = try #require(WorkKind(rawValue: row[0]))
                let list = try await ListWork(campaign: WebCampaign.selector, kind: kind).perform(context)
                #expect(String(list.rows.count) == row[1], Comment(rawValue: row[0]))
            }
            #expect(counted.rows.contains { $0[1] != "0" })
        }
    }

    @Test("each work list is a page with its lines, links and CSV", arguments: WorkKind.allCases.map(\.rawValue))
    func workPages(_ kind: String) async throws {
        try await WebCampaign.run(.sqlite, brucellosis: Self.sick) { scene, campaign in
            var browser = try await scene.browser(.authority)
            try await browser.get("\(WebCampaign.path)/travail/\(kind)")
            #expect(browser.status == .ok)
            if kind == "decision-awaited" { #expect(browser.text.contains("/interventions/\(campaign.number)")) }
            try await browser.get("\(WebCampaign.path)/travail/\(kind)/liste.csv")
            #expect(browser.last?.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(browser.text.hasPrefix("liste;intervention;"))
        }
    }

    @Test(
        "what an alert is about is said in words, with the file where no intervention is known",
        arguments: [
            ("import:4711", "Résultat non négatif : fichier n° 4711", "href=\"/fichiers/4711\""),
            ("2021-02-10", "Résultat non négatif : test du 10/02/2021", "—"),
            ("99000014 D0000008", "Résultat non négatif : 99000014 D0000008", "—"),
        ])
    func alertsInWords(_ subject: String, _ words: String, _ link: String) async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO work_item (id, department, audience, kind, subject, facts, opened_on)
                    VALUES (9000, '63', 'authority', 'alert-non-negative', ?, '{}', ?)
                    """, [.text(subject), .day(Day(number: 18600))])
            }
            var browser = try await scene.browser(.authority)
            try await browser.get(WebCampaign.path + "/travail/alerts")
            #expect(browser.text.contains(words) && browser.text.contains(link) && !browser.text.contains("import:"))
        }
    }

    @Test("an alert is closed with its reason, once; without one it stays", arguments: Engine.allCases)
    func closesAlerts(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO work_item (id, department, audience, kind, subject, facts, opened_on)
                    VALUES (9000, '63', 'delegate', 'referral', '<script>x</script>', '{}', ?)
                    """, [.day(Day(number: 18600))])
            }
            var browser = try await scene.browser(.inspector)
            let path = WebCampaign.path + "/travail/alerts"
            try await browser.get(path)
            #expect(browser.text.contains("&lt;script&gt;x"))
            try await browser.post(WebCampaign.path + "/alertes/clore", ["alerte": "9000", "motif": " "])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.text.contains("<details open><summary>Clore l&#39;alerte"))
            try await browser.post(WebCampaign.path + "/alertes/clore", ["alerte": "9000", "motif": "Traité"])
            #expect(browser.status == .seeOther)
            try await browser.get(path)
            #expect(browser.text.contains("Cette liste est vide."))
            try await browser.post(
                WebCampaign.path + "/alertes/clore",
                ["alerte": "9000", "motif": "Encore", "_form": browser.value(of: "_form") ?? ""])
            #expect(browser.status == .unprocessableContent && browser.text.contains("est déjà close"))
            try await browser.get(path)
            try await browser.post(WebCampaign.path + "/alertes/clore", ["alerte": "neuf", "motif": "Encore"])
            #expect(browser.status == .badRequest || browser.status == .forbidden)
        }
    }

    @Test(
        "PRO-98: the campaign's page shows progress, deadlines, check-list and parameters in words",
        arguments: Engine.allCases)
    func campaign(engine: Engine) async throws {
        try await WebCampaign.run(engine, brucellosis: Self.sick) { scene, campaign in
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO inspection_report (id, campaign_id, intervention_id, number, version, value, issuer,
                        inspector, issued_on, evaluations, facts_digest, document_digest)
                    VALUES (9001, ?, ?, 'RI-1', 1, 'A', 'x', 'x', ?, '{}', 'x', 'x')
                    """, [.int(campaign.campaign), .int(campaign.intervention), .day(Day(number: 18660))])
            }
            var browser = try await scene.browser(.inspector)
            try await browser.get("/campagnes")
            #expect(browser.text.contains("href=\"/campagnes/63/2021\""))
            try await browser.get("/campagnes/63/2021")
            #expect(browser.status == .ok)
            for text in ["Échéances", "Paramètres", "valeur nationale", "data-chart=\"line\"", "Liste de contrôle"] {
                #expect(browser.text.contains(text), Comment(rawValue: text))
            }
        }
    }

    @Test("the authority's desk holds what waits for it, and letters to write", arguments: Engine.allCases)
    func desk(engine: Engine) async throws {
        try await WebCampaign.run(engine, brucellosis: Self.sick) { scene, campaign in
            var browser = try await scene.browser(.authority)
            try await browser.get(WebCampaign.path + "/bureau")
            #expect(browser.text.contains("/interventions/\(campaign.number)"))
            #expect(browser.text.contains("id=\"courriers\""))
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(WebCampaign.path + "/bureau")
            #expect(inspector.status == .forbidden)
            try await inspector.get(WebCampaign.path + "/courriers")
            #expect(inspector.status == .ok)
        }
    }

    @Test(
        "the audit is read by filters and pages, its chain verified; the administrator sees no health data",
        arguments: Engine.allCases)
    func audit(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            var inspector = try await scene.browser(.inspector)
            let path = "/interventions/\(campaign.number)"
            try await inspector.get(path)
            try await inspector.submit(path + "/notes", [("nature", "note"), ("texte", "Vu")])
            #expect(inspector.status == .seeOther)
            var authority = try await scene.browser(.authority)
            try await authority.get("/journal?acte=intervention.note")
            #expect(
                authority.text.contains("href=\"/interventions/\(campaign.number)\">intervention \(campaign.number)<"))
            try await authority.get("/journal?acte=intervention.note&objet=\(campaign.number)&depuis=2021-02-15")
            #expect(authority.text.contains("intervention \(campaign.number)<"))
            try await authority.get("/journal?acte=intervention.note&objet=\(campaign.number)&depuis=2021-02-16")
            #expect(authority.text.contains("Aucune écriture") && !authority.text.contains("<table"))
            try await authority.get("/journal?compte=personne")
            #expect(authority.text.contains("Aucune écriture"))
            try await authority.get("/journal?objet=%27%20OR%201%3D1")
            #expect(authority.status == .ok)
            try await authority.get("/journal?apres=%3Cscript%3E")
            #expect(authority.status == .badRequest)
            try await authority.get("/journal?departement=15")
            #expect(authority.status == .notFound)
            try await authority.get("/journal")
            try await authority.post("/journal/verification", [:])
            #expect(authority.status == .ok && authority.text.contains("La chaîne est intacte"))
            var administrator = try await scene.browser(.administrator)
            try await administrator.get("/journal?objet=intervention:\(campaign.number)")
            #expect(administrator.status == .ok && !administrator.text.contains("intervention \(campaign.number)"))
        }
    }

    @Test("settings: the sender and the texts of letters, each side its own", arguments: Engine.allCases)
    func settings(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/parametres")
            #expect(browser.location == "/parametres/63")
            try await browser.get("/parametres/63")
            #expect(browser.status == .ok && browser.text.contains("texte par défaut"))
            try await browser.post(
                "/parametres/63/expediteurs/delegate", ["signataire": "<b>Moi</b>", "motif": "Arrivée"])
            #expect(browser.status == .seeOther)
            try await browser.get("/parametres/63")
            #expect(browser.text.contains("&lt;b&gt;Moi&lt;/b&gt;"))
            try await browser.post("/parametres/63/expediteurs/delegate", ["signataire": "Elle", "lieu": "Là"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.text.contains("value=\"Elle\"") && browser.text.contains("value=\"Là\""))
            try await browser.post("/parametres/63/expediteurs/authority", ["signataire": "Moi", "motif": "Arrivée"])
            #expect(browser.status == .forbidden)
            let letter = "/parametres/63/courriers/rappel-90-jours"
            try await browser.get(letter)
            try await browser.post(letter, ["texte": "{inconnu}", "motif": "Essai"])
            #expect(browser.status == .unprocessableContent && browser.text.contains("{inconnu}"))
            try await browser.get(letter + "/apercu.pdf")
            #expect(browser.last?.headers[.contentType] == "application/pdf")
            try await browser.get("/parametres/15")
            #expect(browser.status == .notFound)
        }
    }

    @Test("help explains every rule of the book")
    func help() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.keeper)
            try await browser.get("/aide")
            #expect(browser.status == .ok)
            for entry in RuleBook.entries {
                try await browser.get("/aide/regles/\(entry.name)")
                #expect(browser.status == .ok, Comment(rawValue: entry.name))
                #expect(entry.sources.allSatisfy { browser.text.contains($0.place.htmlEscaped) })
            }
            try await browser.get("/aide/regles/aucune")
            #expect(browser.status == .notFound)
            try await browser.get("/aide")
            for word in [
                "DAI", "RAI", "DNR", "Délégant", "OPI", "Sérothèque", "INFOLABO", "Plan prévisionnel", "Suites",
            ] {
                #expect(browser.text.contains("<dt>\(word)</dt>"), Comment(rawValue: word))
            }
            #expect(browser.text.contains("<dt>A</dt><dd>conforme"))
        }
    }

    @Test(
        "the manual has a section for each page that a role can open, and says who may do what",
        arguments: Role.allCases)
    func manual(role: Role) async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(role)
            for section in FrenchTexts.manual {
                try await browser.get(section.path)
                let isOpen = section.access.allows(role)
                #expect(browser.status == (isOpen ? .ok : .notFound), Comment(rawValue: section.key))
                #expect(!isOpen || section.steps.count >= 1 && section.notes.count >= 1)
            }
            try await browser.get("/aide/droits")
            #expect(browser.text.ranges(of: "<tr>").count == Intention.allCases.count + 1)
            for code in Role.allCases.map(\.rawValue) + Intention.allCases.map(\.rawValue) {
                #expect(!browser.text.contains(">\(code)<"), Comment(rawValue: code))
            }
            try await browser.get("/avertissements")
            #expect(browser.text.contains("href=\"/aide/pages/compte\""))
        }
    }
}

extension String {
    fileprivate var htmlEscaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
