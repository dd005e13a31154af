import Exchange
import Kernel
import Testing

@Suite("PRO-174: acknowledgements")
struct AcknowledgementTests {
    private func acknowledgement(_ text: String) -> Acknowledgement {
        let reading = read(CommuneScreeningRow.self, text)
        return Acknowledgement(
            reading.outcome, digest: "abc", sender: "EDE63", readOn: testDay, refused: reading.refused)
    }

    static let header = "commune;disease;interval;phase"

    private func csv(_ acknowledgement: Acknowledgement) throws -> String {
        var bytes: [UInt8] = []
        try acknowledgement.writeCSV { bytes.append(contentsOf: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "The verdict follows from what was refused",
        arguments: [
            ("\(header)\n63113;BRU;1;0\n", Acknowledgement.Verdict.accepted),
            ("\(header)\n63113;BRU;1;0\n63113;XXX;1;0\n", .partial),
            ("commune;disease\n63113;BRU\n", .refused),
        ])
    func verdict(text: String, verdict: Acknowledgement.Verdict) { #expect(acknowledgement(text).verdict == verdict) }

    @Test("CSV: a summary, then each finding with its line, column, facts and the line's text")
    func csv() throws {
        let lines = try csv(acknowledgement("\(Self.header);x\n63113;XXX;1;9;\"a;b\"\n")).split(separator: "\r\n")
        #expect(
            lines == [
                "\u{feff}line;severity;code;column;facts;raw",
                ";info;summary;;file=commune-screening.csv, sha256=abc, sender=EDE63, read-on=2020-12-01, "
                    + "verdict=partial, lines=2, accepted=0, refused=1;",
                "1;warning;column-unknown;x;;",
                "2;refused;code-unknown;disease;value=XXX;\"63113;XXX;1;9;\"\"a;b\"\"\"",
            ])
    }

    @Test("CSV: a text that a spreadsheet would run is made harmless")
    func formula() throws {
        let text = try csv(acknowledgement("\(Self.header)\n=HYPERLINK(1);BRU;1;0\n"))
        #expect(text.contains("\"'=HYPERLINK(1);BRU;1;0\""))
    }

    @Test("JSON: everything comes back, the same value gives the same bytes")
    func json() throws {
        let value = acknowledgement("\(Self.header)\n=é;XXX;1;0\n")
        let bytes = try value.json()
        #expect(try Acknowledgement(json: bytes) == value)
        #expect(bytes == (try value.json()))
    }
}
