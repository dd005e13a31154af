import Exchange
import Kernel
import Prophylaxis
import Testing

@Suite("PRO-166: analysis requests (DAI)")
struct AnalysisRequestTests {
    static let request = AnalysisRequest(
        envelope: Samples.envelope, document: "D1", edition: 2, intervention: "100012073119",
        herd: .init(holding: Samples.holding, code: "1"),
        animals: [
            .init(
                number: Samples.animal,
                plans: [
                    .init(disease: .brucellosis, method: .bufferedAntigen), .init(disease: .leukosis, method: .elisa),
                ]),
            .init(number: Samples.dam, plans: [.init(disease: .leukosis, method: .elisa)]),
        ])

    @Test("What is written is read back, twice the same bytes")
    func roundTrip() throws {
        let bytes = try Self.request.encoded()
        #expect(bytes == (try Self.request.encoded()))
        #expect(try AnalysisRequest.read(.bytes(bytes, name: "dai.xml"), fictitious: true) == Self.request)
    }

    @Test("PRO-125: a document without animals asks for nothing, and is a request all the same")
    func zeroAnimals() throws {
        var request = Self.request
        request.animals = []
        #expect(try AnalysisRequest.read(.bytes(request.encoded(), name: "d"), fictitious: true) == request)
    }

    @Test(
        "Anything wrong refuses the request",
        arguments: [
            ("FR9912345678", "FR99", "number-length"), ("\"BRU\"", "\"XXX\"", "code-unknown"),
            ("<plan", "<plam", "xml-unexpected-element"),
            ("edition=\"2\"", "edition=\"two\"", "integer-invalid"), ("holding=\"99123456\"", "", "value-missing"),
            ("99123456", "99", "number-length"), ("</document>", "", "xml-malformed"),
            ("urn:vigie:analysis-request:1", "urn:x", "xml-wrong-root"),
            ("version=\"1\">", "version=\"3\">", "format-unknown"),
        ])
    func faults(text: String, replacement: String, code: String) throws {
        let xml = String(decoding: try Self.request.encoded(), as: UTF8.self).replacing(text, with: replacement)
        let refusal = #expect(throws: Refusal.self) {
            try AnalysisRequest.read(.text(xml, name: "dai.xml"), fictitious: true)
        }
        #expect(refusal?.findings.map(\.code) == [code])
        #expect(refusal?.findings.first?.severity == .fatal)
    }
}
