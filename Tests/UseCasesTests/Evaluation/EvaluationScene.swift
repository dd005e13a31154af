import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import UseCases

/// One beef herd with blood plans for BRU and LEU, its document validated, its first visit made: the start of most
/// tests of evaluation. Number of the intervention: `EvaluationScene.number`.
struct EvaluationScene: Sendable {
    let database: Database
    let campaign: Int64
    let intervention: Int64

    static let selector = CampaignSelector(department: Fixture.department, year: 2021)

    /// The fixture's number of the intervention, known once it is made.
    let number: String

    /// - Parameters:
    ///   - brucellosis: the interpretation of each cow's brucellosis result; nil leaves it untested.
    ///   - leukosis: the same for leukosis.
    static func run(
        _ engine: Engine, brucellosis: [String?], leukosis: [String?], today: String = "2021-01-05",
        _ body: @escaping @Sendable (EvaluationScene) async throws -> Void
    ) async throws {
        try await withDatabase(engine) { database in
            let made = try await database.write { connection in
                let fixture = Fixture(connection)
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(
                    CampaignParameters(department: Fixture.department, prophylaxisYear: 2021))
                let intervention = try fixture.intervention(in: campaign, of: herd)
                for disease in [Disease.brucellosis, .leukosis] {
                    try fixture.plan(disease, .blood, in: campaign, intervention)
                }
                let cows = try (0..<max(brucellosis.count, leukosis.count)).map {
                    try fixture.animal("FR99000\(10000 + $0)", in: herd)
                }
                try fixture.document(
                    in: campaign, intervention, animals: cows, for: [.brucellosis, .leukosis], on: "2020-11-01")
                try fixture.visit(in: campaign, intervention, on: "2020-11-02")
                for (disease, codes) in [(Disease.brucellosis, brucellosis), (.leukosis, leukosis)] {
                    for (cow, code) in zip(cows, codes) where code != nil {
                        try fixture.blood(disease, in: campaign, intervention, cow, code)
                    }
                }
                return (campaign, intervention)
            }
            let number = try await database.read { connection in
                try connection.first(
                    "SELECT number FROM intervention WHERE id = ?", [.int(made.1)]
                ) { $0.text(0) }
            }
            let scene = EvaluationScene(
                database: database, campaign: made.0, intervention: made.1, number: number ?? "")
            // Identifiers of what the use cases make must not meet the fixture's.
            _ = try await database.ids(1000)
            try await scene.recompute(today: today)
            try await body(scene)
        }
    }

    func recompute(today: String = "2021-01-05") async throws {
        _ = try await RecomputeStatus(
            selector: CampaignSelector(department: Fixture.department, year: 2021), extent: .all
        )
        .perform(context(database, today: today))
    }

    func perform<U: UseCase>(_ useCase: U, as role: Role = .inspector, today: String = "2021-01-05") async throws
        -> U.Outcome
    {
        try await useCase.perform(context(database, role: role, today: today))
    }

    @discardableResult
    func evaluate(
        _ choices: [Disease: EvaluationValue], comment: String? = nil, proof: String? = nil
    ) async throws -> [Finding] {
        try await perform(
            SetEvaluation(
                campaign: EvaluationScene.selector, interventions: [number],
                choices: choices.mapValues { .init(value: $0, comment: comment, proof: proof) }))
    }

    func issue(today: String = "2021-01-05") async throws -> IssueReports.Outcome {
        try await perform(
            IssueReports(campaign: EvaluationScene.selector, interventions: [number]), today: today)
    }

    /// The codes by which `body` is refused; empty when it is not.
    func refusals(_ body: () async throws -> Void) async throws -> [String] {
        do {
            try await body()
            return []
        } catch let refused as Refused {
            return refused.findings.map(\.code)
        }
    }
}
