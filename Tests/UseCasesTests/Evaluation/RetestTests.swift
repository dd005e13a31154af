import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct RetestTests {
    private static let positive: [String?] = Array(repeating: "NEG", count: 11) + ["POS"]
    private static let negative: [String?] = Array(repeating: "NEG", count: 12)

    /// Ordered on 1 December 2020, with the last day that is allowed: 30 January 2021.
    private func ordered(
        _ engine: Engine, _ body: @escaping @Sendable (EvaluationScene, _ second: String) async throws -> Void
    ) async throws {
        try await EvaluationScene.run(engine, brucellosis: Self.positive, leukosis: Self.negative) { scene in
            let order = OrderRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2020-12-01"))
            let outcome = try await scene.perform(order, as: .authority)
            #expect(outcome.dueBy == day("2021-01-30"))
            try await body(scene, try #require(outcome.retestNumber))
        }
    }

    @Test(
        "PRO-207, PRO-262: the day of a retest is within its time, and stands in the audit", arguments: Engine.allCases)
    func planned(engine: Engine) async throws {
        try await ordered(engine) { scene, second in
            func plan(_ text: String, _ number: String, as role: Role = .inspector) async throws -> [String] {
                try await scene.refusals {
                    let plan = PlanRetest(campaign: EvaluationScene.selector, intervention: number, on: day(text))
                    try await scene.perform(plan, as: role, today: "2021-01-10")
                }
            }
            for (text, refused) in [
                ("2021-01-09", ["retest-day"]), ("2021-01-10", []), ("2021-01-30", []), ("2021-01-31", ["retest-day"]),
            ] {
                #expect(try await plan(text, second) == refused, "\(text)")
            }
            #expect(try await plan("2021-01-20", scene.number) == ["retest-unknown"], "it is no retest")
            #expect(try await plan("2021-01-20", second, as: .veterinarian) == ["role-may-not"])
            let (planned, outcomes) = try await scene.database.read { connection in
                (
                    try connection.all("SELECT planned_on FROM intervention WHERE kind = 'retest'") { $0.day(0) },
                    try connection.all(
                        "SELECT outcome FROM audit_detail WHERE outcome LIKE 'planned-%' ORDER BY outcome"
                    ) {
                        $0.text(0)
                    }
                )
            }
            #expect(planned == [day("2021-01-30")])
            #expect(outcomes == ["planned-2021-01-10", "planned-2021-01-30"])
            let end = RecordRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, ending: .negativeNotReceived)
            try await scene.perform(end, as: .authority)
            #expect(try await plan("2021-01-20", second) == ["retest-unknown"], "it is over")
        }
    }

    @Test(
        "PRO-264: a milk retest has no second intervention; its result comes back on the first, with both days",
        arguments: Engine.allCases)
    func milk(engine: Engine) async throws {
        let selector = CampaignSelector(department: Fixture.department, year: 2021)
        try await MilkDesk.with(engine) { desk in
            _ = try await desk.database.ids(1000)
            let first = [MilkDesk.line("99000001", "POS", sampled: "2020-11-10", analysed: "2020-11-12")]
            #expect(try await desk.send(first, today: "2020-11-20").run.state == .accepted)
            _ = try await RecomputeStatus(selector: selector, extent: .all).perform(context(desk.database))
            let number = try await desk.texts(
                "SELECT number FROM intervention WHERE id = \(desk.interventions[0])")[0]
            let outcome = try await OrderRetest(campaign: selector, intervention: number, notifiedOn: day("2020-12-01"))
                .perform(context(desk.database, role: .authority, today: "2020-12-01"))
            #expect(outcome.retestNumber == nil)
            #expect(try await desk.count("SELECT count(*) FROM intervention WHERE kind = 'retest'") == 0)

            let second = [
                MilkDesk.line("99000001", "NEG", dossier: "D2", sampled: "2020-12-15", analysed: "2020-12-16")
            ]
            #expect(try await desk.send(second, today: "2021-01-04").run.state == .accepted)
            _ = try await RecomputeStatus(selector: selector, extent: .all)
                .perform(context(desk.database, today: "2021-01-04"))
            let summary = try await ReadIntervention(number).perform(context(desk.database))
            let brucellosis = try #require(summary.diseases.first { $0.state.disease == .brucellosis }?.state)
            #expect(brucellosis.milkFirstOn == day("2020-11-10") && brucellosis.milkLastOn == day("2020-12-15"))
            #expect(brucellosis.status == .sanitaryAnomaly, "the first result stands")
            #expect(brucellosis.proposal.evaluation == .compliant, "the retest decides (AMB-12)")
        }
    }
}
