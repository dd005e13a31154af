import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: codes are words on pages") struct WordsOnPagesTests {
    @Test("an animal's breed and the causes of its movements; an unknown code says that it is one")
    func animal() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            try await scene.installation.database.write { connection in
                try connection.execute(
                    "UPDATE animal SET breed = '66', father_breed = '9Z' WHERE number = 'FR9910001000'")
                try connection.execute(
                    """
                    INSERT INTO stay (animal_id, entered_on, holding_id, entry_cause, left_on, exit_cause)
                    SELECT a.id, '2015-02-01', (SELECT min(id) FROM holding), 'N', '2016-03-01', 'B'
                    FROM animal a WHERE a.number = 'FR9910001000'
                    """)
            }
            var browser = try await scene.browser(.inspector)
            try await browser.get("/bovins/FR9910001000")
            for words in ["Prim&#39;Holstein (66)", "code 9Z", "naissance", "boucherie"] {
                #expect(browser.text.contains(words), Comment(rawValue: words))
            }
        }
    }

    @Test("the journal of an intervention tells acts, roles and outcomes in words", arguments: Engine.allCases)
    func journal(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            let path = "/interventions/\(campaign.number)"
            try await browser.get(path)
            try await browser.submit(path + "/evaluation", [("valeur-BRU", "A"), ("valeur-LEU", "A")])
            try await browser.get(path)
            #expect(browser.text.contains("<td>opérateur d&#39;inspection</td>"))
            #expect(browser.text.contains("<td>évaluation</td>"))
            #expect(!browser.text.contains("<td>evaluation.set</td>"))
        }
    }

    @Test("the audit finds a thing by its plain number, whatever it is", arguments: Engine.allCases)
    func plainNumber(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            try await scene.installation.database.write { connection in
                let one = try #require(try connection.campaigns(departments: nil).first)
                for (id, subject) in [
                    (501, "import:209"), (502, "herd:99000001/A"), (503, "letter:2090"), (504, "campaign:\(one.id)"),
                ] {
                    var entry = AuditEntry(
                        id: Int64(800_000 + id), at: "2021-02-15T0\(id - 500):00:00Z", actor: "essai",
                        role: "inspector",
                        intention: "letter.write")
                    entry.subject = subject
                    entry.department = "63"
                    try connection.audit(entry)
                }
            }
            var browser = try await scene.browser(.authority)
            for (number, words) in [
                ("209", "fichier n° 209"), ("99000001", "atelier 99000001/A"), ("2090", "courrier n° 2090"),
            ] {
                try await browser.get("/journal?objet=\(number)")
                #expect(browser.text.contains(words), Comment(rawValue: number))
                #expect(browser.text.ranges(of: "<th scope=\"row\">").count == 1, Comment(rawValue: number))
            }
            // A campaign has no number that somebody outside would know.
            try await browser.get("/journal?acte=letter.write")
            let link = "<a\nhref=\"/campagnes/63/2021\">campagne 2020-2021, département 63</a>"
            #expect(browser.text.contains(link))
        }
    }

    @Test(
        "what an act came to is told in words",
        arguments: [
            ("edition-2-validated", "édition 2 : validé"), ("printed-farmer", "imprimé : éleveur"),
            ("sent 2021-03-01", "envoyé : 01/03/2021"), ("list-cancelled", "liste annulée"),
            ("class = dairy", "classe = laitier"), ("dismissed", "écarté"), ("BRU A", "BRU A"),
        ])
    func outcome(_ code: String, _ words: String) {
        #expect(OutcomeWords.french(code) == words)
    }

    @Test("a proposed evaluation says that it is one")
    func proposed() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get(WebCampaign.path + "/suivi")
            #expect(browser.text.contains("<span class=\"proposal\">prop. A</span>"))
            try await browser.get("/interventions/\(campaign.number)")
            try await browser.submit(
                "/interventions/\(campaign.number)/evaluation", [("valeur-BRU", "A"), ("valeur-LEU", "A")])
            try await browser.get(WebCampaign.path + "/suivi")
            #expect(!browser.text.contains("prop. A") && browser.text.contains("<span>A</span>"))
        }
    }
}
