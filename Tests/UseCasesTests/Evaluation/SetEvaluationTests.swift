import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct SetEvaluationTests {
    private let negative: [String?] = Array(repeating: "NEG", count: 12)

    @Test(
        "PRO-249, PRO-250: a disease without a choice keeps its evaluation; PM is never stored",
        arguments: Engine.allCases)
    func leaveAsItIs(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate(
                [.brucellosis: .compliant, .leukosis: .administrativeNonCompliance], comment: "bon de commande absent")
            try await scene.evaluate([.leukosis: .compliant])
            let stored = try await scene.database.read { connection in
                try connection.all(
                    "SELECT disease, value FROM evaluation WHERE replaced_at IS NULL ORDER BY disease"
                ) { "\($0.text(0)) \($0.text(1))" }
            }
            #expect(stored == ["BRU A", "LEU A"])
            let history = try await scene.database.read { try $0.count("SELECT count(*) FROM evaluation") }
            #expect(history == 3)
        }
    }

    @Test("PRO-248, decision 1: neither A nor B while a non-negative stands; C is admitted", arguments: Engine.allCases)
    func nonNegative(engine: Engine) async throws {
        let oneDoubtful: [String?] = Array(repeating: "NEG", count: 11) + ["DTX"]
        let onePositive: [String?] = Array(repeating: "NEG", count: 11) + ["POS"]
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: onePositive) { scene in
            let refused = try await scene.refusals { try await scene.evaluate([.leukosis: .compliant]) }
            #expect(refused == ["non-negative-stands"])
            #expect(try await scene.refusals { try await scene.evaluate([.leukosis: .sanitaryNonCompliance]) } == [])
        }
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: oneDoubtful) { scene in
            let refused = try await scene.refusals {
                try await scene.evaluate([.leukosis: .compliant], comment: "vu", proof: "courrier")
            }
            #expect(refused == ["doubtful-stands"])
        }
    }

    @Test(
        "PRO-246, decision 22: A on an administrative anomaly needs a reason and its proof", arguments: Engine.allCases)
    func proof(engine: Engine) async throws {
        let short: [String?] = Array(repeating: "NEG", count: 9) + [nil, nil, nil]
        try await EvaluationScene.run(engine, brucellosis: short, leukosis: negative) { scene in
            #expect(
                try await scene.refusals { try await scene.evaluate([.brucellosis: .compliant]) } == [
                    "anomaly-needs-proof"
                ])
            let alone = try await scene.refusals {
                try await scene.evaluate([.brucellosis: .compliant], comment: "vus morts")
            }
            #expect(alone == ["anomaly-needs-proof"])
            let both = try await scene.refusals {
                try await scene.evaluate([.brucellosis: .compliant], comment: "vus morts", proof: "équarrissage 12")
            }
            #expect(both == [])
        }
    }

    @Test(
        "PRO-241, PRO-244, PRO-245: AR, SO and ND only where they belong", arguments: Engine.allCases,
        [
            (Disease.leukosis, EvaluationValue.awaitingRetest, "awaiting-retest-only-brucellosis"),
            (.brucellosis, .awaitingRetest, "retest-not-ordered"),
            (.brucellosis, .withoutObject, "disease-is-programmed"),
            (.leukosis, .notDelegated, "disease-is-delegated"), (.tuberculosis, .compliant, "disease-not-programmed"),
        ])
    func values(
        engine: Engine, _ example: (disease: Disease, value: EvaluationValue, refusal: String)
    ) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            let refused = try await scene.refusals { try await scene.evaluate([example.disease: example.value]) }
            #expect(refused == [example.refusal])
        }
    }

    @Test(
        "AMB-14: accepting the proposals stores the final ones, by an act of the inspector", arguments: Engine.allCases)
    func accept(engine: Engine) async throws {
        let untested: [String?] = Array(repeating: nil, count: 12)
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: untested) { scene in
            let none = try await scene.database.read { try $0.count("SELECT count(*) FROM evaluation") }
            #expect(none == 0)
            let outcome = try await scene.perform(AcceptProposals(campaign: EvaluationScene.selector))
            #expect(outcome.stored == [.compliant: 1, .withoutObject: 1])
            #expect(outcome.byHand.isEmpty, "what is provisional waits, nothing is to be set by hand")
        }
    }

    @Test(
        "AMB-14, PRO-228: an A over an anomaly, reached once exits are deducted, is left to the inspector and told",
        arguments: Engine.allCases)
    func acceptByHand(engine: Engine) async throws {
        let nine: [String?] = Array(repeating: "NEG", count: 9) + [nil, nil]
        try await EvaluationScene.run(engine, brucellosis: nine, leukosis: Array(repeating: "NEG", count: 11)) {
            scene in
            try await scene.database.write { connection in
                let cow = try connection.count("SELECT max(id) FROM animal")
                try Fixture(connection).leave(Int64(cow), on: "2020-11-02")
            }
            try await scene.recompute(today: "2021-05-10")
            let accept = AcceptProposals(campaign: EvaluationScene.selector)
            let outcome = try await scene.perform(accept, today: "2021-05-10")
            #expect(outcome.stored == [.compliant: 1, .withoutObject: 1])
            let told = outcome.byHand.map { [$0.code, $0["intervention"] ?? "", $0["disease"] ?? ""] }
            #expect(told == [["anomaly-needs-proof", scene.number, "BRU"]])
            #expect(outcome.byHand.allSatisfy { $0.severity == .warning })
            let choice = EvaluationGuard.Choice(value: .compliant, comment: "bovin sorti", proof: "notification 12")
            _ = try await scene.perform(
                SetEvaluation(
                    campaign: EvaluationScene.selector, interventions: [scene.number],
                    choices: [.brucellosis: choice]), today: "2021-05-10")
            #expect(try await scene.perform(accept, today: "2021-05-10").byHand.isEmpty)
        }
    }

    @Test("PRO-02: a regional delegate may not evaluate, nor a laboratory", arguments: Engine.allCases)
    func rights(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            let useCase = AcceptProposals(campaign: EvaluationScene.selector)
            for role in [Register.Role.delegateRegion, .laboratory, .administrator] {
                let refused = try await scene.refusals { _ = try await scene.perform(useCase, as: role) }
                #expect(refused == ["role-may-not"])
            }
        }
    }
}
