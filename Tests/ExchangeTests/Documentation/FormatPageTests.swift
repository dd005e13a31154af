import Exchange
import Foundation
import Testing

/// The pages for those who send files are made of the same values as the checks. Where this test fails, run it with
/// `VIGIE_WRITE_DOCS=1` in the environment and look at what changed.
@Suite("Issue 2 §3, §6: the format pages say what the code checks")
struct FormatPageTests {
    static let pages: [(page: String, tables: [TableSpecification])] = [
        ("register.md", BundleFormat.register.tables + BundleFormat.history.tables)
    ]

    @Test("Every table of the page is the one of the code", arguments: pages.indices)
    func tables(index: Int) throws {
        let (page, tables) = Self.pages[index]
        let path = projectFolder + "/docs/formats/" + page
        var text = try String(contentsOfFile: path, encoding: .utf8)
        let before = text
        for table in tables {
            let begin = "<!-- table \(table.name) -->\n"
            let start = try #require(text.range(of: begin)?.upperBound, "no place for \(table.name)")
            let end = try #require(text.range(of: "\n<!-- end -->", range: start..<text.endIndex)?.lowerBound)
            text.replaceSubrange(start..<end, with: "\n" + markdown(table) + "\n")
        }
        if ProcessInfo.processInfo.environment["VIGIE_WRITE_DOCS"] == "1" {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(text == before, "docs/formats/\(page) is not what the code says")
    }
}
