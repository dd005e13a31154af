import Testing

@Suite struct TextCheckTests {
    @Test(
        "a rule file without source is found",
        arguments: [
            ("Sources/Prophylaxis/Status/DiseaseStatus.swift", "/// The status.\nfunc a() {}", 1),
            ("Sources/Register/Rules/Orientation.swift", "// PRO-42\nfunc a() {}", 1),
            ("Sources/Prophylaxis/A.swift", "/// Rule 1 (PRO-302).", 0),
            ("Sources/Prophylaxis/A.swift", "/// Annexe 2, rule 1.", 0),
            ("Sources/Prophylaxis/A.swift", "    /// See decision 12.", 0),
            ("Sources/Prophylaxis/A.swift", "/// As 10.6.3.1 says.", 0),
            ("Sources/Register/Holding.swift", "/// A holding.", 0),
        ])
    func citesSource(path: String, text: String, expected: Int) {
        #expect(Check.citedSource.violations(Source(path: path, text: text)).count == expected)
    }

    /// Written in pieces, so that this file itself is clean.
    @Test(
        "a folder of one machine and a registry's host are found",
        arguments: [
            ("see /" + "work/main/a", 1), ("`/" + "home/me`", 1), ("path=/" + "root/.ssh", 1),
            ("https://files.python" + "hosted.org/a", 1), ("crates" + ".io", 1),
            ("https://example.org/" + "home/me", 0), ("a/" + "work/b", 0), ("the root/of it", 0),
        ])
    func findsMachineTraces(text: String, expected: Int) {
        #expect(Check.machineTraces.violations(Source(path: "docs/a.md", text: text)).count == expected)
    }

    @Test(
        "what a template cannot see is found",
        arguments: [
            ("struct A: PageModel {\n    var lines: [Int] { [] }\n}", 1),
            ("struct A: PageModel {\n    var title: String { name }\n    var lines: [Int] = []\n}", 0),
            ("struct A: PageModel {\n    var b = 1 { didSet { c = b } }\n}", 0),
            ("struct A: PageModel {\n}\nstruct B: MustacheParent {\n    var lines: [Int] { [] }\n}", 0),
        ])
    func findsComputedProperties(text: String, expected: Int) {
        let source = Source(path: "Sources/Web/Pages/A.swift", text: text)
        #expect(Check.pageModels.violations(source).count == expected)
    }

    @Test("the marks of a merge and notes for later are found")
    func findsLeftovers() {
        let marks = String(repeating: "<", count: 7) + " HEAD\na\n" + String(repeating: ">", count: 7) + " b\n"
        #expect(Check.leftovers.violations(Source(path: "README.md", text: marks)).map(\.line) == [1, 3])
        #expect(Check.leftovers.violations(Source(path: "a.swift.orig", text: "a")).count == 1)
        #expect(Check.leftovers.violations(Source(path: "a.swift", text: "// TO" + "DO: later")).count == 1)
        #expect(Check.leftovers.violations(Source(path: "README.md", text: "Title\n=======\na << b")).isEmpty)
    }

    @Test(
        "a dependency without reason or pin is found",
        arguments: [
            ("// Command line: help.\n.package(url: \"u\", exact: \"1.0.0\"),", 0),
            (".package(url: \"u\", exact: \"1.0.0\"),", 1), ("\n.package(url: \"u\", exact: \"1.0.0\"),", 1),
            ("// Command line: help.\n.package(url: \"u\", from: \"1.0.0\"),", 1), (".package(path: \"../u\"),", 2),
        ])
    func findsLooseDependency(text: String, expected: Int) {
        #expect(Check.dependencies.violations(Source(path: "Package.swift", text: text)).count == expected)
    }

    @Test(
        "a link that leads nowhere is found",
        arguments: [
            ("[a](b.md)", 0), ("[a](./b.md#two-words)", 0), ("[a](../README.md)", 0), ("[a](#here)\n\n## Here", 0),
            ("[a](c.md)", 1), ("[a](b.md#three)", 1), ("[a](#there)\n\n## Here", 1), ("![a](c.png)", 1),
            ("`[a](c.md)`", 0), ("```\n[a](c.md)\n```", 0), ("[a](https://example.org/c)", 0),
        ])
    func findsBrokenLink(text: String, expected: Int) {
        let files = ["docs/b.md": "# Two words\n", "README.md": ""]
        let found = Check.brokenLinks(in: Source(path: "docs/a.md", text: text)) { files[$0] }
        #expect(found.count == expected)
    }

    @Test("a room without README, or with an empty one, is found")
    func findsSilentRoom() {
        let paths = ["Sources/A/a.swift", "Sources/B/b.swift", "Sources/C/c.swift", "Sources/D/module.modulemap"]
        let texts = ["Sources/A/README.md": "# A\n\none\ntwo\nthree\n", "Sources/B/README.md": "x\n"]
        let found = Check.roomsWithoutReadme(paths: paths) { texts[$0] }
        #expect(found.map(\.path) == ["Sources/B/README.md", "Sources/C/README.md"])
    }

    @Test("anything beside a module map and its shim is found")
    func findsCodeBesideModuleMap() {
        let paths = ["Sources/D/module.modulemap", "Sources/D/shim.h", "Sources/D/more.c"]
        #expect(Check.extraFilesBesideModuleMaps(paths: paths).map(\.path) == ["Sources/D/more.c"])
    }
}
