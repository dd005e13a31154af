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

    @Test(
        "Decision 5: the result of a retest reaches the first intervention by the due computation",
        arguments: Engine.allCases)
    func retestResult(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: positive, leukosis: negative) { scene in
            let order = OrderRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2020-12-01"))
            let outcome = try await scene.perform(order, as: .authority)
            let number = try #require(outcome.retestNumber)
            try await scene.retestResult("NEG", number: number)
            let campaign = scene.campaign
            try await scene.database.write { connection in
                let retest = try #require(try connection.interventionID(of: campaign, number: number))
                try connection.markStatesDue(campaign: campaign, interventions: [retest], on: day("2021-01-06"))
            }
            _ = try await scene.perform(
                RecomputeStatus(selector: EvaluationScene.selector, extent: .due), today: "2021-01-06")
            #expect(try await scene.proposal() == "A compliant")
        }
    }

    @Test("Decision 6: a suspension shows from its first day to its last, by date alone", arguments: Engine.allCases)
    func suspension(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.database.write { connection in
                let herd = try #require(try connection.first("SELECT id FROM herd", []) { $0.int(0) })
                try connection.insert(
                    AuthorisationEntry(
                        id: 950, herdID: herd, what: ("suspension", nil),
                        period: (day("2021-01-10"), day("2021-01-20")), reference: nil))
                try connection.markStatesDue(ofHerd: herd, on: day("2021-01-05"))
            }
            let days = [
                ("2021-01-09", "A compliant"), ("2021-01-10", "ND managed-by-authority"),
                ("2021-01-19", "ND managed-by-authority"), ("2021-01-20", "A compliant"),
            ]
            for (today, expected) in days {
                _ = try await scene.perform(
                    RecomputeStatus(selector: EvaluationScene.selector, extent: .due), today: today)
                #expect(try await scene.proposal() == expected, "\(today)")
            }
        }
    }

    @Test("PRO-15: an emergency change of the rules is in every status at once", arguments: Engine.allCases)
    func parameters(engine: Engine) async throws {
        let short: [String?] = Array(repeating: "NEG", count: 9) + [nil, nil, nil]
        try await EvaluationScene.run(engine, brucellosis: short, leukosis: negative) { scene in
            #expect(try await scene.proposal() == "NE under-sampled-curable")
            let change = try ParameterChanges(
                name: "evaluation.tolerance.share", text: "30 %", justification: "arrêté fictif")
            _ = try await scene.perform(
                SetParameters(selector: EvaluationScene.selector, changes: change, emergency: "crise"), as: .authority)
            #expect(try await scene.proposal() == "A compliant")
        }
    }

    @Test(
        "Decision 8: later results or entries of cattle reopen a decision, with their trace", arguments: Engine.allCases
    )
    func reopening(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: untested, leukosis: untested) { scene in
            try await scene.database.write { connection in
                try connection.execute("UPDATE stay SET left_on = ?", [.day(day("2020-12-01"))])
                try connection.execute("UPDATE herd_assignment SET until = ?", [.day(day("2020-12-01"))])
            }
            let decide = DecideNonCompletion(
                campaign: EvaluationScene.selector, intervention: scene.number, code: .noAnimals)
            try await scene.perform(decide, today: "2021-01-05")
            #expect(try await scene.standing() == 1)
            try await scene.database.write { connection in
                let herd = try #require(try connection.first("SELECT id FROM herd", []) { $0.int(0) })
                _ = try Fixture(connection).animal("FR9900020000", in: herd, since: "2021-01-06")
            }
            _ = try await scene.perform(
                RecomputeStatus(selector: EvaluationScene.selector, extent: .due), today: "2021-01-07")
            #expect(try await scene.standing() == 0)
            #expect(try await scene.proposal() == "NE not-done-yet")
            let told = try await scene.database.read {
                try $0.count("SELECT count(*) FROM work_item WHERE kind = 'non-completion-reopened'")
            }
            #expect(told == 1)
        }
    }
}

extension EvaluationScene {
    /// Standing decisions of non-completion.
    fileprivate func standing() async throws -> Int {
        try await database.read { try $0.count("SELECT count(*) FROM non_completion WHERE revoked_on IS NULL") }
    }
}
