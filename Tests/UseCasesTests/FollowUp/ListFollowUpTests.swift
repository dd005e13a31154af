import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct ListFollowUpTests {
    private let negative: [String?] = Array(repeating: "NEG", count: 12)

    private func list(
        _ scene: EvaluationScene, _ change: (inout FollowUpFilter) -> Void = { _ in }
    ) async throws -> [[String: String]] {
        var filter = FollowUpFilter()
        change(&filter)
        return try await scene.perform(ListFollowUp(campaign: EvaluationScene.selector, filter: filter)).table.objects
    }

    @Test(
        "PRO-221: one line with dates, rates against the objective, non-negatives and plans", arguments: Engine.allCases
    )
    func columns(engine: Engine) async throws {
        let short: [String?] = Array(repeating: "NEG", count: 8) + ["POS", nil, nil, nil]
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: short) { scene in
            let line = try #require(try await list(scene).first)
            #expect(line["intervention"] == scene.number)
            #expect(line["ede"] == "99000001")
            #expect(line["premiere_le"] == "2020-11-02")
            #expect(line["jours_depuis"] == "64")
            #expect(line["BRU_plans"] == "sang")
            #expect(line["TUB_plans"] == "")
            #expect(line["BRU_taux"] == "100.0")
            #expect(line["LEU_taux"] == "75.0")
            #expect(line["LEU_non_negatifs"] == "1")
            #expect(line["LEU_statut"] == "AS")
            #expect(line["rapport"] == "")
        }
    }

    @Test("PRO-277: level 1 is without report, level 2 with it; filters narrow both", arguments: Engine.allCases)
    func levels(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            #expect(try await list(scene, { $0.hasReport = false }).count == 1)
            #expect(try await list(scene, { $0.hasReport = true }).isEmpty)
            #expect(try await list(scene, { $0.isUntreated = true }).count == 1)
            #expect(try await list(scene, { $0.isUnevaluated = true }).count == 1)
            #expect(try await list(scene, { ($0.disease, $0.status) = (.brucellosis, .withoutAnomaly) }).count == 1)
            #expect(try await list(scene, { ($0.disease, $0.status) = (.tuberculosis, .withoutAnomaly) }).isEmpty)
            #expect(try await list(scene, { $0.hasNonNegative = true }).isEmpty)
            #expect(try await list(scene, { ($0.disease, $0.isRequested) = (.tuberculosis, true) }).isEmpty)
            #expect(try await list(scene, { $0.insee = "63113" }).count == 1)
            #expect(try await list(scene, { $0.herdClass = "dairy" }).isEmpty)
            try await scene.evaluate(
                [.brucellosis: .compliant, .leukosis: .administrativeNonCompliance], comment: "bon absent")
            _ = try await scene.issue()
            #expect(try await list(scene, { $0.hasReport = false }).isEmpty)
            let line = try #require(
                try await list(scene, { $0.reportValue = .administrativeNonCompliance }).first)
            #expect(line["valeur"] == "B")
            #expect(line["LEU_evaluation"] == "B")
        }
    }

    @Test(
        "PRO-277: one programmed disease without a final evaluation is enough, until a report or a decision stands",
        arguments: Engine.allCases)
    func unevaluated(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            func waits(_ disease: Disease? = nil) async throws -> Int {
                try await list(scene, { ($0.disease, $0.isUnevaluated) = (disease, true) }).count
            }
            try await scene.evaluate([.brucellosis: .compliant])
            #expect(try await waits() == 1, "leukosis has none")
            #expect(try await waits(.brucellosis) == 0)
            #expect(try await waits(.leukosis) == 1)
            #expect(try await waits(.tuberculosis) == 0, "not programmed")
            try await scene.evaluate([.leukosis: .compliant])
            #expect(try await waits() == 0)
            try await scene.evaluate([.leukosis: .notEvaluated])
            #expect(try await waits() == 1)
            try await scene.evaluate([.leukosis: .compliant])
            _ = try await scene.issue()
            #expect(try await waits() == 0)
        }
    }

    @Test(
        "PRO-263: a retest stands on its own list: the follow-up counts what the first page counts",
        arguments: Engine.allCases)
    func retests(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.database.write { connection in
                let fixture = Fixture(connection, from: 600)
                let herd = try connection.count("SELECT herd_id FROM intervention")
                _ = try fixture.intervention(
                    in: scene.campaign, of: Int64(herd), kind: "retest", parent: scene.intervention)
            }
            let glance = try await scene.perform(CampaignGlance(EvaluationScene.selector))
            #expect(try await list(scene).count == glance.counts.interventions)
            #expect(try await list(scene, { $0.hasReport = false }).count == glance.counts.untreated)
            #expect(try await list(scene, { $0.kind = "retest" }).count == 1)
        }
    }

    @Test(
        "PRO-209, decision 1: a doubtful result is marked, and found among the non-negative", arguments: Engine.allCases
    )
    func doubtful(engine: Engine) async throws {
        let negative = negative
        let doubtful: [String?] = ["DTX"] + Array(repeating: "NEG", count: 11)
        try await EvaluationScene.run(engine, brucellosis: doubtful, leukosis: negative) { scene in
            let line = try #require(try await list(scene, { $0.hasNonNegative = true }).first)
            #expect(line["BRU_douteux"] == "1" && line["BRU_non_negatifs"] == "0" && line["LEU_douteux"] == "0")
            #expect(try await list(scene, { ($0.hasNonNegative, $0.disease) = (true, .leukosis) }).isEmpty)
        }
    }

    @Test("PRO-221: pages follow each other by key", arguments: Engine.allCases)
    func pages(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            var filter = FollowUpFilter()
            filter.limit = 1
            let first = try await scene.perform(ListFollowUp(campaign: EvaluationScene.selector, filter: filter))
            #expect(first.next?.value == scene.number)
            filter.after = first.next
            let second = try await scene.perform(ListFollowUp(campaign: EvaluationScene.selector, filter: filter))
            #expect(second.table.rows.isEmpty)
            #expect(second.next == nil)
        }
    }

    @Test("PRO-221: a name that looks like a formula stays text in the CSV")
    func formula() throws {
        let csv = try ListTable(columns: ["nom"], rows: [["=1+1"], ["Ferme"]]).csv()
        #expect(String(decoding: csv, as: UTF8.self).contains("'=1+1"))
    }
}
