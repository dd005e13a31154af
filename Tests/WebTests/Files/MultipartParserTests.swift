import Testing

@testable import Web

@Suite("Issue 3 §3: uploads, taken apart as they come") struct MultipartParserTests {
    private static let type = "multipart/form-data; boundary=\"--x9\""
    private static let body = """
        preamble\r
        ----x9\r
        Content-Disposition: form-data; name="_form"\r
        \r
        secret\r
        ----x9\r
        Content-Disposition: form-data; name="fichier"; filename="a; \u{e9}t\u{e9} %22.csv"\r
        Content-Type: text/csv\r
        \r
        1;2\r\n--\r\n----x\r\n3\r
        ----x9\r
        Content-Disposition: form-data; name="vide"\r
        \r
        \r
        ----x9--\r
        epilogue
        """

    /// The parts as field, file and content.
    private func parts(_ body: [UInt8], chunk: Int) throws -> [[String]] {
        var parser = try #require(MultipartParser(contentType: MultipartParserTests.type))
        var parts: [[String]] = []
        for start in stride(from: 0, to: body.count, by: chunk) {
            for event in try parser.read(body[start..<min(start + chunk, body.count)]) {
                switch event {
                case .begin(let field, let file): parts.append([field, file ?? "-", ""])
                case .bytes(let bytes): parts[parts.count - 1][2] += String(decoding: bytes, as: UTF8.self)
                case .end: break
                }
            }
        }
        #expect(parser.isComplete)
        return parts
    }

    @Test("a body gives the same parts in chunks of any size", arguments: [1, 2, 3, 7, 64, 100_000])
    func chunks(_ size: Int) throws {
        #expect(
            try parts(Array(MultipartParserTests.body.utf8), chunk: size) == [
                ["_form", "-", "secret"], ["fichier", "a; \u{e9}t\u{e9} \".csv", "1;2\r\n--\r\n----x\r\n3"],
                ["vide", "-", ""],
            ])
    }

    @Test(
        "what is no upload is refused",
        arguments: [
            "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a",
            "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
        ])
    func types(_ type: String) { #expect(MultipartParser(contentType: type) == nil) }

    @Test("a part's header beyond the limit is refused, however slowly it comes")
    func longHeader() throws {
        var parser = try #require(MultipartParser(contentType: "multipart/form-data; boundary=x"))
        _ = try parser.read(Array("--x\r\n".utf8))
        #expect(throws: MultipartParser.Unreadable.self) {
            for _ in 0..<3000 { _ = try parser.read(Array("A: b\r\n".utf8)) }
        }
    }

    @Test(
        "a broken body is refused, a short one is not complete",
        arguments: [
            "--x\r\nContent-Type: text/plain\r\n\r\n", "--x\r\n\r\n\r\n", "--xy\r\n",
            "--x\r\nContent-Disposition: attachment; name=a\r\n\r\n",
        ])
    func broken(_ body: String) throws {
        var parser = try #require(MultipartParser(contentType: "multipart/form-data; boundary=x"))
        #expect(throws: MultipartParser.Unreadable.self) { _ = try parser.read(Array(body.utf8)) }
        var short = try #require(MultipartParser(contentType: "multipart/form-data; boundary=x"))
        _ = try short.read(Array("--x\r\nContent-Disposition: form-data; name=a\r\n\r\nabc".utf8))
        #expect(!short.isComplete)
    }
}
