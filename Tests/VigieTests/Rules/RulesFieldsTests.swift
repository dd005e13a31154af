import TestSupport
import Testing

/// Each rule with the fields of the contract's table: what goes in, and what must come out under which name.
@Suite("vigie rules run: fields of the contract's table")
struct RulesFieldsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let input: String
        let output: String
        var testDescription: String { "\(rule): \(output)" }

        init(_ rule: String, _ input: String, _ output: String) {
            (self.rule, self.input, self.output) = (rule, input, output)
        }
    }

    private static let campaign = #""campaignStart":"2020-10-01","campaignEnd":"2021-04-30""#
    private static let status = #""disease":"BRU","computedOn":"2021-01-05",\#(campaign),"planRequested":true"#
    private static let evaluation =
        #""programmed":true,"delegated":true,"suspended":false,"evidence":false,"delayAnomaly":false,"#
        + #""nonCompletionDecision":false,"computedOn":"2021-01-05","campaignEnd":"2021-04-30""#

    static let cases: [Case] = [
        Case("herd-orientation", #""beefFemales":6,"dairyFemales":60"#, #"{"orientation":"mixed"}"#),
        Case("herd-orientation", #""beefFemales":0,"dairyFemales":0"#, #"{"orientation":"none"}"#),
        Case(
            "sampling-selection",
            #""referenceDate":"2020-11-15","seed":1,"animals":["#
                + #"{"animal":"b","sex":"F","birthDate":"2016-02-01","enteredOn":"2020-05-01","#
                + #""sampledForOtherDisease":false},"#
                + #"{"animal":"a","sex":"M","birthDate":"2016-02-01","enteredOn":null,"sampledForOtherDisease":false},"#
                + #"{"animal":"c","sex":"F","birthDate":"2020-02-01","sampledForOtherDisease":true}],"#
                + #""alreadySelected":["c"]"#,
            #"{"eligible":2,"required":2,"selected":[{"animal":"c","level":3},{"animal":"a","level":1}]}"#),
        Case(
            "sampling-selection", #""referenceDate":"2020-11-15","seed":9223372036854775807,"animals":[]"#,
            #"{"eligible":0,"required":0,"selected":[]}"#),
        Case(
            "result-count",
            #""results":[{"animal":"a","interpretation":"NEG","decision":null},{"animal":"b","interpretation":"DTX"},"#
                + #"{"animal":"c","interpretation":null,"decision":"POS"},{"animal":"d"}]"#,
            #"{"tested":2,"nonNegative":1,"uninterpretable":1,"awaitingDecision":1,"doubtfulSeen":1}"#),
        Case(
            "milk-result",
            #"\#(campaign),"results":[{"sampledOn":"2020-12-15","interpretation":"NEG"},"#
                + #"{"sampledOn":"2020-11-10","interpretation":"ABS"}]"#,
            #"{"tested":1,"nonNegative":1,"firstSampledOn":"2020-11-10","lastSampledOn":"2020-12-15"}"#),
        Case(
            "milk-result", #"\#(campaign),"results":[]"#,
            #"{"tested":0,"nonNegative":0,"firstSampledOn":null,"lastSampledOn":null}"#),
        Case(
            "tuberculin-count",
            #""descriptors":{"NTIDS":10,"NTIDC":20,"NNIDSN":9,"NNIDC":15,"NADIDS":1,"NAGDIDCTUB":1,"NAPDIDCTUB":1,"#
                + #""NPIDC":3,"NPIDSP":1}"#,
            #"{"tested":30,"nonNegative":7,"consistent":false}"#),
        Case(
            "tuberculin-count", #""descriptors":{"NNIDC":15,"NTIDC":null}"#,
            #"{"tested":15,"nonNegative":0,"consistent":true}"#),
        Case(
            "disease-status",
            #"\#(status),"requested":20,"tested":17,"nonNegative":1,"startedOn":"2020-09-30","#
                + #""finishedOn":"2020-10-30","#
                + #""nonCompletionDecision":false"#,
            #"{"status":"AS","reasons":["non-negative-result","started-before-campaign","under-sampled"]}"#),
        Case(
            "disease-status", #"\#(status),"requested":20,"tested":0,"nonNegative":0,"nonCompletionDecision":false"#,
            #"{"status":"EC","reasons":["awaiting-tests"]}"#),
        Case(
            "corrected-realisation",
            #""disease":"LEU","editedOn":"2020-10-20","firstVisit":"2020-11-02","campaignEnd":"2021-04-30","animals":["#
                + #"{"animal":"a","tested":true,"exitedOn":null},{"animal":"b","tested":false,"#
                + #""exitedOn":"2020-12-01"},"#
                + #"{"animal":"c","tested":false},{"animal":"d","tested":false,"exitedOn":"2021-02-01"}]"#,
            #"{"requested":4,"deducted":1,"tested":1,"minimum":2,"sufficient":false}"#),
        Case(
            "evaluation-proposal",
            #"\#(evaluation),"disease":"TUB","status":"SA","requested":60,"tested":54,"nonNegative":0,"#
                + #""doubtfulSeen":0,"#
                + #""retest":"none","firstVisit":"2020-11-02""#,
            #"{"evaluation":"B","comment":"tub-90-99"}"#),
        Case(
            "evaluation-proposal",
            #"\#(evaluation),"disease":"TUB","status":"EC","requested":60,"nonNegative":0,"doubtfulSeen":0,"#
                + #""retest":"none""#,
            #"{"evaluation":"PO","comment":null}"#),
        Case(
            "inspection-report",
            #""evaluations":{"BRU":"A","LEU":"PO","TUB":"SO"},"programmed":{"BRU":true,"LEU":true,"TUB":false}"#,
            #"{"report":"PE"}"#),
        Case("inspection-report", #""evaluations":{"BRU":"A","LEU":"B","TUB":"C"}"#, #"{"report":"C"}"#),
        Case(
            "inspection-report", #""evaluations":{"BRU":"A","LEU":"A","TUB":"A"},"programmed":null"#, #"{"report":"A"}"#
        ),
        Case(
            "campaign-deadlines", campaign,
            #"{"authorisationsBy":"2020-09-16","closingFrom":"2021-05-30","closingUntil":"2021-06-30","#
                + #""computationUntil":"2021-07-30","forcedClosingAfter":"2021-09-15","milkWindowStart":"2020-09-01","#
                + #""milkWindowEnd":"2021-06-30"}"#),
    ]

    @Test("contract: input and output fields by their names; dates or nulls may be absent", arguments: cases)
    func fields(example: Case) async throws {
        let run = try await RulesRun(example.rule, #"{"id":"x",\#(example.input)}"# + "\n")
        #expect(run.outcome.status == 0)
        let answer = try #require(try run.answers.first)
        #expect(answer["id"] == "\"x\"")
        for (name, value) in try RulesRun.fields(example.output) {
            #expect(answer[name] == value, "\(name) in \(run.outcome.text)")
        }
    }

    @Test("contract: every rule of the table is shown")
    func everyRule() async throws {
        let listed = try await VigieProgram.run(["rules", "list"]).lines.compactMap { $0.split(separator: "\t").first }
        #expect(Set(listed.map(String.init)) == Set(Self.cases.map(\.rule)))
    }

    /// Rule, input, code.
    @Test(
        "contract: errors of a rule's own",
        arguments: [
            ("inspection-report", #""evaluations":{"BRU":"AR","LEU":"A","TUB":"C"}"#, "evaluation-not-final"),
            (
                "inspection-report",
                #""evaluations":{"BRU":"A","LEU":"A","TUB":"SO"},"programmed":{"BRU":true,"LEU":true,"TUB":true}"#,
                "programmed-but-without-object"
            ),
            (
                "sampling-selection",
                #""referenceDate":"2020-11-15","seed":1,"animals":["#
                    + #"{"animal":"a","sex":"F","birthDate":"2016-02-01","sampledForOtherDisease":false},"#
                    + #"{"animal":"a","sex":"M","birthDate":"2015-02-01","sampledForOtherDisease":false}]"#,
                "invalid-value"
            ),
            ("sampling-selection", #""referenceDate":"2020-11-15","seed":-1,"animals":[]"#, "invalid-value"),
            ("tuberculin-count", #""descriptors":{"NTIDS":-1}"#, "invalid-value"),
            ("campaign-deadlines", #""campaignStart":"2020-10-02","campaignEnd":"2020-10-01""#, "invalid-value"),
        ])
    func ruleErrors(rule: String, input: String, code: String) async throws {
        let run = try await RulesRun(rule, #"{"id":"x",\#(input)}"#)
        #expect(run.outcome.status == 1)
        #expect(try run.codes == ["\"\(code)\""])
        #expect(try run.ids == ["\"x\""])
    }
}
