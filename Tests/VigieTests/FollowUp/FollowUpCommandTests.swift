import TestSupport
import Testing

@Suite struct FollowUpCommandTests {
    private static let examples: [(arguments: [String], status: Int32)] = [
        (["follow-up", "list", "--department", "63", "--with-report", "--without-report"], 64),
        (["campaign", "close", "--department", "63", "--force", "--override", "vu"], 64),
        (["campaign", "report", "--department", "63", "--output", "bilan.doc"], 64),
        (["worklist", "unknown-list", "--department", "63"], 64),
        (["worklist", "--help"], 0),
    ]

    @Test(
        "The commands of follow-up and closing are there and refuse what excludes itself",
        arguments: examples)
    func refusals(_ example: (arguments: [String], status: Int32)) async throws {
        let outcome = try await VigieProgram.run(example.arguments, input: [])
        #expect(outcome.status == example.status)
    }
}
