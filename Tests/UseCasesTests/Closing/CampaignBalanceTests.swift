import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct CampaignBalanceTests {
    @Test("PRO-286, PRO-287: work done and results per disease, beside last year's", arguments: Engine.allCases)
    func balance(engine: Engine) async throws {
        let negative: [String?] = Array(repeating: "NEG", count: 12)
        let onePositive: [String?] = Array(repeating: "NEG", count: 11) + ["POS"]
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: onePositive) { scene in
            func rows() async throws -> [[String]] {
                try await scene.perform(CampaignBalance(selector: EvaluationScene.selector)).table.rows
            }
            let alone = try await rows()
            #expect(alone.contains(["demandes", "LEU", "", "12"]))
            #expect(alone.contains(["non_negatifs", "LEU", "", "1"]))
            #expect(alone.contains(["statuts", "LEU", "AS", "1"]))
            #expect(alone.contains(["plans", "BRU", "sang", "1"]))
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO campaign (id, department, prophylaxis_year, name, starts_on, ends_on, state, parameters)
                    VALUES (7000, '63', 2020, 'PB', ?, ?, 'closed', '{}')
                    """, [.day(day("2019-10-01")), .day(day("2020-04-30"))])
                try connection.execute(
                    """
                    INSERT INTO intervention (campaign_id, id, number, herd_id, department, kind, origin)
                    SELECT 7000, 7001, '990000009001', id, '63', 'main', 'history' FROM herd
                    """)
            }
            let compared = try await rows()
            #expect(compared.contains(["interventions", "", "prévues", "1", "1"]))
            #expect(compared.contains(["demandes", "LEU", "", "12", "0"]))
        }
    }

    @Test("PRO-286: the report says the same in Markdown and PDF", arguments: Engine.allCases)
    func prints(engine: Engine) async throws {
        let negative: [String?] = Array(repeating: "NEG", count: 3)
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            let outcome = try await scene.perform(CampaignBalance(selector: EvaluationScene.selector))
            let pdf = try text(ofPDF: outcome.pdf())
            for part in [outcome.title, "Maladies déléguées", "statuts"] {
                #expect(outcome.markdown.contains(part))
                #expect(pdf.contains(part))
            }
        }
    }
}
