import Kernel
import Programmes
import Prophylaxis
import Testing

@Suite("evaluation-proposal: clauses in order")
struct EvaluationClausesTests {
    typealias Facts = EvaluationProposal.Facts

    /// A clause of the contract, what it proposes, and a change that makes it hold for a tuberculin done to the letter.
    struct Clause: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let evaluation: String
        let hold: @Sendable (inout Facts) -> Void
    }

    private static func clause(_ name: String, _ evaluation: String, _ hold: @escaping @Sendable (inout Facts) -> Void)
        -> Clause
    {
        Clause(testDescription: name, evaluation: evaluation, hold: hold)
    }

    /// In order of precedence; all are seen after the campaign's end. The last needs no change.
    private static let clauses = [
        clause("1 not programmed", "SO") { $0.programmed = false },
        clause("2 suspended", "ND") { $0.suspended = true },
        clause("2 not delegated", "ND") { $0.delegated = false },
        clause("3 non-negative", "C") { $0.nonNegative = 1 },
        clause("3 doubtful seen", "C") { $0.doubtfulSeen = 1 },
        clause("4 evidence, nothing tested", "PO") { ($0.evidence, $0.tested) = (true, 0) },
        clause("5 non-completion decision", "NE") { $0.nonCompletionDecision = true },
        clause("6 delay anomaly", "B") { $0.delayAnomaly = true },
        clause("7 nothing tested", "B") { $0.tested = 0 },
        clause("8 under-sampled", "B") { $0.tested = 10 },
        clause("9 otherwise", "A") { _ in },
    ]

    /// PRO-240 PRO-242 PRO-244 PRO-245 PRO-246 PRO-247 PRO-248 PRO-311
    @Test(
        "of two clauses that hold, the earlier decides", arguments: clauses.indices, clauses.indices
    )
    func earlierWins(first: Int, second: Int) throws {
        guard first <= second else { return }
        let facts = Facts.done(.tuberculosis).seen(on: "2021-05-01")
            .changed(Self.clauses[second].hold).changed(Self.clauses[first].hold)
        #expect(try facts.evaluation() == Self.clauses[first].evaluation)
    }

    @Test("PRO-230: a number of tuberculins unknown is PO, before a decision, not before a non-negative or a delay")
    func unknownNumber() throws {
        let unknown = Facts.done(.tuberculosis, tested: nil)
        #expect(try unknown.evaluation() == "PO")
        #expect(try unknown.seen(on: "2021-05-01").evaluation() == "PO")
        #expect(try unknown.changed { $0.nonCompletionDecision = true }.evaluation() == "PO")
        #expect(try unknown.changed { $0.nonNegative = 1 }.evaluation() == "C")
        #expect(try unknown.changed { $0.delayAnomaly = true }.evaluation() == "B")
        #expect(try unknown.changed { ($0.delayAnomaly, $0.evidence) = (true, true) }.evaluation() == "PO")
        #expect(try unknown.changed { ($0.delayAnomaly, $0.nonCompletionDecision) = (true, true) }.evaluation() == "NE")
    }

    @Test(
        "PRO-242 AMB-21: for blood an unknown number is nothing tested; evidence makes it PO",
        arguments: ["BRU", "LEU"])
    func unknownBlood(code: String) throws {
        let unknown = Facts.done(try #require(Disease(rawValue: code)), tested: nil)
        #expect(try unknown.evaluation() == "NE")
        #expect(try unknown.seen(on: "2021-05-01").evaluation() == "B")
        #expect(try unknown.changed { $0.evidence = true }.evaluation() == "PO")
        #expect(try unknown.changed { ($0.evidence, $0.tested) = (true, 20) }.evaluation() == "A")
    }

    @Test(
        "PRO-210 PRO-252 PRO-261: nothing tested is NE on the last day of the campaign, B the day after",
        arguments: [("2021-04-29", "NE"), ("2021-04-30", "NE"), ("2021-05-01", "B")] as [(Day, String)])
    func nothingTested(day: Day, evaluation: String) throws {
        for disease in Disease.allCases {
            #expect(try Facts.done(disease, tested: 0).seen(on: day).evaluation() == evaluation)
        }
    }

    @Test("PRO-209 PRO-266 AMB-09 AMB-31 decision 1: a doubtful result seen rules out A, whatever was decided of it")
    func doubtfulSeen() throws {
        func doubtful(_ disease: Disease) -> Facts { .done(disease).changed { $0.doubtfulSeen = 1 } }
        #expect(try doubtful(.leukosis).evaluation() == "C")
        #expect(try doubtful(.tuberculosis).evaluation() == "C")
        #expect(try doubtful(.brucellosis).evaluation() == "NE")
        #expect(try doubtful(.brucellosis).changed { $0.retest = .ordered }.evaluation() == "AR")
        #expect(try doubtful(.brucellosis).changed { $0.retest = .negative }.evaluation() == "A")
    }

    @Test(
        "decision 5: retests are brucellosis's only, and only with something to test again",
        arguments: RetestState.allCases)
    func retestsElsewhere(retest: RetestState) throws {
        #expect(try Facts.done(.leukosis).changed { ($0.nonNegative, $0.retest) = (1, retest) }.evaluation() == "C")
        #expect(try Facts.done(.tuberculosis).changed { ($0.nonNegative, $0.retest) = (1, retest) }.evaluation() == "C")
        #expect(try Facts.done(.brucellosis).changed { $0.retest = retest }.evaluation() == "A")
    }

    @Test("decision 5: after a negative retest the administrative clauses decide")
    func administrativeAfterRetest() throws {
        let cleared = Facts.done(.brucellosis).changed { ($0.nonNegative, $0.retest) = (1, .negative) }
        #expect(try cleared.changed { $0.delayAnomaly = true }.evaluation() == "B")
        #expect(try cleared.changed { $0.tested = 17 }.evaluation() == "NE")
        #expect(try cleared.changed { $0.tested = 17 }.seen(on: "2021-02-01").evaluation() == "B")
        #expect(try cleared.changed { $0.nonCompletionDecision = true }.evaluation() == "NE")
    }

    @Test("evaluation-proposal: counts below zero are refused")
    func preconditions() {
        #expect(throws: RuleFault.self) { try Facts.done(.leukosis, requested: -1).proposal() }
        #expect(throws: RuleFault.self) { try Facts.done(.leukosis, tested: -1).proposal() }
        #expect(throws: RuleFault.self) { try Facts.done(.leukosis).changed { $0.nonNegative = -1 }.proposal() }
        #expect(throws: RuleFault.self) { try Facts.done(.leukosis).changed { $0.doubtfulSeen = -1 }.proposal() }
    }
}
