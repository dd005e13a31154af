import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

/// Decision 3: a result that contradicts a report comes with the draft of its invalidation.
@Suite struct InvalidationDraftTests {
    private static let negative: [String?] = Array(repeating: "NEG", count: 12)

    /// A report A on both diseases, then a positive result for the first animal.
    private func contradicted(
        _ engine: Engine, _ body: @escaping @Sendable (EvaluationScene, String) async throws -> Void
    ) async throws {
        try await EvaluationScene.run(engine, brucellosis: Self.negative, leukosis: Self.negative) { scene in
            try await scene.evaluate([.brucellosis: .compliant, .leukosis: .compliant])
            _ = try await scene.issue()
            let report = "RI-63-\(scene.number)"
            let none = try await scene.perform(DraftInvalidations(campaign: EvaluationScene.selector))
            #expect(none == [])
            try await scene.database.write { connection in
                for (audience, id) in [("delegate", 900), ("authority", 901)] {
                    try connection.execute(
                        """
                        INSERT INTO work_item (id, department, audience, kind, campaign_id, intervention_id, disease,
                            subject, facts, opened_on)
                        VALUES (?, '63', ?, 'report-contradicted', ?, ?, 'BRU', 'FR9900010000', ?, ?)
                        """,
                        [
                            .int(id), .text(audience), .int(scene.campaign), .int(scene.intervention),
                            .text(#"{"animal":"FR9900010000","interpretation":"POS","was":"NEG"}"#),
                            .day(day("2021-01-10")),
                        ])
                }
            }
            try await body(scene, report)
        }
    }

    @Test("PRO-276, decision 3: the draft names the result, the evaluation and a reason", arguments: Engine.allCases)
    func draft(engine: Engine) async throws {
        try await contradicted(engine) { scene, report in
            let drafts = try await scene.perform(DraftInvalidations(campaign: EvaluationScene.selector))
            let draft = try #require(drafts.first)
            #expect(drafts.count == 1)
            #expect((draft.report, draft.version, draft.value) == (report, 1, "A"))
            #expect(draft.evaluations == ["BRU": "A", "LEU": "A", "TUB": "SO"])
            let reason = """
                Résultat postérieur au rapport. BRU (évaluée A) : FR9900010000, POS au lieu de NEG, depuis le \
                \(day("2021-01-10").french).
                """
            #expect(draft.reason == reason)
            // Nothing has changed, and nobody but an inspector or the authority may ask.
            #expect(try await scene.count("SELECT count(*) FROM inspection_report WHERE invalidated_on IS NULL") == 1)
            let refused = try await scene.refusals {
                _ = try await scene.perform(
                    DraftInvalidations(campaign: EvaluationScene.selector), as: .delegateRegion)
            }
            #expect(refused == ["role-may-not"])
        }
    }

    @Test(
        "PRO-276, decision 3: the draft's reason invalidates the report and closes its alerts",
        arguments: Engine.allCases)
    func fromDraft(engine: Engine) async throws {
        try await contradicted(engine) { scene, report in
            try await scene.perform(
                InvalidateReport(campaign: EvaluationScene.selector, report: report, reason: nil), today: "2021-01-11")
            let reasons = try await scene.database.read {
                try $0.reports(campaign: scene.campaign, intervention: scene.intervention).map(\.invalidationReason)
            }
            #expect(reasons.count == 1 && reasons[0]?.contains("FR9900010000, POS au lieu de NEG") == true)
            #expect(try await scene.count("SELECT count(*) FROM work_item WHERE state = 'done'") == 2)
            #expect(try await scene.perform(DraftInvalidations(campaign: EvaluationScene.selector)) == [])
        }
    }

    @Test("Without a contradicting result there is no draft to take a reason from")
    func noDraft() async throws {
        try await EvaluationScene.run(.sqlite, brucellosis: Self.negative, leukosis: Self.negative) { scene in
            try await scene.evaluate([.brucellosis: .compliant, .leukosis: .compliant])
            _ = try await scene.issue()
            let refused = try await scene.refusals {
                try await scene.perform(
                    InvalidateReport(
                        campaign: EvaluationScene.selector, report: "RI-63-\(scene.number)", reason: nil))
            }
            #expect(refused == ["reason-missing"])
        }
    }
}

extension EvaluationScene {
    fileprivate func count(_ sql: String) async throws -> Int { try await database.read { try $0.count(sql) } }
}
