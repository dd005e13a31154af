import Foundation
import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

/// Herds, animals, interventions, campaigns, work lists as programs read them: every field as the description has it.
@Suite("Issue 3 §4: what is known, by named fields") struct RecordAPITests {
    @Test("each column of each theme has one field, and no two share a name")
    func fields() {
        let themes: [(String, Int, [RecordField])] =
            HerdTheme.allCases.map { ($0.rawValue, $0.columns.count, $0.fields) }
            + AnimalTheme.allCases.map { ($0.rawValue, $0.columns.count, $0.fields) }
            + (InterventionTheme.all + [.head]).map { ($0.name, $0.columns.count, $0.fields) }
        for (name, columns, fields) in themes {
            #expect(fields.count == columns, Comment(rawValue: name))
            #expect(Set(fields.map(\.name)).count == fields.count, Comment(rawValue: name))
            #expect(fields.allSatisfy { $0.name.allSatisfy { $0.isASCII && $0.isLetter } }, Comment(rawValue: name))
        }
        #expect(Set(InterventionTheme.all.map(\.name)).count == InterventionTheme.all.count)
    }

    /// The answer's faults against the description's schema.
    private func faults(_ answer: APIProgram.Answer, _ name: String) throws -> [String] {
        let json = try #require(JSONValue(object: Array(answer.text.utf8)), Comment(rawValue: answer.text))
        return try #require(Schemas.all[name]).faults(json).map { "\($0.code) \($0["name"] ?? "")" }
    }

    @Test(
        "CAL-30, CAL-35: a herd, an animal and an intervention are what the description says",
        arguments: Engine.allCases)
    func described(_ engine: Engine) async throws {
        let results = Array(repeating: "NEG", count: 10) + ["POS", "DTX"]
        try await WebCampaign.run(engine, brucellosis: results) { scene, made in
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO stay (animal_id, entered_on, holding_id, entry_cause)
                    VALUES ((SELECT id FROM animal WHERE number = 'FR9910001010'), '2019-03-01',
                        (SELECT id FROM holding WHERE number = '99000001'), 'N')
                    """)
            }
            let program = try await scene.program(.authority)
            for (path, schema) in [
                ("/herds/99000001/A", "HerdRecord"), ("/animals/FR9910001010", "AnimalRecord"),
                ("/interventions/\(made.number)/dossier", "InterventionRecord"),
                ("/campaigns/63/2021", "CampaignView"),
            ] {
                let answer = try await program.get(path)
                #expect(answer.status == .ok, Comment(rawValue: answer.text))
                #expect(try faults(answer, schema).isEmpty, Comment(rawValue: path))
            }
            let herd = try await program.get("/herds/99000001/A").json
            #expect(herd["holding"] as? String == "99000001" && herd["animalsPresent"] as? Int == 12)
            let animal = try await program.get("/animals/FR9910001010").json
            let tests = try #require(animal["results"] as? [[String: Any]])
            #expect(tests.contains { $0["disease"] as? String == "BRU" && $0["interpretation"] as? String == "POS" })
            #expect(
                tests.allSatisfy { $0["testedOn"] as? String == "2020-11-02" && $0["matrix"] as? String == "blood" })
            let dossier = try await program.get("/interventions/\(made.number)/dossier").json
            let plans = try #require(dossier["plans"] as? [[String: Any]])
            #expect(plans.map { $0["matrix"] as? String } == ["blood", "blood"])
            let diseases = try #require(dossier["diseases"] as? [[String: Any]])
            let brucellosis = try #require(diseases.first { $0["disease"] as? String == "BRU" })
            #expect(brucellosis["nonNegative"] as? Int == 1 && brucellosis["doubtfulSeen"] as? Int == 1)
            #expect(brucellosis["inCharge"] as? String == "delegate")
            #expect((dossier["nonNegatives"] as? [[String: Any]])?.count == 2)
            let deadlines = try #require(
                try await program.get("/campaigns/63/2021").json["deadlines"] as? [String: String])
            #expect(deadlines["closingFrom"] == "2021-05-30" && deadlines["forcedClosingAfter"] == "2021-09-15")
        }
    }

    @Test("a keeper's and a veterinarian's are what the description says, without the services' own")
    func own() async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            for role in [Role.keeper, .veterinarian] {
                let program = try await scene.program(role)
                for (path, schema, hidden) in [
                    ("/herds/99000001/A", "HerdRecord", ["notes", "links", "takeover"]),
                    ("/interventions/990000000001/dossier", "InterventionRecord", ["journal", "notes", "tasks"]),
                    ("/animals/FR9900001001", "AnimalRecord", []),
                ] {
                    let answer = try await program.get(path)
                    #expect(answer.status == .ok, Comment(rawValue: answer.text))
                    #expect(try faults(answer, schema).isEmpty, Comment(rawValue: path))
                    #expect(Set(try answer.json.keys).isDisjoint(with: hidden), Comment(rawValue: path))
                }
            }
        }
    }

    @Test("a line of a work list says for whom by a code, and names no command", arguments: Engine.allCases)
    func workList(_ engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, made in
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO work_item (id, department, campaign_id, intervention_id, audience, kind, subject, facts,
                        opened_on) VALUES (900, '63', ?, ?, 'authority', 'alert-non-negative', 'FR9910001000', '{}',
                        '2020-11-05')
                    """, [.int(made.campaign), .int(made.intervention)])
            }
            let program = try await scene.program(.authority)
            let answer = try await program.get("/campaigns/63/2021/worklists/alerts")
            let line = try #require(try answer.items.first)
            #expect(line["audience"] as? String == "authority" && line["item"] as? Int == 900)
            #expect(line["detail"] as? String == "Résultat non négatif : FR9910001000")
            #expect((line["action"] as? String)?.contains("vigie") == false)
            var browser = try await scene.browser(.authority)
            try await browser.get("\(WebCampaign.path)/travail/alerts/liste.csv")
            let csv = browser.text
            #expect(csv.contains("DD(CS)PP") && csv.contains("Résultat non négatif : FR9910001000"))
            #expect(!csv.contains("alert-non-negative") && !csv.contains("vigie"))
        }
    }
}
