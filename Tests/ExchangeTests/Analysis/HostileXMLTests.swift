import Exchange
import Kernel
import Testing

@Suite("Issue 2 §13: XML that is broken or hostile")
struct HostileXMLTests {
    static let good = AnalysisReportTests.report()

    @Test(
        "Empty, cut off, no XML, another root: refused as a whole, with its line",
        arguments: [
            ("", "file-empty", nil), ("hello", "xml-malformed", 1), ("\n\n<a>", "xml-wrong-root", 3),
            ("<analysis-report/>", "xml-wrong-root", 1),
            ("<analysis-report xmlns=\"urn:vigie:analysis-report:1\" version=\"2\"/>", "format-unknown", 1),
            ("<analysis-report xmlns=\"urn:vigie:analysis-report:1\" version=\"1\"/>", "value-missing", nil),
            (good.replacing("<envelope sender=\"LDA\"", with: "<envelope"), "value-missing", 3),
            (good.replacing("2020-11-01", with: "1/11"), "date-format", 3),
            (good.replacing("</request>", with: ""), "xml-malformed", 9),
            (good.replacing("\"NEG\"", with: "NEG"), "xml-malformed", 6),
            (good.replacing("<request", with: "<x:request"), "xml-malformed", 4),
        ] as [(String, String, Int?)])
    func broken(text: String, code: String, line: Int?) {
        let reading = readReport(text)
        #expect(reading.fileCodes == [code])
        #expect(reading.outcome.isFatal)
        #expect(reading.outcome.findings.first?.place?.line == line)
    }

    @Test("Cut off in the middle: what was read before is kept, and the rest is looked at", arguments: ["NEG", "POS"])
    func truncated(code: String) throws {
        let sample =
            "<sample number=\"T\" animal=\"FR9912345678\" sampled-on=\"2020-10-05\">"
            + "<result disease=\"BRU\" method=\"EAT\" matrix=\"blood\" interpretation=\"NEG\"/></sample>\n"
        let head = try #require(Self.good.range(of: "<sample")?.lowerBound)
        let text =
            Self.good[..<head] + String(repeating: sample, count: 1_000)
            + sample.replacing("NEG\"/></sample>", with: "\(code)\" ")
        let reading = readReport(String(text))
        #expect(reading.results.count == 1_000)
        #expect(reading.fileCodes == ["xml-malformed"])
        #expect(reading.isSuspectedAsAWhole == (code == "POS"))
    }

    @Test(
        "A document type is refused before an entity is declared, and no file is read",
        arguments: [
            "<!DOCTYPE analysis-report SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE analysis-report [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
            "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>",
            "<!DOCTYPE a PUBLIC \"-//x\" \"http://127.0.0.1:1/x.dtd\">",
        ])
    func doctype(declaration: String) {
        let text = Self.good.replacing("?>\n", with: "?>\n" + declaration + "\n").replacing("T1", with: "&x;&c;")
        let reading = readReport(text)
        #expect(reading.fileCodes == ["xml-doctype"])
        #expect(reading.outcome.findings.first?.place?.line == 2)
        #expect(reading.results.isEmpty)
    }

    @Test("An entity nobody declared is a fault, not a text")
    func undeclaredEntity() {
        #expect(readReport(Self.good.replacing("T1", with: "&x;")).fileCodes == ["xml-malformed"])
    }

    @Test("A million nested elements are refused at the limit")
    func nested() {
        let head =
            "<analysis-report xmlns=\"urn:vigie:analysis-report:1\" version=\"1\">"
            + "<envelope sender=\"LDA\" recipient=\"DDPP\" created-on=\"2020-11-01\" reference=\"F1\"/>"
        let reading = readReport(head + String(repeating: "<a>", count: 1_000_000))
        #expect(reading.fileCodes == ["xml-too-deep"])
        #expect(reading.outcome.findings.first?["limit"] == "16")
        #expect(reading.outcome.counts.refused <= 16)
    }

    @Test(
        "An attribute at the limit is read, one byte more is refused",
        arguments: [(4_096, [String]()), (4_097, ["xml-text-too-long"])])
    func longAttribute(length: Int, codes: [String]) {
        let text = Self.good.replacing("<sample ", with: "<sample note=\"\(String(repeating: "x", count: length))\" ")
        #expect(readReport(text).fileCodes.filter { $0 != "xml-unexpected-attribute" } == codes)
    }

    @Test("Endless text or an endless tag is refused at the limit", arguments: ["x", " ", "<a b=\"", "<!--"])
    func endless(start: String) {
        let text = Self.good.replacing("<sample", with: start + String(repeating: "x", count: 3 << 20) + "<sample")
        #expect(readReport(text).fileCodes == ["xml-text-too-long"])
    }

    @Test("UTF-16 is refused before anything is read")
    func utf16() {
        let bytes: [UInt8] = [0xff, 0xfe] + Self.good.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        #expect(readReport(.bytes(bytes, name: "rai.xml")).fileCodes == ["encoding-unsupported"])
    }

    @Test("Elements of another namespace are kept as refused")
    func foreignElement() {
        let reading = readReport(Self.good.replacing("<result", with: "<result xmlns=\"urn:x\""))
        #expect(reading.codes == ["xml-unexpected-element", "result-without-meaning"])
    }

    @Test("Damaged reports never crash, and every result is accepted or refused", arguments: 0..<8)
    func fuzz(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let whole = try encoded(Samples.report)
        for _ in 0..<250 {
            let reading = readReport(.bytes(mutated(whole, by: &generator), name: "rai.xml"))
            #expect(reading.outcome.counts.areComplete)
            #expect(reading.outcome.counts.accepted == reading.results.count)
            #expect(reading.outcome.counts.refused == reading.refused.count)
            #expect(reading.outcome.isFatal || reading.results.count + reading.refused.count > 0)
        }
    }
}
