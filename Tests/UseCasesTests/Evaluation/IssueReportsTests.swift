import Foundation
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct IssueReportsTests {
    private let negative: [String?] = Array(repeating: "NEG", count: 12)

    @Test("PRO-269, EX-13: no report while an evaluation is provisional", arguments: Engine.allCases)
    func provisional(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate([.brucellosis: .compliant])
            let outcome = try await scene.issue()
            #expect(outcome.refusals.map(\.code) == ["evaluation-not-final"])
            #expect(outcome.issued.isEmpty)
        }
    }

    @Test(
        "PRO-270, PRO-273, PRO-10: a report with its value, number, inspector and frozen facts",
        arguments: Engine.allCases)
    func issued(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate(
                [.brucellosis: .compliant, .leukosis: .administrativeNonCompliance], comment: "bon absent")
            #expect(try await scene.issue().issued == [.administrativeNonCompliance: 1])
            let found = try await scene.database.read { try $0.report(number: "RI-63-\(scene.number)") }
            let report = try #require(found)
            #expect(report.version == 1)
            #expect(report.inspector == "Personne fictive")
            #expect(report.completedOn?.description == "2020-11-02")
            #expect(report.evaluations == #"{"BRU":"A","LEU":"B","TUB":"SO"}"#)
            let facts = try await scene.database.read { try $0.blob(report.facts).bytes }
            let frozen = try CanonicalJSON.decode(FrozenFacts.self, from: facts)
            #expect(frozen.report == "B")
            #expect(frozen.decidedBy == ["LEU"])
            #expect(frozen.ruleVersions["disease-status"] == 1)
            let pdf = try await scene.database.read { try $0.blob(report.document).bytes }
            let text = try text(ofPDF: pdf)
            for expected in [
                "RI-63-\(scene.number)", "Leucose", "Allaitant", "31 décembre 1990", "12 demandés, 12 testés",
            ] {
                #expect(text.contains(expected), "\(expected) is missing in the report")
            }
        }
    }

    @Test(
        "PRO-276, PRO-223: a report is never changed; invalidation opens the next version", arguments: Engine.allCases)
    func versions(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate([.brucellosis: .compliant, .leukosis: .compliant])
            _ = try await scene.issue()
            #expect(
                try await scene.refusals { try await scene.evaluate([.leukosis: .notObserved]) } == ["report-stands"])
            let number = "RI-63-\(scene.number)"
            #expect(
                try await scene.refusals {
                    try await scene.perform(
                        InvalidateReport(campaign: EvaluationScene.selector, report: number, reason: ""))
                } == ["reason-missing"])
            try await scene.perform(
                InvalidateReport(campaign: EvaluationScene.selector, report: number, reason: "erreur de saisie"))
            try await scene.evaluate([.leukosis: .notObserved], comment: "résultats perdus", proof: "bon 12")
            #expect(try await scene.issue(today: "2021-01-06").issued == [.notAssessable: 1])
            let reports = try await scene.database.read {
                try $0.reports(campaign: scene.campaign, intervention: scene.intervention)
            }
            #expect(reports.map(\.version) == [1, 2])
            #expect(reports.map(\.value) == [.compliant, .notAssessable])
            #expect(reports.first?.invalidationReason == "erreur de saisie")
        }
    }

    @Test(
        "EX-15, PRO-262, PRO-263: brucellosis through its retest, on the first intervention", arguments: Engine.allCases
    )
    func retest(engine: Engine) async throws {
        let onePositive: [String?] = Array(repeating: "NEG", count: 11) + ["POS"]
        try await EvaluationScene.run(engine, brucellosis: onePositive, leukosis: negative) { scene in
            let order = OrderRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2020-12-01"),
                dueBy: day("2021-01-31"))
            #expect(try await scene.refusals { _ = try await scene.perform(order, as: .authority) } == ["retest-limit"])
            let outcome = try await scene.perform(
                OrderRetest(
                    campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2020-12-01")),
                as: .authority)
            #expect(outcome.dueBy == day("2021-01-30"))
            try await scene.recompute()
            #expect(try await scene.proposal() == "AR retest-ordered")
            try await scene.evaluate([.brucellosis: .awaitingRetest, .leukosis: .compliant])
            #expect(try await scene.issue().refusals.map(\.code) == ["evaluation-not-final"])

            try await scene.retestResult("NEG", number: try #require(outcome.retestNumber))
            try await scene.recompute()
            #expect(try await scene.proposal() == "A compliant")
            try await scene.evaluate([.brucellosis: .compliant])
            #expect(try await scene.issue().issued == [.compliant: 1])
        }
    }

    @Test("EX-27, PRO-284, decision 8: a decision of non-completion, and what excludes it", arguments: Engine.allCases)
    func nonCompletion(engine: Engine) async throws {
        let untested: [String?] = Array(repeating: nil, count: 3)
        try await EvaluationScene.run(engine, brucellosis: untested, leukosis: untested) { scene in
            func decide(_ code: NonCompletionCode) -> DecideNonCompletion {
                DecideNonCompletion(campaign: EvaluationScene.selector, intervention: scene.number, code: code)
            }
            #expect(
                try await scene.refusals { try await scene.perform(decide(.deadlineMissed)) }
                    == ["non-completion-code-reserved"])
            #expect(
                try await scene.refusals { try await scene.perform(decide(.noEligibleAnimal)) }
                    == ["animals-still-requested"])
            #expect(try await scene.refusals { try await scene.perform(decide(.closed)) } == ["herd-still-open"])
            try await scene.database.write {
                try $0.execute("UPDATE herd_assignment SET until = ?", [.day(day("2020-12-01"))])
            }
            #expect(try await scene.refusals { try await scene.perform(decide(.noEligibleAnimal)) } == [])
            #expect(try await scene.issue().refusals.map(\.code) == ["non-completion-stands"])
            try await scene.perform(
                RevokeNonCompletion(
                    campaign: EvaluationScene.selector, intervention: scene.number, reason: "rachat de bovins"))
            #expect(try await scene.issue().refusals.map(\.code) == ["evaluation-not-final"])
        }
    }

    @Test("PRO-288, PRO-11: follow-ups are the authority's, with their history", arguments: Engine.allCases)
    func followUps(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate(
                [.brucellosis: .compliant, .leukosis: .administrativeNonCompliance], comment: "bon absent")
            _ = try await scene.issue()
            func record(_ code: FollowUpCode) -> RecordFollowUp {
                RecordFollowUp(campaign: EvaluationScene.selector, report: "RI-63-\(scene.number)", code: code)
            }
            #expect(try await scene.refusals { try await scene.perform(record(.warning)) } == ["role-may-not"])
            try await scene.perform(record(.warning), as: .authority)
            try await scene.perform(record(.formalNotice), as: .authority)
            let codes = try await scene.database.read { connection in
                try connection.all("SELECT code, replaced_at FROM follow_up ORDER BY id") {
                    "\($0.text(0))\($0.isNull(1) ? "" : " replaced")"
                }
            }
            #expect(codes == ["AVERT replaced", "MED"])
        }
    }
}

/// What the tests read of a report's frozen facts.
private struct FrozenFacts: Decodable {
    let report: String
    let decidedBy: [String]
    let ruleVersions: [String: Int]
}
