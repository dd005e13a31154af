import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Nobody evaluates or reports on yesterday's facts, whether or not the night's computation has run.
@Suite struct FreshFactsTests {
    private let positive: [String?] = Array(repeating: "NEG", count: 11) + ["POS"]
    private let negative: [String?] = Array(repeating: "NEG", count: 12)
    private let untested: [String?] = Array(repeating: nil, count: 12)

    @Test("PRO-241, PRO-262: once the retest is ordered, AR may be set at once", arguments: Engine.allCases)
    func retest(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: positive, leukosis: negative) { scene in
            #expect(
                try await scene.refusals { try await scene.evaluate([.brucellosis: .awaitingRetest]) }
                    == ["retest-not-ordered"])
            let order = OrderRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2021-01-05"))
            _ = try await scene.perform(order, as: .authority)
            #expect(try await scene.proposal() == "AR retest-ordered")
            #expect(try await scene.refusals { try await scene.evaluate([.brucellosis: .awaitingRetest]) } == [])
        }
    }

    @Test("PRO-243: how a retest ended shows at once", arguments: Engine.allCases)
    func ending(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: positive, leukosis: negative) { scene in
            let order = OrderRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2021-01-05"))
            _ = try await scene.perform(order, as: .authority)
            let ending = RecordRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, ending: .negativeNotReceived)
            try await scene.perform(ending, as: .authority)
            #expect(try await scene.proposal() == "PO retest-negative-not-received")
        }
    }

    @Test(
        "AMB-07, AMB-33: a decision of non-completion shows at once, and so does its revocation",
        arguments: Engine.allCases)
    func nonCompletion(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: untested, leukosis: untested) { scene in
            try await scene.database.write { connection in
                try connection.execute("UPDATE stay SET left_on = ?", [.day(day("2020-12-01"))])
                try connection.execute("UPDATE herd_assignment SET until = ?", [.day(day("2020-12-01"))])
            }
            let decide = DecideNonCompletion(
                campaign: EvaluationScene.selector, intervention: scene.number, code: .noAnimals)
            try await scene.perform(decide, today: "2021-05-03")
            #expect(try await scene.proposal() == "NE non-completion-decision")
            let revoke = RevokeNonCompletion(
                campaign: EvaluationScene.selector, intervention: scene.number, reason: "bovins revenus")
            try await scene.perform(revoke, today: "2021-05-03")
            #expect(try await scene.proposal() == "B not-done")
        }
    }

    @Test(
        "PRO-305: the day after the campaign's end the proposals taken over are of that day", arguments: Engine.allCases
    )
    func byDateAlone(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: untested, leukosis: negative) { scene in
            #expect(try await scene.proposal() == "NE not-done-yet")
            let accept = AcceptProposals(campaign: EvaluationScene.selector)
            let onLastDay = try await scene.perform(accept, today: "2021-04-30")
            #expect(onLastDay.stored[.administrativeNonCompliance] == nil)
            let dayAfter = try await scene.perform(accept, today: "2021-05-01")
            #expect(dayAfter.stored[.administrativeNonCompliance] == 1)
        }
    }
}
