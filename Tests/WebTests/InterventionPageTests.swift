import HTTPTypes
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: the page of an intervention") struct InterventionPageTests {
    @Test(
        "PRO-221, PRO-228: status with its reasons, animals of the document, results, on one page",
        arguments: Engine.allCases)
    func shows(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/interventions/\(campaign.number)")
            #expect(browser.status == .ok)
            for text in [
                "sans anomalie", "12 testés sur 12 demandés", "annexe 2, règle 4", "FR9910001000", "Ferme fictive",
                "Résultats de sang", "Document de prélèvement",
            ] {
                #expect(browser.text.contains(text), Comment(rawValue: text))
            }
        }
    }

    @Test("PRO-239, PRO-249, PRO-269: evaluated, reported, shown as PDF, invalidated", arguments: Engine.allCases)
    func evaluatesAndReports(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            let path = "/interventions/\(campaign.number)"
            try await browser.get(path)
            try await browser.submit(path + "/evaluation", [("valeur-BRU", "A"), ("valeur-LEU", "A")])
            #expect(browser.location == path + "?fait=evaluation")
            try await browser.get(path + "?fait=evaluation")
            #expect(browser.text.contains("Évaluation enregistrée."))
            try await browser.submit(path + "/rapport", [("commentaire", "Vu"), ("realisee", "")])
            #expect(browser.location == path + "?fait=report")
            try await browser.get(path)
            #expect(
                browser.text.contains("Rapport d&#39;inspection émis")
                    || browser.text.contains("Rapport d'inspection émis"))
            try await browser.get(path + "/rapports/1/rapport.pdf")
            #expect(browser.last?.headers[.contentType] == "application/pdf")
            #expect(browser.last?.body.readableBytes ?? 0 > 1000)
            try await browser.get(path)
            let report = try #require(browser.value(of: "rapport"))
            try await browser.submit(path + "/invalidation", [("rapport", report), ("motif", "Erreur")])
            #expect(browser.location == path + "?fait=invalidation")
        }
    }

    @Test(
        "two people on one page: the second is told what changed, and nothing is overwritten",
        arguments: Engine.allCases)
    func toldWhatChanged(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var first = try await scene.browser(.inspector)
            var second = try await scene.browser(.authority)
            try await first.get(path)
            try await second.get(path)
            try await first.submit(path + "/evaluation", [("valeur-BRU", "A")])
            #expect(first.status == .seeOther)
            try await second.submit(path + "/evaluation", [("valeur-BRU", "B"), ("commentaire-BRU", "Vu autrement")])
            #expect(second.status == .unprocessableContent)
            #expect(second.text.contains("a changé depuis que vous avez ouvert la page : inspector (évaluation)"))
            #expect(second.text.contains("Vu autrement"))
            let values = try await scene.installation.database.read { connection in
                try connection.all("SELECT value FROM evaluation") { $0.text(0) }
            }
            #expect(values == ["A"])
            // What it shows now is current: sent again, it counts.
            try await second.submit(
                path + "/evaluation", [("valeur-BRU", "B"), ("commentaire-BRU", "Vu autrement"), ("preuve-BRU", "P1")])
            #expect(second.status == .seeOther || second.text.contains("Évaluation enregistrée."))
        }
    }

    @Test("a refused evaluation says why and keeps what was typed")
    func refusedEvaluation() async throws {
        try await WebCampaign.run(.sqlite, brucellosis: ["POS"] + Array(repeating: "NEG", count: 11)) {
            scene, campaign in
            var browser = try await scene.browser(.inspector)
            let path = "/interventions/\(campaign.number)"
            try await browser.get(path)
            try await browser.submit(path + "/evaluation", [("valeur-BRU", "A"), ("commentaire-BRU", "Tout va bien")])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.text.contains("Tout va bien"))
            #expect(browser.text.contains("Que faire"))
        }
    }

    @Test("a refused form stands open again with what was typed, and no other one", arguments: Engine.allCases)
    func refusedForms(engine: Engine) async throws {
        try await WebCampaign.run(engine, brucellosis: ["POS"] + Array(repeating: "NEG", count: 11)) {
            scene, campaign in
            var browser = try await scene.browser(.authority)
            let path = "/interventions/\(campaign.number)"
            let tries: [(String, [(String, String)], open: String, kept: String, said: String)] = [
                ("/rapport", [("commentaire", "À revoir")], "rapport", ">À revoir</textarea>", "évaluation"),
                ("/recontrole", [("notifie", "demain")], "recontrole", "value=\"demain\"", "n'est pas une date"),
                ("/recontrole", [("notifie", "")], "recontrole", "name=\"notifie\"", "Il manque : Notifié"),
                (
                    "/recontrole", [("notifie", "15/02/2021"), ("limite", "16/02/2021")], "recontrole",
                    "value=\"16/02/2021\"", "02/03/2021"
                ),
                ("/notes", [("nature", "call"), ("texte", " ")], "note", "value=\"call\" selected", "vide"),
            ]
            for (form, fields, id, kept, said) in tries {
                try await browser.get(path)
                try await browser.submit(path + form, fields + [("formulaire", id)])
                let about = Comment(rawValue: "\(form) \(fields)")
                let text = browser.text.replacing("&#39;", with: "'")
                #expect(browser.status == .unprocessableContent, about)
                #expect(text.contains("id=\"\(id)\" open"), about)
                #expect(text.contains(kept) && text.contains(said), about)
                // The order of a retest always stands open where a result asks for one; the evaluation never does.
                #expect(!text.contains("open>\n<summary>Évaluer</summary>"), about)
            }
            try await browser.get(path)
            try await browser.submit(path + "/recontrole", [("notifie", "15/02/2021"), ("limite", "")])
            #expect(browser.location == path + "?fait=retest", "a day as people type it")
        }
    }

    @Test(
        "wrong and missing fields are no form",
        arguments: [
            [("valeur-BRU", "Z")], [("valeur-BRU", "A"), ("etat", "")],
        ])
    func wrongFields(_ fields: [(String, String)]) async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            let path = "/interventions/\(campaign.number)"
            try await browser.get(path)
            try await browser.submit(path + "/evaluation", fields)
            #expect([.badRequest, .unprocessableContent].contains(browser.status))
            try await browser.post(path + "/recontrole", ["notifie": "demain", "etat": "x", "vu": "x"])
            #expect(browser.status == .badRequest || browser.status == .forbidden)
        }
    }

    @Test("a foreign intervention answers exactly like a missing one")
    func foreign() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            try await scene.installation.database.write { connection in
                try connection.execute("UPDATE intervention SET department = '15'")
            }
            var browser = try await scene.browser(.inspector)
            try await browser.get("/interventions/\(campaign.number)")
            let foreign = (browser.status, browser.text)
            try await browser.get("/interventions/990000000000")
            #expect(foreign.0 == .notFound && browser.status == .notFound)
            #expect(foreign.1 == browser.text)
            for path in [
                "rapports/1/rapport.pdf", "courriers/1/courrier.pdf", "documents/1/document.pdf",
                "exemplaires/1/exemplaire.pdf",
            ] {
                try await browser.get("/interventions/\(campaign.number)/\(path)")
                #expect(browser.status == .notFound, Comment(rawValue: path))
            }
        }
    }

    @Test("PRO-201, PRO-220: a note is kept; hostile words are displayed, not executed", arguments: Engine.allCases)
    func hostileNote(engine: Engine) async throws {
        try await WebCampaign.run(engine, name: "<script>alert(1)</script>\u{202E}emref") { scene, campaign in
            var browser = try await scene.browser(.inspector)
            let path = "/interventions/\(campaign.number)"
            try await browser.get(path)
            let words = "<img src=x onerror=alert(1)>\u{202E}\u{0}" + String(repeating: "é", count: 9_900)
            try await browser.submit(
                path + "/notes", [("nature", "call"), ("texte", words.replacing("\u{0}", with: ""))])
            #expect(browser.location == path + "?fait=note")
            try await browser.get(path)
            #expect(browser.status == .ok)
            #expect(!browser.text.contains("<script>alert") && !browser.text.contains("<img src=x"))
            #expect(browser.text.contains("&lt;img src=x onerror=alert(1)&gt;"))
            try await browser.submit(path + "/notes", [("nature", "call"), ("texte", "  ")])
            #expect(browser.status == .unprocessableContent)
            try await browser.submit(
                path + "/notes", [("nature", "call"), ("texte", String(repeating: "é", count: 10_001))])
            #expect(browser.status == .unprocessableContent && browser.text.contains("10000 caractères"))
        }
    }

    @Test("the national authority looks on: no form but reading")
    func readOnly() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            var browser = try await scene.browser(.nationalAuthority)
            try await browser.get("/interventions/\(campaign.number)")
            #expect(browser.status == .ok)
            #expect(!browser.text.contains("/evaluation\""))
            try await browser.submit("/interventions/\(campaign.number)/evaluation", [("valeur-BRU", "A")])
            #expect(browser.status == .forbidden)
        }
    }

    @Test("PRO-262, PRO-263: the authority orders a retest from the page", arguments: Engine.allCases)
    func retest(engine: Engine) async throws {
        try await WebCampaign.run(engine, brucellosis: ["POS"] + Array(repeating: "NEG", count: 11)) {
            scene, campaign in
            var browser = try await scene.browser(.authority)
            let path = "/interventions/\(campaign.number)"
            try await browser.get(path)
            try await browser.submit(path + "/recontrole", [("notifie", "2021-02-15"), ("limite", "2021-02-16")])
            #expect(browser.status == .unprocessableContent)
            try await browser.submit(path + "/recontrole", [("notifie", "2021-02-15"), ("limite", "2021-03-15")])
            #expect(browser.location == path + "?fait=retest")
            try await browser.get(path)
            #expect(browser.text.contains("Recontrôle ordonné"))
            try await browser.submit(path + "/recontrole/issue", [("issue", "not-done")])
            #expect(browser.location == path + "?fait=retestEnd")
        }
    }
}

extension WebBrowser {
    /// Sends a form of the last page with its hidden state.
    mutating func submit(_ path: String, _ fields: [(String, String)]) async throws {
        let basis = ["etat", "vu"].filter { name in !fields.contains { $0.0 == name } }.compactMap { name in
            value(of: name).map { (name, $0) }
        }
        try await send(fields: basis + fields, to: path)
    }

    /// The value of the first hidden field with this name.
    func value(of name: String) -> String? {
        guard let start = text.firstRange(of: "name=\"\(name)\"") else { return nil }
        let value = text[start.upperBound...].drop { $0.isWhitespace }
        guard value.hasPrefix("value=\"") else { return nil }
        return String(value.dropFirst(7).prefix { $0 != "\"" })
    }
}
