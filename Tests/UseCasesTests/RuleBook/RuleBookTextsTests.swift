import Kernel
import Programmes
import Testing
import UseCases

@Suite("rule book: what it says of its rules")
struct RuleBookTextsTests {
    private static let names = RuleBook.entries.map(\.name)

    private static func entry(_ name: String) throws -> RuleEntry { try #require(RuleBook.entry(named: name)) }

    @Test("contract: the ten rules of prophylaxis, by their names")
    func rules() {
        #expect(
            Self.names == [
                "herd-orientation", "sampling-selection", "result-count", "milk-result", "tuberculin-count",
                "disease-status", "corrected-realisation", "evaluation-proposal", "inspection-report",
                "campaign-deadlines",
            ])
        #expect(RuleBook.entry(named: "no-such-rule") == nil)
    }

    @Test("contract: every rule has a summary of one line, clauses in words, and a source", arguments: names)
    func texts(name: String) throws {
        let entry = try Self.entry(name)
        #expect(!entry.text.summary.isEmpty)
        #expect(!entry.text.summary.contains { $0.isNewline || $0 == "\t" })
        #expect(!entry.text.clauses.isEmpty)
        #expect(entry.text.clauses.allSatisfy { !$0.isEmpty })
        #expect(!entry.sources.isEmpty)
        #expect(
            entry.sources.allSatisfy { $0.text == "DGAL/SDSPA/2020-653" && !$0.place.isEmpty && $0.requirement != nil })
    }

    @Test("contract: every parameter is explained, and nothing that is none", arguments: names)
    func parameters(name: String) throws {
        let entry = try Self.entry(name)
        #expect(Set(entry.text.parameters.keys) == Set(entry.parameters.map(\.name)))
        #expect(entry.text.parameters.values.allSatisfy { !$0.isEmpty })
        #expect(entry.parameters.allSatisfy { !$0.defaultValue.isEmpty })
    }

    @Test("contract: every reason and comment code is explained, and nothing that is none", arguments: names)
    func codes(name: String) throws {
        let entry = try Self.entry(name)
        #expect(Set(entry.text.codes.keys) == Set(entry.codes.flatMap(\.codes)))
        #expect(entry.text.codes.values.allSatisfy { !$0.isEmpty })
    }

    @Test("contract: parameters are camelCase, codes are kebab-case", arguments: names)
    func spelling(name: String) throws {
        let entry = try Self.entry(name)
        for parameter in entry.parameters {
            #expect(parameter.name.wholeMatch(of: /[a-z]+([A-Z][a-z]+)*/) != nil, "\(parameter.name)")
        }
        for code in entry.codes.flatMap(\.codes) {
            #expect(code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(code)")
        }
    }

    /// Published names: one who changes them breaks the programs of others.
    @Test(
        "contract: names and defaults of the parameters are stable",
        arguments: [
            ("herd-orientation", ["mixedOverBeefFemales=5", #"mixedOverShare="1/10""#]),
            (
                "sampling-selection",
                [
                    "introducedWithinMonths=12", "maleOverMonths=36", "minimumAgeMonths=24", "minimumNumber=10",
                    #"share="1/5""#,
                ]
            ),
            ("result-count", []), ("milk-result", [#"negativeCodes=["NEG"]"#]), ("tuberculin-count", []),
            (
                "disease-status",
                [
                    #"delayDiseases=["BRU","LEU","TUB"]"#, "maximumDays=90",
                    #"tolerance={"share":"1/10","smallNumber":10}"#,
                ]
            ),
            (
                "corrected-realisation",
                [
                    "maximumDays=90", #"tolerance={"share":"1/10","smallNumber":10}"#,
                    #"tuberculinBandFrom="9/10""#,
                ]
            ),
            (
                "evaluation-proposal",
                [
                    "maximumDays=90", #"retestNotDoneGives="C""#, #"retestNotReceivedGives="PO""#,
                    #"retestOrderedGives="AR""#, #"retestPositiveGives="C""#,
                    #"tolerance={"share":"1/10","smallNumber":10}"#, #"tuberculinBandFrom="9/10""#,
                    #"tuberculinRule="table6""#,
                ]
            ),
            ("inspection-report", []),
            (
                "campaign-deadlines",
                [
                    "authorisationsDaysBefore=15", "closingFromMonths=1", "closingUntilMonths=2", "computationMonths=3",
                ]
            ),
        ])
    func stableParameters(name: String, expected: [String]) throws {
        #expect(try Self.entry(name).parameters.map { "\($0.name)=\($0.defaultValue)" } == expected)
    }
}
