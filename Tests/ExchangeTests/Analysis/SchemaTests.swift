import Exchange
import Kernel
import Prophylaxis
import Testing

@Suite("Issue 2 §6: the XML schemas")
struct SchemaTests {
    private func schema(_ name: String) throws -> [UInt8] { Array(try projectFile("docs/formats/\(name)").utf8) }

    @Test("Our reports are valid")
    func report() throws {
        let faults = try SchemaValidation.faults(
            of: encoded(Samples.report), schema: schema("analysis-report.xsd"))
        #expect(faults == [])
    }

    @Test("Our requests are valid")
    func request() throws {
        let faults = try SchemaValidation.faults(
            of: AnalysisRequestTests.request.encoded(), schema: schema("analysis-request.xsd"))
        #expect(faults == [])
    }

    @Test(
        "The schema refuses what the reader refuses",
        arguments: [
            ("\"NEG\"", "\"RAS\""), ("FR9912345678", "FR99"), ("2020-08-26", "26/08/2020"), ("<result", "<resullt"),
            ("disease=\"BRU\"", ""), ("version=\"1\">", "version=\"2\">"),
        ])
    func invalid(text: String, replacement: String) throws {
        let xml = String(decoding: try encoded(Samples.report), as: UTF8.self).replacing(text, with: replacement)
        let faults = try SchemaValidation.faults(of: Array(xml.utf8), schema: schema("analysis-report.xsd"))
        #expect(!faults.isEmpty)
    }

    @Test(
        "Each list of codes is the program's own",
        arguments: [
            ("analysis-report.xsd", "Disease", Disease.entries),
            ("analysis-report.xsd", "Method", TestMethodCode.entries),
            ("analysis-report.xsd", "Matrix", Matrix.entries),
            ("analysis-report.xsd", "Interpretation", Interpretation.entries),
            ("analysis-report.xsd", "Reason", NonAnalysableReasonCode.entries),
            ("analysis-request.xsd", "Disease", Disease.entries),
            ("analysis-request.xsd", "Method", TestMethodCode.entries),
            ("analysis-request.xsd", "Matrix", Matrix.entries),
        ])
    func codes(file: String, type: String, entries: [CodeEntry]) throws {
        let text = try projectFile("docs/formats/\(file)")
        let start = try #require(text.range(of: "<xs:simpleType name=\"\(type)\">")?.upperBound)
        let body = text[start...].prefix(upTo: try #require(text[start...].range(of: "</xs:simpleType>")?.lowerBound))
        let listed = body.split(separator: "<xs:enumeration value=\"").dropFirst().compactMap {
            $0.split(separator: "\"").first
        }
        #expect(listed.map(String.init) == entries.map(\.code))
    }
}
