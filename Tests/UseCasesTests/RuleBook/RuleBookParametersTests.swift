import Testing
import UseCases

@Suite("rule book: parameters of a line")
struct RuleBookParametersTests {
    private static func orientation(_ parameters: String) throws -> RuleBookAnswer {
        try RuleBookAnswer(
            "herd-orientation", #"{"id":"a","beefFemales":6,"dairyFemales":100,"parameters":\#(parameters)}"#)
    }

    @Test(
        "contract: parameters override the defaults for their line",
        arguments: [
            ("null", "mixed"), ("{}", "mixed"), (#"{"mixedOverBeefFemales":6}"#, "dairy"),
            (#"{"mixedOverBeefFemales":6,"mixedOverShare":"1/20"}"#, "mixed"),
            (#"{"mixedOverBeefFemales":6,"mixedOverShare":"6/100"}"#, "dairy"),
            (#"{"mixedOverBeefFemales":0}"#, "mixed"),
            (#"{"mixedOverBeefFemales":1000000}"#, "dairy"),
        ])
    func override(parameters: String, orientation: String) throws {
        #expect(try Self.orientation(parameters).fields["orientation"]?.text == orientation)
    }

    @Test("contract: for that line only")
    func thatLineOnly() throws {
        #expect(try Self.orientation(#"{"mixedOverBeefFemales":6}"#).fields["orientation"]?.text == "dairy")
        #expect(try Self.orientation("null").fields["orientation"]?.text == "mixed")
    }

    @Test(
        "contract, unknown-parameter: named, whatever its depth and case",
        arguments: [
            ("herd-orientation", #""beefFemales":6,"dairyFemales":1"#, #"{"share":"1/10"}"#, "share"),
            ("herd-orientation", #""beefFemales":6,"dairyFemales":1"#, #"{"MixedOverShare":"1/10"}"#, "MixedOverShare"),
            ("tuberculin-count", #""descriptors":{}"#, #"{"tolerance":1}"#, "tolerance"),
            (
                "corrected-realisation",
                #""disease":"BRU","editedOn":"2020-11-01","firstVisit":"2020-11-02","campaignEnd":"2021-04-30","#
                    + #""animals":[]"#,
                #"{"tolerance":{"rate":"1/10"}}"#, "tolerance.rate"
            ),
        ])
    func unknown(rule: String, facts: String, parameters: String, path: String) throws {
        let answer = try RuleBookAnswer(rule, #"{"id":"a",\#(facts),"parameters":\#(parameters)}"#)
        #expect(answer.code == "unknown-parameter")
        #expect(answer.id == "a")
        #expect(answer.message?.contains("« \(path) »") == true)
    }

    @Test(
        "contract, invalid-value: a parameter of the wrong kind, named with its place",
        arguments: [
            ("7", "parameters"), ("[]", "parameters"), (#""x""#, "parameters"),
            (#"{"mixedOverBeefFemales":-1}"#, "parameters.mixedOverBeefFemales"),
            (#"{"mixedOverBeefFemales":1.5}"#, "parameters.mixedOverBeefFemales"),
            (#"{"mixedOverBeefFemales":1000001}"#, "parameters.mixedOverBeefFemales"),
            (#"{"mixedOverBeefFemales":1e400}"#, "parameters.mixedOverBeefFemales"),
            (#"{"mixedOverBeefFemales":"5"}"#, "parameters.mixedOverBeefFemales"),
            (#"{"mixedOverBeefFemales":null}"#, "parameters.mixedOverBeefFemales"),
            (#"{"mixedOverShare":0.1}"#, "parameters.mixedOverShare"),
            (#"{"mixedOverShare":"1/0"}"#, "parameters.mixedOverShare"),
            (#"{"mixedOverShare":"-1/10"}"#, "parameters.mixedOverShare"),
            (#"{"mixedOverShare":"10 %"}"#, "parameters.mixedOverShare"),
            (#"{"mixedOverShare":"1/10/2"}"#, "parameters.mixedOverShare"),
            (#"{"mixedOverShare":"1000000001/1000000002"}"#, "parameters.mixedOverShare"),
        ])
    func wrongKind(parameters: String, path: String) throws {
        let answer = try Self.orientation(parameters)
        #expect(answer.code == "invalid-value")
        #expect(answer.message?.contains("« \(path) »") == true, "\(answer.message ?? "")")
    }

    @Test("AMB-08: a list of codes, and one of its codes wrong")
    func codes() throws {
        func status(_ diseases: String) throws -> RuleBookAnswer {
            try RuleBookAnswer(
                "disease-status",
                #"{"id":"a","disease":"TUB","computedOn":"2021-03-01","campaignStart":"2020-10-01","#
                    + #""campaignEnd":"2021-04-30","requested":20,"planRequested":true,"tested":20,"nonNegative":0,"#
                    + #""startedOn":"2020-11-01","finishedOn":"2021-01-31","nonCompletionDecision":false,"#
                    + #""parameters":{"delayDiseases":\#(diseases)}}"#)
        }
        #expect(try status(#"["BRU","LEU"]"#).fields["status"]?.text == "SA")
        #expect(try status(#"["TUB"]"#).fields["status"]?.text == "AA")
        let wrong = try status(#"["BRU","FCO"]"#)
        #expect(wrong.code == "invalid-value")
        #expect(wrong.message?.contains("« parameters.delayDiseases[1] »") == true)
    }

    @Test(
        "AMB-06: the tuberculin rule by its three names",
        arguments: [("table6", "B"), ("asBloodTests", "A"), ("noTolerance", "NE")])
    func tuberculinRule(name: String, evaluation: String) throws {
        let answer = try RuleBookAnswer(
            "evaluation-proposal",
            #"{"id":"a","disease":"TUB","programmed":true,"delegated":true,"suspended":false,"status":"SA","#
                + #""requested":60,"tested":59,"nonNegative":0,"doubtfulSeen":0,"retest":"none","evidence":false,"#
                + #""delayAnomaly":false,"nonCompletionDecision":false,"firstVisit":"2020-11-02","#
                + #""computedOn":"2020-12-01","campaignEnd":"2021-04-30","parameters":{"tuberculinRule":"\#(name)"}}"#)
        #expect(answer.fields["evaluation"]?.text == evaluation)
    }
}
