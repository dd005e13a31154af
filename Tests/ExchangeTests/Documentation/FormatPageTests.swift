import Exchange
import Foundation
import Testing

/// The pages for those who send files are made of the same values as the checks. Where this test fails, run it with
/// `VIGIE_WRITE_DOCS=1` in the environment and look at what changed.
@Suite("Issue 2 §3, §6: the format pages say what the code checks")
struct FormatPageTests {
    static let pages: [(page: String, tables: [TableSpecification])] = [
        ("register.md", BundleFormat.register.tables + BundleFormat.history.tables),
        ("milk-results.md", [MilkResultLine.table]), ("analysis-report.md", [AnalysisResult.table]),
        ("tuberculin-report.md", [TuberculinReportRow.table, TuberculinAnimalRow.table]),
    ]

    @Test("The example of a mapping is a mapping")
    func mappingExample() throws {
        let (mapping, findings) = ColumnMapping.read(.text(try example("column-mapping.md"), name: "example.toml"))
        #expect(findings == [])
        #expect(mapping?.tables.keys.sorted() == ["animals"])
    }

    @Test("The example of a milk profile is a profile")
    func profileExample() throws {
        let (profile, findings) = MilkProfile.read(.text(try example("milk-results.md"), name: "example.toml"))
        #expect(findings == [])
        #expect(profile?.producerField == 3)
    }

    @Test("The example of a manifest is a manifest")
    func manifestExample() throws {
        let (manifest, findings) = BundleManifest.read(.text(try example("register.md"), name: "manifest.toml"))
        #expect(findings == [])
        #expect(manifest?.rowCounts["animals"] == 346_821)
    }

    @Test("The examples of messages are read without a finding, and fit their schemas")
    func messageExamples() throws {
        let report = try example("analysis-report.md")
        let reading = readReport(report)
        #expect(reading.outcome.findings == [])
        #expect(reading.results.count == 2)
        let request = try example("analysis-request.md")
        #expect(try AnalysisRequest.read(.text(request, name: "dai.xml"), fictitious: true).animals.count == 1)
        for (xml, schema) in [(report, "analysis-report.xsd"), (request, "analysis-request.xsd")] {
            let bytes = Array(try projectFile("docs/formats/" + schema).utf8)
            #expect(try SchemaValidation.faults(of: Array(xml.utf8), schema: bytes) == [])
        }
    }

    /// The first fenced block of TOML or XML on a page.
    private func example(_ page: String) throws -> String {
        let text = try projectFile("docs/formats/" + page)
        let start = try #require(text.firstRange(of: "```toml\n") ?? text.firstRange(of: "```xml\n")).upperBound
        let end = try #require(text[start...].firstRange(of: "\n```")).lowerBound
        return String(text[start..<end])
    }

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
