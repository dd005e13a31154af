import Testing

/// The rules of the house, held against all files of the project.
@Suite struct TreeTests {
    @Test("the tree is found, with its manifest and its sources")
    func treeIsFound() {
        #expect(SourceTree.paths.contains("Package.swift"))
        #expect(SourceTree.sources.count { $0.target == "Kernel" && $0.isSwift } > 5)
    }

    @Test("no file breaks a rule of the house", arguments: Check.all)
    func noFileBreaks(_ check: Check) {
        expectNone(SourceTree.sources.flatMap(check.violations))
    }

    @Test("relative links of all pages lead somewhere")
    func linksLeadSomewhere() {
        let texts = Dictionary(uniqueKeysWithValues: SourceTree.sources.map { ($0.path, $0.text) })
        expectNone(
            SourceTree.sources.flatMap { page in
                Check.brokenLinks(in: page) { texts[$0] ?? (SourceTree.exists($0) ? "" : nil) }
            })
    }

    @Test("ASVS: every point of docs/security.md names a test, and all that are named are there")
    func securityIsShown() throws {
        let page = try #require(SourceTree.sources.first { $0.path == "docs/security.md" })
        let suites = Set(SourceTree.sources.flatMap(Check.suites))
        expectNone(Check.untestedPoints(in: page, suites: suites, exists: SourceTree.exists))
    }

    @Test("every room says what lives in it")
    func everyRoomHasReadme() {
        let paths = SourceTree.paths
        let texts = Dictionary(uniqueKeysWithValues: SourceTree.sources.map { ($0.path, $0.text) })
        expectNone(
            Check.roomsWithoutReadme(paths: paths) { texts[$0] } + Check.extraFilesBesideModuleMaps(paths: paths))
    }

    @Test("the living specification names tests that exist, and its overview is fresh")
    func requirementsAreTrue() throws {
        let result = try runRequirements(in: SourceTree.root, "--check")
        #expect(result.status == 0, "\(result.said)")
    }

    private func expectNone(_ violations: [Violation]) {
        #expect(violations.isEmpty, "\n\(violations.map(\.description).joined(separator: "\n"))")
    }
}
