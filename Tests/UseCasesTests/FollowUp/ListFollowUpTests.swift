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
