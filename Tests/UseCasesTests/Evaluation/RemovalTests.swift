import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("decision 4: a non-negative that was taken back") struct RemovalTests {
    private let negative: [String?] = Array(repeating: "NEG", count: 12)

    /// An alert as a replacing file or report opens it.
    private func takeBack(_ disease: Disease, _ scene: EvaluationScene) async throws -> Int64 {
        try await scene.database.write { connection in
            let key = try connection.first(
                "SELECT campaign_id, id FROM intervention WHERE number = ?", [.text(scene.number)]
            ) { ($0.int(0), $0.int(1)) }
            var alert = ResultAlert(
                .authority, "replacement-removes-non-negative", department: Fixture.department, subject: "FR9900001001",
                facts: "{}")
            (alert.campaign, alert.intervention, alert.disease) = (key?.0, key?.1, disease.rawValue)
            return try connection.raise([alert], on: day("2020-12-01")).first?.id ?? 0
        }
    }

    @Test(
        "it is neither A nor B, nor on a report, until the authority has closed its alert", arguments: Engine.allCases)
    func waits(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate([.brucellosis: .compliant, .leukosis: .compliant])
            let item = try await takeBack(.leukosis, scene)
            let issued = try await scene.issue()
            #expect(issued.issued.isEmpty && issued.refusals.map(\.code) == ["removal-awaits-authority"])
            for value in [EvaluationValue.compliant, .administrativeNonCompliance] {
                let refused = try await scene.refusals {
                    try await scene.evaluate([.leukosis: value], comment: "vu", proof: "pièce")
                }
                #expect(refused == ["removal-awaits-authority"])
            }
            #expect(try await scene.refusals { try await scene.evaluate([.brucellosis: .compliant]) } == [])
            try await scene.perform(
                CloseWorkItem(department: Fixture.department, item: item, reason: "erreur d'identification prouvée"),
                as: .authority)
            #expect(try await scene.issue().issued == [.compliant: 1])
        }
    }

    @Test("accepting the proposals leaves it by hand, and says so", arguments: Engine.allCases)
    func proposals(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            _ = try await takeBack(.brucellosis, scene)
            let outcome = try await scene.perform(AcceptProposals(campaign: EvaluationScene.selector))
            #expect(outcome.stored == [.compliant: 1, .withoutObject: 1])
            #expect(outcome.byHand.map(\.code) == ["removal-awaits-authority"])
        }
    }

    @Test(
        "PRO-263: a retest is not evaluated and has no report: the first intervention has", arguments: Engine.allCases)
    func retest(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate([.brucellosis: .compliant, .leukosis: .compliant])
            try await scene.database.write {
                try $0.execute(
                    "UPDATE intervention SET kind = 'retest', parent_id = id WHERE number = ?", [.text(scene.number)])
            }
            let refused = try await scene.refusals { try await scene.evaluate([.leukosis: .compliant]) }
            #expect(refused == ["intervention-not-first"])
            #expect(try await scene.issue().refusals.map(\.code) == ["intervention-not-first"])
            let unseen = try await scene.refusals {
                _ = try await scene.perform(
                    PreviewReport(campaign: EvaluationScene.selector, intervention: scene.number))
            }
            #expect(unseen == ["intervention-not-first"])
        }
    }

    @Test("PRO-269: a second report on the same intervention is refused with its reason", arguments: Engine.allCases)
    func twice(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate([.brucellosis: .compliant, .leukosis: .compliant])
            _ = try await scene.issue()
            let again = try await scene.issue()
            #expect(again.issued.isEmpty && again.refusals.map(\.code) == ["report-stands"])
        }
    }
}
