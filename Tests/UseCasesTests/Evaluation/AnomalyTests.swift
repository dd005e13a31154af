import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// What becomes of an anomaly, through the real use cases.
@Suite struct AnomalyTests {
    private static let negative: [String?] = Array(repeating: "NEG", count: 12)
    private static let short: [String?] = Array(repeating: "NEG", count: 8) + [nil, nil, nil, nil]
    private static let positive: [String?] = Array(repeating: "NEG", count: 11) + ["POS"]

    /// Of the intervention itself: a retest that hangs on it comes after.
    private func status(_ scene: EvaluationScene, _ disease: Disease = .brucellosis) async throws -> String? {
        try await scene.database.read { connection in
            try connection.first(
                "SELECT status, proposal FROM disease_state WHERE disease = ? ORDER BY intervention_id",
                [.text(disease.rawValue)]
            ) { "\($0.text(0)) \($0.text(1))" }
        }
    }

    @Test(
        "PRO-07: a non-negative result gives C; an administrative anomaly shows by itself, and goes once mended",
        arguments: Engine.allCases)
    func twoKinds(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: Self.short, leukosis: Self.positive) { scene in
            #expect(try await status(scene, .leukosis) == "AS C")
            #expect(try await status(scene) == "AA NE", "shown at once, a task while it can be mended")
            try await scene.recompute(today: "2021-02-01")
            #expect(try await status(scene) == "AA B", "not lifted in time")
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO blood_result (campaign_id, intervention_id, disease, animal_id, id, interpretation,
                        on_document, method, sample_number, sampled_on, dossier)
                    SELECT campaign_id, intervention_id, 'BRU', animal_id, 800 + animal_id, 'NEG', 1, 'EAT', '1', ?,
                        'D9' FROM requested_animal
                    WHERE animal_id NOT IN (SELECT animal_id FROM blood_result WHERE disease = 'BRU')
                    """, [.day(day("2020-11-02"))])
            }
            try await scene.recompute(today: "2021-02-01")
            #expect(try await status(scene) == "SA A")
        }
    }

    @Test(
        "PRO-14: mended, not conforming, done but unreadable (PE), judged conforming all the same",
        arguments: Engine.allCases,
        [
            (EvaluationValue.administrativeNonCompliance, nil, nil, ReportValue.administrativeNonCompliance),
            (.notObserved, "serums perdus", "bon de prélèvement 12", .notAssessable),
            (.compliant, "4 bovins morts avant la visite", "équarrissage 12", .compliant),
        ] as [(EvaluationValue, String?, String?, ReportValue)])
    func fourOutcomes(
        engine: Engine, _ example: (value: EvaluationValue, comment: String?, proof: String?, report: ReportValue)
    ) async throws {
        try await EvaluationScene.run(engine, brucellosis: Self.short, leukosis: Self.negative) { scene in
            try await scene.evaluate([.leukosis: .compliant])
            try await scene.evaluate(
                [.brucellosis: example.value], comment: example.comment, proof: example.proof)
            #expect(try await scene.issue().issued == [example.report: 1])
            let kept = try await status(scene) ?? ""
            #expect(kept.hasPrefix("AA"), "the anomaly itself stays beside the report")
        }
        // The fourth: mended before the end.
        try await EvaluationScene.run(engine, brucellosis: Self.negative, leukosis: Self.negative) { scene in
            try await scene.evaluate([.brucellosis: .compliant, .leukosis: .compliant])
            #expect(try await scene.issue().issued == [.compliant: 1])
        }
    }

    @Test(
        "PRO-09: a retest is brucellosis's alone and suspends nothing; the other two are the authority's",
        arguments: Engine.allCases)
    func retests(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: Self.negative, leukosis: Self.positive) { scene in
            let order = OrderRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2020-12-01"))
            let refused = try await scene.refusals { _ = try await scene.perform(order, as: .authority) }
            #expect(refused == ["retest-needs-suspicion"])
        }
        try await EvaluationScene.run(engine, brucellosis: Self.positive, leukosis: Self.negative) { scene in
            let order = OrderRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2020-12-01"))
            let refused = try await scene.refusals { _ = try await scene.perform(order, as: .inspector) }
            #expect(refused == ["role-may-not"])
            _ = try await scene.perform(order, as: .authority)
            let suspended = try await scene.database.read { try $0.count("SELECT count(*) FROM authorisation") }
            #expect(suspended == 0)
            let kinds = try await scene.database.read { connection in
                try connection.all("SELECT kind FROM intervention ORDER BY id") { $0.text(0) }
            }
            #expect(kinds == ["main", "retest"], "in the campaign, attached to the first")
        }
    }

    @Test(
        "EX-15, PRO-243, PRO-268: the other ends of a retest",
        arguments: Engine.allCases,
        [
            (
                RecordRetest.Ending?.some(.negativeNotReceived), "PO retest-negative-not-received",
                ReportValue.notAssessable
            ),
            (.some(.notDone), "C retest-not-done", .sanitaryNonCompliance),
            (nil, "C retest-positive", .sanitaryNonCompliance),
        ] as [(RecordRetest.Ending?, String, ReportValue)])
    func endings(
        engine: Engine, _ example: (ending: RecordRetest.Ending?, proposal: String, report: ReportValue)
    ) async throws {
        try await EvaluationScene.run(engine, brucellosis: Self.positive, leukosis: Self.negative) { scene in
            let ordered = try await scene.perform(
                OrderRetest(
                    campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2020-12-01")),
                as: .authority)
            if let ending = example.ending {
                try await scene.perform(
                    RecordRetest(campaign: EvaluationScene.selector, intervention: scene.number, ending: ending),
                    as: .authority)
            } else {
                try await scene.retestResult("POS", number: try #require(ordered.retestNumber))
            }
            try await scene.recompute()
            #expect(try await scene.proposal() == example.proposal)
            let kept = try await status(scene) ?? ""
            #expect(kept.hasPrefix("AS"), "the status stays AS throughout")
            _ = try await scene.perform(AcceptProposals(campaign: EvaluationScene.selector))
            #expect(try await scene.issue().issued == [example.report: 1])
        }
    }

    @Test("PRO-268: what a retest gives is a table of parameters of the campaign", arguments: Engine.allCases)
    func retestTable(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: Self.positive, leukosis: Self.negative) { scene in
            _ = try await scene.perform(
                OrderRetest(
                    campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2020-12-01")),
                as: .authority)
            try await scene.perform(
                RecordRetest(campaign: EvaluationScene.selector, intervention: scene.number, ending: .notDone),
                as: .authority)
            let changes = try ParameterChanges(
                name: "evaluation.retestNotDoneGives", text: "B", justification: "instruction du 1er décembre")
            _ = try await scene.perform(
                SetParameters(selector: EvaluationScene.selector, changes: changes, emergency: "instruction"),
                as: .authority)
            try await scene.recompute()
            #expect(try await scene.proposal() == "B retest-not-done")
        }
    }

    @Test(
        "PRO-205: until closing every herd of the territory is checked, on operations and on results",
        arguments: Engine.allCases)
    func untilClosing(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: Self.short, leukosis: Self.positive) { scene in
            let table = try await scene.perform(
                ClosingReadiness(selector: EvaluationScene.selector), today: "2021-05-15"
            ).table
            #expect(table.objects.map { $0["intervention"] } == [scene.number])
            try await scene.evaluate(
                [.brucellosis: .administrativeNonCompliance, .leukosis: .sanitaryNonCompliance])
            #expect(try await scene.issue(today: "2021-05-15").issued == [.sanitaryNonCompliance: 1])
            _ = try await scene.perform(CloseCampaign(selector: EvaluationScene.selector), today: "2021-05-30")
            let late = try await scene.refusals { try await scene.evaluate([.leukosis: .notObserved]) }
            #expect(late == ["campaign-not-running"])
        }
    }

    @Test(
        "EX-27, PRO-285: a refusal gives B, what is not delegated leaves A, all without object gives PE",
        arguments: Engine.allCases)
    func withoutRealisation(engine: Engine) async throws {
        let untested: [String?] = Array(repeating: nil, count: 3)
        try await EvaluationScene.run(engine, brucellosis: untested, leukosis: untested, today: "2021-05-02") { scene in
            #expect(try await status(scene) == "AA B", "nobody was let in")
            _ = try await scene.perform(AcceptProposals(campaign: EvaluationScene.selector), today: "2021-05-02")
            #expect(try await scene.issue(today: "2021-05-02").issued == [.administrativeNonCompliance: 1])
        }
        try await EvaluationScene.run(engine, brucellosis: Self.negative, leukosis: Self.negative) { scene in
            _ = try await scene.perform(AcceptProposals(campaign: EvaluationScene.selector))
            #expect(try await scene.issue().issued == [.compliant: 1], "TUB is without object")
        }
    }
}
