import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// What the programme is about, and the three kinds of deviation.
@Suite struct ScopeTests {
    @Test("PRO-01: three diseases, and no test of introduction or of another disease among the plans")
    func threeDiseases() throws {
        #expect(Disease.allCases.map(\.rawValue).sorted() == ["BRU", "LEU", "TUB"])
        var facts = RequiredPlans.Facts(herdClass: .dairy, campaignStart: day("2020-10-01"), campaignYear: 2021)
        (facts.brucellosis, facts.leukosis, facts.tuberculosis) = (.due, .due, .due)
        facts.rawMilkSale = true
        facts.riskDiseases = Disease.allCases
        let decision = try RequiredPlans.decide(facts, RequiredPlans.Parameters())
        #expect(Set(decision.plans.map(\.disease.rawValue)) == ["BRU", "LEU", "TUB"])
    }

    @Test(
        "PRO-06: errors, malfunctions and anomalies are kept apart, each with its own life", arguments: Engine.allCases)
    func threeKinds(engine: Engine) async throws {
        let negative: [String?] = Array(repeating: "NEG", count: 12)
        let short: [String?] = Array(repeating: "NEG", count: 8) + [nil, nil, nil, nil]
        try await EvaluationScene.run(engine, brucellosis: short, leukosis: negative) { scene in
            func states() async throws -> [String] {
                try await scene.database.read { connection in
                    try connection.all("SELECT disease, status FROM disease_state ORDER BY disease") {
                        "\($0.text(0)) \($0.text(1))"
                    }
                }
            }
            let before = try await states()
            #expect(before == ["BRU AA", "LEU SA", "TUB SO"])
            // An error of the register: found, archived, judged by nobody.
            let errors = try await scene.perform(ReviewRegister(department: Fixture.department))
            #expect(errors.contains { $0.code == "review-establishment-missing" })
            // A malfunction of the document's way: noted in the sending register.
            _ = try await scene.perform(CheckDocuments(campaign: EvaluationScene.selector))
            try await scene.recompute()
            #expect(try await states() == before, "neither is an anomaly of the keeper")
            let kept = try await scene.database.read { connection in
                (
                    try connection.count("SELECT count(*) FROM review"),
                    try connection.count("SELECT count(*) FROM evaluation")
                )
            }
            #expect(kept == (1, 0))
        }
    }
}
