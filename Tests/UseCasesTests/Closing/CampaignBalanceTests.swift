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

    @Test(
        "PRO-286: the report says the same in Markdown, PDF and CSV, with its author's remarks",
        arguments: Engine.allCases)
    func prints(engine: Engine) async throws {
        let negative: [String?] = Array(repeating: "NEG", count: 3)
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            let outcome = try await scene.perform(
                CampaignBalance(selector: EvaluationScene.selector, remarks: ["veaux difficiles d'accès"]))
            let pdf = try text(ofPDF: outcome.pdf())
            let csv = String(decoding: try outcome.csv(), as: UTF8.self)
            for part in [
                "Maladies déléguées", "Toutes les valeurs sont nationales", "veaux difficiles d'accès", "100,00 %",
            ] {
                for text in [outcome.markdown, pdf, csv] { #expect(text.contains(part), "\(part)") }
            }
            for chapter in ["Ce qui n'a pas été fait, et pourquoi", "Dysfonctionnements par nature", outcome.title] {
                for text in [outcome.markdown, pdf] { #expect(text.contains(chapter), "\(chapter)") }
            }
            for row in outcome.table.rows {
                #expect(csv.contains(row.joined(separator: ";")))
                #expect(outcome.markdown.contains(row.dropFirst().joined(separator: " | ")))
            }
        }
    }

    @Test(
        "PRO-286: what was not done and why, malfunctions by kind, follow-ups and local values in words",
        arguments: Engine.allCases)
    func qualitative(engine: Engine) async throws {
        let negative: [String?] = Array(repeating: "NEG", count: 12)
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.database.write { connection in
                let fixture = Fixture(connection, from: 5000)
                let herds = try (2...4).map { try fixture.herd(in: fixture.holding("9900000\($0)")) }
                for herd in herds { _ = try fixture.intervention(in: scene.campaign, of: herd) }
                try connection.execute(
                    "UPDATE intervention SET state = 'withdrawn', state_reason = 'cessation' WHERE herd_id = ?",
                    [.int(herds[0])])
                try connection.execute(
                    """
                    INSERT INTO non_completion (id, campaign_id, intervention_id, code, decided_on, decided_by)
                    SELECT 6000, campaign_id, id, 'DECNR_AA', ?, 'essai' FROM intervention WHERE herd_id = ?
                    """, [.day(day("2021-02-01")), .int(herds[1])])
                for (kind, campaign) in [("milk-late", SQLValue.null), ("ABSRAP", .int(scene.campaign))] {
                    try connection.execute(
                        """
                        INSERT INTO dysfunction (id, department, campaign_id, kind, noted_on, noted_by, facts)
                        VALUES (?, '63', ?, ?, ?, 'essai', '{}')
                        """,
                        [
                            .int(kind == "ABSRAP" ? 6001 : 6002), campaign, .text(kind),
                            .day(day("2021-01-15")),
                        ])
                }
            }
            try await scene.recompute(today: "2021-01-05")
            let outcome = try await scene.perform(CampaignBalance(selector: EvaluationScene.selector))
            for row in [
                ["retraits", "", "cessation", "1"], ["dnr", "", "DECNR_AA absence d'animaux", "1"],
                ["non_realisees", "", "ni rapport ni décision", "1"],
                ["dysfonctionnements", "", "résultats de lait transmis en retard", "1"],
                ["dysfonctionnements", "", "ABSRAP absence de rapport de tuberculination", "1"],
                ["taux_realisation", "BRU", "", "100,00 %"],
            ] {
                #expect(outcome.table.rows.contains(row), "\(row)")
            }
        }
    }
}
