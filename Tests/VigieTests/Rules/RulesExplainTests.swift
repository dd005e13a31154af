import TestSupport
import Testing

@Suite("vigie rules list, explain")
struct RulesExplainTests {
    private static let names = [
        "herd-orientation", "sampling-selection", "result-count", "milk-result", "tuberculin-count", "disease-status",
        "corrected-realisation", "evaluation-proposal", "inspection-report", "campaign-deadlines",
    ]

    @Test("contract: list gives name, summary and legal source of each rule, one a line")
    func list() async throws {
        let outcome = try await VigieProgram.run(["rules", "list"])
        #expect(outcome.status == 0)
        let rows = outcome.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        #expect(rows.map(\.first) == Self.names)
        #expect(rows.allSatisfy { $0.count == 3 && !$0[1].isEmpty && $0[2].hasPrefix("DGAL/SDSPA/2020-653, ") })
    }

    @Test(
        "contract: explain gives the rule in words, its parameters and defaults, its source paragraph", arguments: names
    )
    func explain(name: String) async throws {
        let outcome = try await VigieProgram.run(["rules", "explain", name])
        #expect(outcome.status == 0)
        #expect(outcome.lines.first == "\(name) (version 1)")
        for heading in ["Règle", "Paramètres", "Source"] { #expect(outcome.lines.contains(heading)) }
        #expect(outcome.text.contains("  1. "))
        #expect(outcome.text.contains("  DGAL/SDSPA/2020-653, "))
        #expect(outcome.text.contains("(PRO-"))
    }

    @Test("contract: explain shows defaults and reason codes as run takes and gives them")
    func explainStatus() async throws {
        let text = try await VigieProgram.run(["rules", "explain", "disease-status"]).text
        #expect(text.contains("  maximumDays = 90  "))
        #expect(text.contains(#"  delayDiseases = ["BRU","LEU","TUB"]  "#))
        #expect(text.contains("Codes de « reasons »\n"))
        #expect(text.contains("  too-many-days  "))
    }

    @Test("PRO-130: explain documents the draw, so that anyone can reproduce it")
    func explainDraw() async throws {
        let text = try await VigieProgram.run(["rules", "explain", "sampling-selection"]).text
        for constant in [
            "FNV-1a 64", "0xcbf29ce484222325", "0x100000001b3", "0x9e3779b97f4a7c15", "0xbf58476d1ce4e5b9",
        ] {
            #expect(text.contains(constant))
        }
        #expect(text.contains("0x94d049bb133111eb"))
    }

    @Test(
        "contract: an unknown rule or missing word is a usage error, exit code 64, and nothing is answered",
        arguments: [
            ["rules", "run", "no-such-rule"], ["rules", "explain", "no-such-rule"], ["rules", "run"],
            ["rules", "explain"],
            ["rules", "run", "herd-orientation", "extra"], ["rules", "runs"], ["rules", "run", "Herd-Orientation"],
        ])
    func usage(arguments: [String]) async throws {
        let outcome = try await VigieProgram.run(arguments, input: Array(herdLine("a").utf8))
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.complaint.isEmpty)
    }

    @Test("contract: the complaint about an unknown rule names it and says where to look")
    func unknownRule() async throws {
        let complaint = try await VigieProgram.run(["rules", "run", "vial-plan"]).complaint
        #expect(complaint.contains("« vial-plan »"))
        #expect(complaint.contains("vigie rules list"))
    }
}
