import Exchange
import Kernel
import Prophylaxis
import Testing

struct MilkReading {
    var rows: [MilkResultLine] = []
    var refused: [RefusedLine] = []
    var warnings: [Finding] = []
    var suspected: [Bool] = []
    var outcome = TableOutcome(file: "")
    var codes: [String] { refused.flatMap { $0.findings.map(\.code) } }
}

func readMilk(_ text: String, _ profile: MilkProfile = MilkProfile()) -> MilkReading {
    readMilk(.text(text, name: "milk.txt"), profile)
}

func readMilk(_ source: ByteSource, _ profile: MilkProfile) -> MilkReading {
    let reader = MilkReader(source, profile, testOptions())
    var reading = MilkReading()
    while let line = reader.next() {
        reading.suspected.append(line.suspectedNonNegative)
        switch line.outcome {
        case .accepted(let row, _, let findings):
            reading.rows.append(row)
            reading.warnings += findings
        case .refused(let refused): reading.refused.append(refused)
        }
    }
    reading.outcome = reader.outcome
    return reading
}

@Suite("PRO-170 to PRO-174: milk results")
struct MilkReaderTests {
    static let good = "LBRUBVS;;;2020-10-05;2020-10-07;99123456;73282932000074;;;;;NEG;D1"

    @Test("PRO-170: the seven known fields at their positions")
    func knownFields() throws {
        let row = try #require(readMilk(Self.good).rows.first)
        #expect(row.nature == .brucellosisSerology)
        #expect(row.disease == .brucellosis)
        #expect(row.sampledOn == Day("2020-10-05"))
        #expect(row.analysedOn == Day("2020-10-07"))
        #expect(row.holding.description == "99123456")
        #expect(row.siret?.description == "73282932000074")
        #expect(row.interpretation == .negative)
        #expect(row.dossier == "D1")
    }

    @Test("PRO-170: LLEUBVS is leukosis")
    func leukosis() {
        let reading = readMilk(Self.good.replacing("LBRUBVS", with: "LLEUBVS"))
        #expect(reading.rows.map(\.disease) == [.leukosis])
    }

    @Test("PRO-171: the eight codes; all but NEG are looked at as not negative", arguments: Interpretation.allCases)
    func interpretations(code: Interpretation) {
        let reading = readMilk(Self.good.replacing("NEG", with: code.rawValue.lowercased()))
        #expect(reading.rows.map(\.interpretation) == [code])
        #expect(reading.suspected == [code != .negative])
    }

    @Test(
        "PRO-174: every field error is told with its field",
        arguments: [
            ("LBRUBVS", "LXXXBVS", "champ 1", "code-unknown"), ("LBRUBVS", "", "champ 1", "value-missing"),
            ("2020-10-05", "2020-13-05", "champ 4", "date-impossible"), ("2020-10-05", "", "champ 4", "value-missing"),
            ("2020-10-07", "2020-12-02", "champ 5", "date-future"),
            ("2020-10-07", "2020-10-04", "champ 5", "dates-out-of-order"),
            ("99123456", "9912345", "champ 6", ""), ("99123456", "991234567", "champ 6", "number-length"),
            ("99123456", "99 123 456", "champ 6", ""), ("99123456", "99O23456", "champ 6", "number-character"),
            ("73282932000074", "73282932000075", "champ 7", "number-check-digit"),
            ("73282932000074", "", "champ 7", "value-missing"), ("NEG", "", "champ 12", "value-missing"),
            ("NEG", "RAS", "champ 12", "code-unknown"), ("D1", "", "champ 13", "value-missing"),
        ])
    func fieldErrors(text: String, replacement: String, field: String, code: String) {
        let reading = readMilk(Self.good.replacing(text, with: replacement))
        #expect(reading.codes == (code.isEmpty ? [] : [code]))
        #expect(reading.refused.first?.findings.first?.place?.column == (code.isEmpty ? nil : field))
        #expect(reading.outcome.counts.areComplete)
    }

    @Test("A line with more or fewer fields is refused", arguments: ["LBRUBVS;;;2020-10-05", good + ";x", "hello"])
    func fieldCount(line: String) { #expect(readMilk(line).codes == ["field-count"]) }

    @Test(
        "Decision 4: refused lines are looked at for what may not be negative",
        arguments: [
            (good.replacing("99123456", with: "9912"), false),
            (good.replacing("99123456;", with: "9912;").replacing("NEG", with: "POS"), true),
            (good.replacing("NEG", with: "PSO"), true), (good.replacing("NEG", with: " Positif fort "), true),
            (good.replacing("NEG", with: "+"), true), (good.replacing("NEG", with: ""), false),
            ("LBRUBVS,,,05/10/2020,,99123456,,,,,,POS_FBL,D1", true),
            ("LBRUBVS,,,05/10/2020,,99123456,,,,,,NEG,D1", false),
            ("LBRUBVS;DTX", true), ("LBRUBVS;ABS;x", true), ("douteux", true), ("en-tête du fichier", false),
            (String(repeating: "x", count: 70_000), true),
        ])
    func suspected(line: String, expected: Bool) {
        let reading = readMilk(line)
        #expect(reading.refused.count == 1)
        #expect(reading.suspected == [expected])
    }

    @Test("Quotation marks mean nothing here: one does not swallow the lines behind it")
    func quotes() {
        let reading = readMilk("\"\n" + Self.good + "\n")
        #expect(reading.codes == ["field-count"])
        #expect(reading.rows.count == 1)
    }

    @Test("A file without lines is told", arguments: ["", "\r\n\r\n"])
    func empty(text: String) {
        let reading = readMilk(text)
        #expect(reading.outcome.findings.map(\.code) == ["file-empty"])
    }

    @Test("Every physical line is counted once, whatever the damage", arguments: 0..<4)
    func fuzz(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let text = Array([Self.good, Self.good, "", Self.good + "\r"].joined(separator: "\n").utf8)
        for _ in 0..<300 {
            let reading = readMilk(.bytes(mutated(text, by: &generator), name: "m"), MilkProfile())
            #expect(reading.outcome.counts.areComplete)
            #expect(reading.outcome.counts.accepted == reading.rows.count)
            #expect(reading.outcome.counts.refused == reading.refused.count)
        }
    }
}
