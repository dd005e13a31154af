import Testing

@Suite struct SecurityPageTests {
    @Test(
        "a point without a test, or with one that is not there, is found",
        arguments: [
            ("| 1.1 | a | b | `ATests` |", 0), ("| 1.1 | a | b | `ATests`, `BTests` |", 1), ("| 1.1 | a | b | |", 1),
            ("| 1.1 | a | b | none |", 1), ("| 1.1 | a | b | `Tests/a.py` |", 0), ("| 1.1 | a | b | `Tests/b.py` |", 1),
            ("| point | a | b | test |", 0), ("|---|---|---|---|", 0), ("prose with `CTests`", 0),
        ])
    func points(_ line: String, _ expected: Int) {
        let found = Check.untestedPoints(in: Source(path: "docs/security.md", text: line), suites: ["ATests"]) {
            $0 == "Tests/a.py"
        }
        #expect(found.count == expected)
    }

    @Test("suites are found where they are declared")
    func suites() {
        let text = "@Suite struct OneTests {}\n// struct TwoTests\nstruct Three {}"
        #expect(Check.suites(in: Source(path: "Tests/A/B.swift", text: text)) == ["OneTests"])
    }
}
