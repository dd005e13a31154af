import Programmes
import Prophylaxis
import Testing

@Suite("inspection-report")
struct InspectionReportTests {
    typealias Values = (tuberculosis: String, brucellosis: String, leukosis: String)

    static func report(_ values: Values, programmed: [Bool]? = nil) throws -> String {
        func value(_ code: String) throws -> EvaluationValue { try #require(EvaluationValue(rawValue: code)) }
        let facts = InspectionReportValue.Facts(
            evaluations: .init(
                brucellosis: try value(values.brucellosis), leukosis: try value(values.leukosis),
                tuberculosis: try value(values.tuberculosis)),
            programmed: programmed.map { .init(brucellosis: $0[0], leukosis: $0[1], tuberculosis: $0[2]) })
        return try InspectionReportValue.decide(facts, .init()).report.rawValue
    }

    @Test(
        "EX-13 PRO-270 PRO-271: value of the report from TUB, BRU, LEU",
        arguments: [
            (("A", "A", "A"), "A"), (("A", "A", "SO"), "A"), (("A", "B", "C"), "C"), (("A", "B", "PO"), "B"),
            (("A", "PO", "ND"), "PE"), (("A", "ND", "SO"), "A"), (("ND", "ND", "SO"), "PE"), (("SO", "SO", "SO"), "PE"),
            (("C", "ND", "PO"), "C"),
        ] as [(Values, String)])
    func example13(values: Values, report: String) throws {
        #expect(try Self.report(values) == report)
    }

    @Test(
        "EX-13 PRO-269: refused while an evaluation is provisional, even beside a C",
        arguments: [
            (("NE", "A", "A"), ["TUB"]), (("C", "AR", "A"), ["BRU"]), (("NE", "AR", "NE"), ["BRU", "LEU", "TUB"]),
        ]
            as [(Values, [String])])
    func example13Refused(values: Values, diseases: [String]) {
        #expect(throws: RuleFault.evaluationNotFinal(diseases: diseases)) { try Self.report(values) }
    }

    @Test("EX-27 PRO-284: «pas de bovin éligible»: the decision leaves NE, and no report is possible")
    func example27Decision() throws {
        let undone = EvaluationProposal.Facts.done(.brucellosis, requested: 0, tested: 0).changed {
            $0.nonCompletionDecision = true
        }
        let evaluation = try undone.seen(on: "2021-05-01").evaluation()
        #expect(evaluation == "NE")
        #expect(throws: RuleFault.self) { try Self.report((evaluation, evaluation, evaluation)) }
    }

    @Test("EX-27 PRO-285: refusal of the farmer is B; TUB not delegated beside two A is A; all SO is PE")
    func example27() throws {
        let refused = try EvaluationProposal.Facts.done(.brucellosis, tested: 0).seen(on: "2021-05-01").evaluation()
        #expect(try Self.report((refused, refused, refused)) == "B")
        #expect(try Self.report(("ND", "A", "A")) == "A")
        #expect(try Self.report(("SO", "SO", "SO")) == "PE")
    }

    @Test("PRO-275 decision 6: of a suspended or infected herd every disease is ND, the report PE")
    func suspendedHerd() throws {
        let values = try Disease.allCases.map { disease in
            try EvaluationProposal.Facts.done(disease).changed { ($0.suspended, $0.nonNegative) = (true, 1) }
                .evaluation()
        }
        #expect(values == ["ND", "ND", "ND"])
        #expect(try Self.report((values[0], values[1], values[2])) == "PE")
    }

    @Test("decision 2: a programmed disease cannot be without object; NE and AR are told first")
    func programmedButWithoutObject() throws {
        #expect(throws: RuleFault.programmedButWithoutObject(diseases: ["TUB"])) {
            try Self.report(("SO", "A", "A"), programmed: [true, true, true])
        }
        #expect(throws: RuleFault.evaluationNotFinal(diseases: ["LEU"])) {
            try Self.report(("SO", "A", "NE"), programmed: [true, true, true])
        }
        #expect(try Self.report(("SO", "A", "A"), programmed: [true, true, false]) == "A")
        #expect(try Self.report(("SO", "A", "A")) == "A", "unknown whether programmed")
        #expect(try Self.report(("ND", "A", "A"), programmed: [true, true, true]) == "A")
        #expect(try Self.report(("A", "A", "A"), programmed: [false, false, false]) == "A")
    }

    @Test("PRO-269 PRO-270 decision 2: every three values with every three programmes")
    func agreesWithOracle() {
        let codes = EvaluationValue.allCases.map(\.rawValue)
        for number in 0..<(8 * 8 * 8 * 9) {
            let values: Values = (codes[number % 8], codes[number / 8 % 8], codes[number / 64 % 8])
            let flags = number / 512
            let programmed = flags == 8 ? nil : [flags & 1 != 0, flags & 2 != 0, flags & 4 != 0]
            #expect(outcome(values, programmed) == expected(values, programmed), "\(values) \(programmed ?? [])")
        }
    }

    private func outcome(_ values: Values, _ programmed: [Bool]?) -> String {
        do {
            return try Self.report(values, programmed: programmed)
        } catch let fault as RuleFault {
            return fault.code
        } catch {
            return "\(error)"
        }
    }

    private func expected(_ values: Values, _ programmed: [Bool]?) -> String {
        let all = [values.brucellosis, values.leukosis, values.tuberculosis]
        if all.contains("NE") || all.contains("AR") { return "evaluation-not-final" }
        if let programmed {
            for index in 0..<3 where programmed[index] && all[index] == "SO" { return "programmed-but-without-object" }
        }
        if all.contains("C") { return "C" }
        if all.contains("B") { return "B" }
        if all.contains("PO") { return "PE" }
        if all.contains("A") { return "A" }
        return "PE"
    }
}
