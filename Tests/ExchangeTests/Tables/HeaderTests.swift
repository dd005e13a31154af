import Exchange
import Kernel
import Prophylaxis
import Testing

@Suite("Issue 2 §13: headers")
struct HeaderTests {
    static let row = "63113;BRU;1;0"

    @Test(
        "Any order, letter case, spaces and underscores",
        arguments: [
            ("commune;disease;interval;phase", "63113;BRU;1;0"), ("phase;interval;disease;commune", "0;1;BRU;63113"),
            (" COMMUNE ; Disease;interval;PHASE", "63113;BRU;1;0"),
        ])
    func order(header: String, line: String) {
        let reading = read(CommuneScreeningRow.self, "\(header)\n\(line)\n")
        #expect(reading.rows.map(\.commune) == ["63113"])
        #expect(reading.outcome.findings.isEmpty)
    }

    @Test("Dashes may be spaces or underscores")
    func dashes() {
        let reading = read(VeterinarianRow.self, "Order_Number;name;accredited\n123;X;O\n")
        #expect(reading.rows.count == 1)
    }

    @Test(
        "A column missing, doubled or unknown",
        arguments: [
            ("commune;disease;interval", "column-missing", "phase", Finding.Severity.fatal),
            ("commune;disease;interval;phase;phase", "column-doubled", "phase", .fatal),
            ("commune;disease;interval;phase;couleur", "column-unknown", "couleur", .warning),
        ])
    func faults(header: String, code: String, column: String, severity: Finding.Severity) {
        let reading = read(CommuneScreeningRow.self, "\(header)\n63113;BRU;1;0;0\n")
        #expect(reading.fileCodes == [code])
        #expect(reading.outcome.findings.first?.severity == severity)
        #expect(reading.outcome.findings.first?.place == Place(file: "commune-screening.csv", line: 1, column: column))
        #expect(reading.rows.isEmpty == (severity == .fatal))
        #expect(reading.outcome.isFatal == (severity == .fatal))
    }

    @Test("All missing columns are told at once")
    func severalMissing() {
        let reading = read(CommuneScreeningRow.self, "commune,disease\n63113,BRU\n")
        #expect(reading.fileCodes == ["column-missing", "column-missing"])
    }

    @Test("An empty file, or one of blank lines, is told", arguments: ["", "\n\r\n \n;;\n", "\u{feff}"])
    func empty(text: String) {
        let reading = read(CommuneScreeningRow.self, text)
        #expect(reading.fileCodes == ["file-empty"])
        #expect(reading.outcome.isFatal)
    }

    @Test("A file that is not there is told")
    func missingFile() {
        let reading = read(CommuneScreeningRow.self, ByteSource.file("/nowhere/commune-screening.csv"))
        #expect(reading.fileCodes == ["file-missing"])
    }

    @Test("A folder is no file")
    func folder() throws {
        let folder = try TemporaryFolder()
        #expect(read(CommuneScreeningRow.self, ByteSource.file(folder.path)).fileCodes == ["file-unreadable"])
    }

    @Test("A header too long for a line is told as the file's fault")
    func longHeader() {
        let reading = read(CommuneScreeningRow.self, String(repeating: "x", count: 70_000) + "\n1;2\n")
        #expect(reading.fileCodes == ["line-too-long"])
        #expect(reading.outcome.isFatal)
    }

    @Test(
        "Lines with fewer or more fields are refused, empty fields too many are not",
        arguments: [
            ("63113;BRU;1", ["field-count"]), ("63113;BRU;1;0;x", ["field-count"]), ("63113;BRU;1;0;;", []),
        ])
    func fieldCount(line: String, codes: [String]) {
        let reading = read(CommuneScreeningRow.self, "commune;disease;interval;phase\n\(line)\n")
        #expect(reading.refusedCodes == codes)
        #expect(reading.outcome.counts.areComplete)
    }

    @Test("With the header kept, a corrected line is a file of its own")
    func replay() throws {
        let first = read(CommuneScreeningRow.self, "phase;commune;disease;interval\n0;63113;XXX;1\n")
        let header = try #require(first.outcome.header)
        let corrected = try #require(first.refused.first).raw.replacing("XXX", with: "BRU")
        let second = read(CommuneScreeningRow.self, header + "\n" + corrected + "\n")
        #expect(second.rows.map(\.rhythm.disease) == [.brucellosis])
    }
}
