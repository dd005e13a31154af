import Foundation
import Testing

/// Feeds the checker of the living specification what it must refuse, in a copy of the pages.
@Suite struct RequirementsScriptTests {
    @Test("a test that names a requirement in its name or comment shows it, and the check is then content")
    func testShows() throws {
        try withCopy { root in
            let names = ["@Test(\"PRO-172: replaces\")", "// PRO-302\n@Test", "@Test(\n    \"PRO-303: none\")"]
            try write(names.map { $0 + " func a() {}" }.joined(separator: "\n"), to: root)
            let shown = try runRequirements(in: root)
            #expect(shown.status == 0)
            let overview = try String(contentsOf: root.appending(path: "docs/requirements.md"), encoding: .utf8)
            for id in ["PRO-172", "PRO-302", "PRO-303"] { #expect(overview.contains("\n| \(id) | ATests: ")) }
            #expect(try runRequirements(in: root, "--check").status == 0)
        }
    }

    @Test("an id in the body of a test, or above a disabled one, shows nothing")
    func bodyShowsNothing() throws {
        try withCopy { root in
            try write(
                "@Test(\"a\") func a() { let b = \"PRO-172\" }\n@Test(\"PRO-173\", .disabled()) func b() {}", to: root)
            #expect(try runRequirements(in: root).status == 0)
            let overview = try String(contentsOf: root.appending(path: "docs/requirements.md"), encoding: .utf8)
            #expect(!overview.contains("\n| PRO-172 |"))
            #expect(!overview.contains("\n| PRO-173 |"))
        }
    }

    @Test(
        "a claim that is not true is refused",
        arguments: [
            ("test: a test that is not there", "no test is named"), ("document: docs/none.md", "no document"),
            ("parameter: noSuchParameter", "no parameter"), ("done", "is not open"), ("out of scope:", "is not open"),
            ("open: later", "is not open"),
        ])
    func refusesClaim(claim: String, message: String) throws {
        try withCopy { root in
            let page = root.appending(path: "docs/requirements/CAL.md")
            let text = try String(contentsOf: page, encoding: .utf8)
            let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| CAL-01 |") })
            let cells = row.split(separator: "|").dropLast().joined(separator: "|")
            try text.replacing(row, with: "|\(cells)| \(claim) |").write(to: page, atomically: true, encoding: .utf8)
            let result = try runRequirements(in: root, "--check")
            #expect(result.status == 1)
            #expect(result.said.contains(message))
        }
    }

    @Test("a stale overview, a lost row and an unknown id are refused")
    func refusesGaps() throws {
        try withCopy { root in
            #expect(try runRequirements(in: root).status == 0)
            try write("@Test(\"PRO-172: replaces\") func a() {}", to: root)
            #expect(try runRequirements(in: root, "--check").said.contains("is stale"))
            try write("@Test(\"PRO-999: none\") func a() {}", to: root)
            #expect(try runRequirements(in: root, "--check").said.contains("PRO-999, which is no requirement"))
            let page = root.appending(path: "docs/requirements/VAC.md")
            let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
            try rows.dropLast().joined(separator: "\n").write(to: page, atomically: true, encoding: .utf8)
            let result = try runRequirements(in: root, "--check")
            #expect(result.status == 1)
            #expect(result.said.contains("VAC-01 to VAC-101"))
        }
    }

    /// A fresh folder with the script and the pages, which is removed afterwards.
    private func withCopy(_ body: (URL) throws -> Void) throws {
        let files = FileManager.default
        let root = files.temporaryDirectory.appending(path: "vigie-requirements-\(UUID().uuidString)")
        defer { try? files.removeItem(at: root) }
        for folder in ["scripts", "docs", "Tests/ATests", "Sources"] {
            try files.createDirectory(at: root.appending(path: folder), withIntermediateDirectories: true)
        }
        for item in ["scripts/requirements", "docs/requirements"] {
            try files.copyItem(at: SourceTree.root.appending(path: item), to: root.appending(path: item))
        }
        try openAllRows(of: root)
        try body(root)
    }

    /// The copy has no sources or documents, so that no claim of the real pages can hold in it.
    private func openAllRows(of root: URL) throws {
        for name in ["PRO", "CAL", "VAC", "ABV"] {
            let page = root.appending(path: "docs/requirements/\(name).md")
            let lines = try String(contentsOf: page, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            let opened = lines.map { line in
                line.hasPrefix("| \(name)-")
                    ? line.split(separator: "|").dropLast().joined(separator: "|") : String(line)
            }
            let rows = opened.map { $0.hasPrefix(" \(name)-") ? "|\($0)| open |" : $0 }
            try rows.joined(separator: "\n").write(to: page, atomically: true, encoding: .utf8)
        }
    }

    private func write(_ tests: String, to root: URL) throws {
        try tests.write(to: root.appending(path: "Tests/ATests/A.swift"), atomically: true, encoding: .utf8)
    }
}
