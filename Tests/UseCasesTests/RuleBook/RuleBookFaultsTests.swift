import Testing
import UseCases

@Suite("rule book: a line that has no answer")
struct RuleBookFaultsTests {
    /// Field missing or null, and the path that the message names.
    @Test(
        "contract, missing-field: absent or null, named with its place",
        arguments: [
            ("herd-orientation", #"{"id":"a","beefFemales":1}"#, "dairyFemales"),
            ("herd-orientation", #"{"id":"a","beefFemales":null,"dairyFemales":1}"#, "beefFemales"),
            ("herd-orientation", #"{"beefFemales":1,"dairyFemales":1}"#, "id"),
            ("herd-orientation", #"{"id":null,"beefFemales":1,"dairyFemales":1}"#, "id"),
            ("herd-orientation", "{}", "id"),
            (
                "result-count", #"{"id":"a","results":[{"animal":"A"},{"interpretation":"NEG"}]}"#, "results[1].animal"
            ),
            ("tuberculin-count", #"{"id":"a"}"#, "descriptors"),
            ("inspection-report", #"{"id":"a","evaluations":{"BRU":"A","LEU":"A"}}"#, "evaluations.TUB"),
            ("campaign-deadlines", #"{"id":"a","campaignStart":"2020-10-01"}"#, "campaignEnd"),
        ])
    func missingField(rule: String, line: String, path: String) throws {
        let answer = try RuleBookAnswer(rule, line)
        #expect(answer.code == "missing-field")
        #expect(answer.message?.contains("« \(path) »") == true)
    }

    @Test(
        "PRO-171 contract, invalid-value: wrong type, unknown code, impossible date or number, named with its place",
        arguments: [
            ("herd-orientation", #"{"id":"a","beefFemales":"1","dairyFemales":1}"#, "beefFemales"),
            ("herd-orientation", #"{"id":"a","beefFemales":true,"dairyFemales":1}"#, "beefFemales"),
            ("herd-orientation", #"{"id":"a","beefFemales":1,"dairyFemales":1.5}"#, "dairyFemales"),
            ("herd-orientation", #"{"id":"a","beefFemales":-1,"dairyFemales":1}"#, "beefFemales"),
            ("herd-orientation", #"{"id":"a","beefFemales":1,"dairyFemales":1000000001}"#, "dairyFemales"),
            ("herd-orientation", #"{"id":"a","beefFemales":1,"dairyFemales":99999999999999999999}"#, "dairyFemales"),
            ("herd-orientation", #"{"id":7,"beefFemales":1,"dairyFemales":1}"#, "id"),
            ("result-count", #"{"id":"a","results":{}}"#, "results"),
            (
                "result-count", #"{"id":"a","results":[{"animal":"A","interpretation":"neg"}]}"#,
                "results[0].interpretation"
            ),
            ("result-count", #"{"id":"a","results":[{"animal":"A","decision":"DTX"}]}"#, "results[0].decision"),
            ("result-count", #"{"id":"a","results":[{"animal":1}]}"#, "results[0].animal"),
            ("tuberculin-count", #"{"id":"a","descriptors":{"NTIDS":2.5}}"#, "descriptors.NTIDS"),
            ("inspection-report", #"{"id":"a","evaluations":{"BRU":"PM","LEU":"A","TUB":"A"}}"#, "evaluations.BRU"),
            (
                "campaign-deadlines", #"{"id":"a","campaignStart":"2021-02-29","campaignEnd":"2021-04-30"}"#,
                "campaignStart"
            ),
            (
                "campaign-deadlines", #"{"id":"a","campaignStart":"01/10/2020","campaignEnd":"2021-04-30"}"#,
                "campaignStart"
            ),
            (
                "campaign-deadlines", #"{"id":"a","campaignStart":"2020-10-1","campaignEnd":"2021-04-30"}"#,
                "campaignStart"
            ),
            ("campaign-deadlines", #"{"id":"a","campaignStart":20201001,"campaignEnd":"2021-04-30"}"#, "campaignStart"),
            (
                "campaign-deadlines", #"{"id":"a","campaignStart":"2021-05-01","campaignEnd":"2021-04-30"}"#,
                "campaignEnd"
            ),
        ])
    func invalidValue(rule: String, line: String, path: String) throws {
        let answer = try RuleBookAnswer(rule, line)
        #expect(answer.code == "invalid-value")
        #expect(answer.message?.contains("« \(path) »") == true, "\(answer.message ?? "")")
    }

    @Test(
        "contract sampling-selection: seeds from 0 to 2^63 − 1",
        arguments: [
            ("0", nil), ("9223372036854775807", nil), ("9223372036854775808", "invalid-value"),
            ("18446744073709551616", "invalid-value"), ("-1", "invalid-value"), ("1.5", "invalid-value"),
            ("\"1\"", "invalid-value"), ("null", "missing-field"),
        ] as [(String, String?)])
    func seed(seed: String, code: String?) throws {
        let line = #"{"id":"a","referenceDate":"2020-11-15","seed":\#(seed),"animals":[]}"#
        #expect(try RuleBookAnswer("sampling-selection", line).code == code)
    }

    @Test("contract: an error answer holds id, error.code and error.message, and nothing else")
    func shape() throws {
        let answer = try RuleBookAnswer("herd-orientation", #"{"id":"x","beefFemales":1}"#)
        #expect(Set(answer.fields.keys) == ["id", "error"])
        #expect(answer.id == "x")
        #expect(answer.message?.isEmpty == false)
    }

    @Test("contract: a line that erred leaves nothing behind for the next one")
    func independentLines() throws {
        let line = #"{"id":"a","beefFemales":6,"dairyFemales":100}"#
        let before = try RuleBookAnswer("herd-orientation", line).fields
        _ = try RuleBookAnswer("herd-orientation", "{")
        #expect(try RuleBookAnswer("herd-orientation", line).fields == before)
    }
}
