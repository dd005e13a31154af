import Kernel
import Prophylaxis
import Testing

@Suite("evaluation-proposal: worked examples")
struct EvaluationExamplesTests {
    typealias Facts = EvaluationProposal.Facts

    @Test(
        "EX-11 PRO-257 PRO-236 AMB-07: tuberculin of 60 requested during the campaign",
        arguments: [
            (60, "A", nil), (59, "B", .tuberculin90To99), (54, "B", .tuberculin90To99), (53, "NE", .completeSampling),
        ] as [(Int, String, EvaluationProposal.Comment?)])
    func example11(tested: Int, evaluation: String, comment: EvaluationProposal.Comment?) throws {
        let proposal = try Facts.done(.tuberculosis, requested: 60, tested: tested).proposal()
        #expect(proposal.evaluation.rawValue == evaluation)
        #expect(proposal.comment == comment)
    }

    @Test("EX-11 PRO-256 PRO-258 decision 11: 53 of 60 not cured is B once the 90 days are over")
    func example11NotCured() throws {
        let facts = Facts.done(.tuberculosis, requested: 60, tested: 53)
        #expect(try facts.seen(on: "2021-01-31").evaluation() == "NE")
        let late = try facts.seen(on: "2021-02-01").proposal()
        #expect((late.evaluation, late.comment) == (.administrativeNonCompliance, nil))
    }

    @Test("EX-12 PRO-229 PRO-267: 58 of 60 by default is B, a doubtful or positive tuberculin is C")
    func example12() throws {
        #expect(try Facts.done(.tuberculosis, requested: 60, tested: 58).evaluation() == "B")
        #expect(
            try Facts.done(.tuberculosis, requested: 60, tested: 60).changed { $0.nonNegative = 2 }.evaluation() == "C")
    }

    /// Brucellosis retest → evaluation of BRU, report with LEU done and TUB not programmed (nil: refused).
    @Test(
        "EX-15 PRO-241 PRO-243 PRO-262 PRO-263 AMB-13: the retest circuit and the report it allows",
        arguments: [
            (.ordered, "AR", nil), (.negative, "A", "A"), (.negativeNotReceived, "PO", "PE"), (.positive, "C", "C"),
            (.notDone, "C", "C"),
        ] as [(RetestState, String, String?)])
    func example15(retest: RetestState, evaluation: String, report: String?) throws {
        let brucellosis = Facts.done(.brucellosis).changed {
            ($0.nonNegative, $0.retest, $0.status) = (1, retest, .sanitaryAnomaly)
        }
        let values = try [
            brucellosis, Facts.done(.leukosis), Facts.done(.tuberculosis).changed { $0.programmed = false },
        ].map { try $0.proposal().evaluation }
        #expect(values.map(\.rawValue) == [evaluation, "A", "SO"])
        let facts = InspectionReportValue.Facts(
            evaluations: .init(brucellosis: values[0], leukosis: values[1], tuberculosis: values[2]), programmed: nil)
        if let report {
            #expect(try InspectionReportValue.decide(facts, .init()).report.rawValue == report)
        } else {
            #expect(throws: (any Error).self) { try InspectionReportValue.decide(facts, .init()) }
        }
    }

    @Test("EX-15 PRO-263 PRO-265: after a negative retest the standard comment stands beside A and beside B")
    func afterRetest() throws {
        let cleared = Facts.done(.brucellosis).changed { ($0.nonNegative, $0.retest) = (1, .negative) }
        #expect(try cleared.proposal().comment == .afterRetest)
        let late = try cleared.changed { $0.delayAnomaly = true }.proposal()
        #expect((late.evaluation, late.comment) == (.administrativeNonCompliance, .afterRetest))
    }

    @Test("EX-15 PRO-302: the status stays AS throughout")
    func statusStays() throws {
        let positive = StatusCase(requested: 20, tested: 20).changed { $0.nonNegative = 1 }
        #expect(try positive.status() == .sanitaryAnomaly)
    }

    @Test(
        "PRO-265, decision 5: the comments of a retest go with every known result of it, received or not",
        arguments: [
            (RetestState.negativeNotReceived, .afterRetest), (.positive, .afterRetest), (.negative, .afterRetest),
            (.ordered, nil), (.notDone, nil), (.none, nil),
        ] as [(RetestState, EvaluationProposal.Comment?)])
    func retestComment(retest: RetestState, comment: EvaluationProposal.Comment?) throws {
        let suspect = Facts.done(.brucellosis, requested: 1, tested: 1).changed {
            ($0.nonNegative, $0.retest, $0.status) = (1, retest, .sanitaryAnomaly)
        }
        #expect(try suspect.proposal().comment == comment)
    }

    @Test("EX-09 AMB-12: milk doubtful then negative is AS; the negative retest gives A")
    func example9() throws {
        let milk = Facts.done(.brucellosis, requested: 1, tested: 1).changed {
            ($0.nonNegative, $0.retest, $0.status, $0.firstVisit) = (1, .negative, .sanitaryAnomaly, nil)
        }
        #expect(try milk.evaluation() == "A")
    }

    @Test("EX-10 by decision 10: milk sampled outside the campaign is proposed B")
    func example10() throws {
        let milk = Facts.done(.brucellosis, requested: 1, tested: 1).changed { $0.delayAnomaly = true }
        #expect(try milk.evaluation() == "B")
    }

    @Test("EX-14 PRO-234 decision 12: with the exits deducted the proposal is A, without them B after 90 days")
    func example14() throws {
        #expect(try Facts.done(.brucellosis, requested: 16, tested: 15).seen(on: "2021-02-02").evaluation() == "A")
        #expect(try Facts.done(.brucellosis, requested: 20, tested: 15).seen(on: "2021-02-02").evaluation() == "B")
    }
}
