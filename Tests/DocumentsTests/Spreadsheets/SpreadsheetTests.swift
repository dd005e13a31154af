import Documents
import Testing

@Suite("Workbooks") struct SpreadsheetTests {
    private static func sheet(_ rows: [[String]]) throws -> String {
        let bytes = try Spreadsheet.xlsx(
            "Essai", [.init("ede"), .init("testes", .number), .init("prevue_le", .day)], rows)
        return try withFile(bytes) { _, file in try Tool.unzip.run(["-p", file, "xl/worksheets/sheet1.xml"]) }
    }

    @Test("numbers are numbers, days are days, a number with zeros in front stays text")
    func kinds() throws {
        let text = try Self.sheet([["09900001", "12", "2021-02-15"]])
        #expect(text.contains("<v>12</v>") && text.contains("<v>44242</v>"))
        #expect(text.contains("<t>09900001</t>"))
    }

    @Test("hostile words are words: no formula, no tag", arguments: ["=1+1", "<script>", "+cmd|' /C calc'!A0"])
    func hostile(_ words: String) throws {
        let text = try Self.sheet([[words, words, words]])
        #expect(!text.contains("<f>") && !text.contains("<script>"))
        #expect(text.matches(of: /t="inlineStr"/).count >= 3)
    }

    @Test("the same table gives the same bytes")
    func deterministic() throws {
        func bytes() throws -> [UInt8] { try Spreadsheet.xlsx("Essai", [.init("ede")], [["99000001"]]) }
        #expect(try bytes() == bytes())
    }

    @Test("a text longer than a cell is cut, an empty table is a table")
    func extremes() throws {
        _ = try Self.sheet([[String(repeating: "é", count: 100_000), "", ""]])
        #expect(try Self.sheet([]).contains("ede"))
    }
}
