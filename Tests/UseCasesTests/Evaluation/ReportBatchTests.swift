import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct ReportBatchTests {
    /// A second herd with one negative cow beside the scene's, and the number of its intervention.
    private func second(_ scene: EvaluationScene) async throws -> String {
        let number = try await scene.database.write { connection in
            let fixture = Fixture(connection, from: 5000)
            let herd = try fixture.herd(in: fixture.holding("99000002"))
            let intervention = try fixture.intervention(in: scene.campaign, of: herd)
            let cow = try fixture.animal("FR9900020000", in: herd)
            for disease in [Disease.brucellosis, .leukosis] {
                try fixture.plan(disease, .blood, in: scene.campaign, intervention)
            }
            try fixture.document(
                in: scene.campaign, intervention, animals: [cow], for: [.brucellosis, .leukosis], on: "2020-11-01")
            try fixture.visit(in: scene.campaign, intervention, on: "2020-11-02")
            for disease in [Disease.brucellosis, .leukosis] {
                try fixture.blood(disease, in: scene.campaign, intervention, cow, "NEG")
            }
            return fixture.number(of: intervention)
        }
        _ = try await scene.database.ids(6000)
        try await scene.recompute()
        return number
    }

    @Test(
        "PRO-272, PRO-274: looked at first, a batch gives one report each, with one comment", arguments: Engine.allCases
    )
    func batch(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: ["NEG", "NEG"], leukosis: ["NEG", "NEG"]) { scene in
            let other = try await second(scene)
            func preview() async throws -> [[String: String]] {
                try await scene.perform(PreviewReports(campaign: EvaluationScene.selector)).objects
            }
            let early = try await preview()
            #expect(early.map { $0["rapport"] } == ["", ""])
            #expect(early.allSatisfy { $0["constats"]?.isEmpty == false })
            _ = try await scene.perform(
                SetEvaluation(
                    campaign: EvaluationScene.selector, interventions: [scene.number, other],
                    choices: [
                        .brucellosis: .init(value: .compliant, comment: nil, proof: nil),
                        .leukosis: .init(value: .compliant, comment: nil, proof: nil),
                    ]))
            let ready = try await preview()
            #expect(ready.map { $0["rapport"] } == ["A", "A"])
            #expect(ready.first?["BRU"] == "A (2 demandés, 2 testés, 0 non négatif)")
            #expect(ready.map { $0["constats"] } == ["", ""])
            #expect(try await scene.database.read { try $0.count("SELECT count(*) FROM inspection_report") } == 0)
            let outcome = try await scene.perform(
                IssueReports(campaign: EvaluationScene.selector, comment: "lot de janvier"))
            #expect(outcome.issued == [.compliant: 2])
            let comments = try await scene.database.read { connection in
                try connection.all(
                    "SELECT DISTINCT comment || ' ' || (SELECT count(*) FROM inspection_report) FROM inspection_report"
                ) { $0.text(0) }
            }
            #expect(comments == ["lot de janvier 2"])
        }
    }
}
