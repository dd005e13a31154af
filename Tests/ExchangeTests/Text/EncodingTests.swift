import Exchange
import Kernel
import Testing

@Suite("Decision 19: encodings")
struct EncodingTests {
    /// `nom;é` in Windows-1252.
    let windows: [UInt8] = Array("nom;".utf8) + [0xe9, 0x0a]

    @Test("UTF-8 with a byte order mark loses it")
    func byteOrderMark() throws {
        let reading = try readDelimited([0xef, 0xbb, 0xbf] + Array("nom;é\n".utf8))
        #expect(reading.records == [["nom", "é"]])
        #expect(reading.findings.isEmpty)
    }

    @Test("What is no UTF-8 is Windows-1252 from then on, told once")
    func windows1252() throws {
        let reading = try readDelimited(windows + [0x80, 0x3b, 0x9c, 0x0a] + windows)
        #expect(reading.records == [["nom", "é"], ["€", "œ"], ["nom", "é"]])
        #expect(
            reading.findings == [
                Finding(ExchangeFinding.encodingWindows1252, .info, at: Place(file: "test.csv", line: 1))
            ])
    }

    @Test("A file settled as Windows-1252 keeps it for lines that could be UTF-8")
    func settled() throws {
        let reading = try readDelimited(windows + Array("é;b\n".utf8))
        #expect(reading.records[1] == ["Ã©", "b"])
    }

    @Test("One line of another encoding in a UTF-8 file is read alone, with a warning")
    func mixed() throws {
        let reading = try readDelimited(Array("nom;é\n".utf8) + windows + Array("x;è\n".utf8))
        #expect(reading.records == [["nom", "é"], ["nom", "é"], ["x", "è"]])
        #expect(
            reading.findings == [
                Finding(ExchangeFinding.encodingMixed, .warning, at: Place(file: "test.csv", line: 2))
            ])
    }

    @Test("A sender fixed to UTF-8 has such a line refused, with its text")
    func fixedUTF8() throws {
        let reading = try readDelimited(windows + Array("a;b\n".utf8), DelimitedFormat(encoding: .utf8))
        #expect(reading.records == [["a", "b"]])
        #expect(reading.refused[0].findings.map(\.code) == ["encoding-not-utf8"])
    }

    @Test("A sender fixed to Windows-1252 is believed without a word")
    func fixedWindows() throws {
        let reading = try readDelimited(windows, DelimitedFormat(encoding: .windows1252))
        #expect(reading.records == [["nom", "é"]])
        #expect(reading.findings.isEmpty)
    }

    @Test(
        "What is no text is refused as a whole",
        arguments: [
            ([0xff, 0xfe, 0x61, 0x00], "encoding-unsupported"), ([0xfe, 0xff, 0x00, 0x61], "encoding-unsupported"),
            ([0x50, 0x4b, 0x03, 0x04], "file-not-text"), ([0xd0, 0xcf, 0x11, 0xe0], "file-not-text"),
            (Array("%PDF-1.4".utf8), "file-not-text"), ([0x1f, 0x8b, 0x08], "file-not-text"),
        ] as [([UInt8], String)])
    func notText(bytes: [UInt8], code: String) {
        let refusal = #expect(throws: Refusal.self) { try readDelimited(bytes) }
        #expect(refusal?.findings.map(\.code) == [code])
        #expect(refusal?.findings.map(\.severity) == [.fatal])
    }
}
