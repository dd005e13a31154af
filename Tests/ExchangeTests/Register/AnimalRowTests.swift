import Exchange
import Kernel
import Testing

@Suite("Issue 2 §3, §13: lines of the animals table")
struct AnimalRowTests {
    static let header = "number;country;sex;birth-date;birth-precision;birth-holding;dam;dead-on;breed"

    private func line(_ text: String) -> TableReading<AnimalRow> {
        read(AnimalRow.self, Self.header + "\n" + text + "\n")
    }

    @Test(
        "Numbers with spaces, lower case, a country of their own, a lost zero",
        arguments: [
            ("FR9912345678;", "FR9912345678"), ("fr 99 1234 5678;", "FR9912345678"),
            ("FR-99.12345678;", "FR9912345678"),
            ("9912345678;fr", "FR9912345678"), ("FR9912345678;FR", "FR9912345678"), ("FR0112345678;", "FR0112345678"),
            ("112345678;FR", "FR0112345678"), ("fr112345678;", "FR0112345678"), ("'9912345678;FR", "FR9912345678"),
            ("DE 01 234 56789;", "DE0123456789"), ("123;BE", "BE123"), ("be12ab34cd56ef;", "BE12AB34CD56EF"),
        ])
    func numbers(fields: String, expected: String) {
        let reading = line("\(fields);F;2018-03-01;;;;;")
        #expect(reading.rows.map(\.number.description) == [expected])
    }

    @Test("A zero put back is a warning: the last digit may be the one that is lost")
    func lostZero() {
        let reading = line("fr112345678;;F;2018-03-01;;9123456;;;")
        #expect(
            reading.warnings == [
                Finding(
                    ExchangeFinding.leadingZeroRestored, .warning,
                    at: Place(file: "animals.csv", line: 2, column: "number")),
                Finding(
                    ExchangeFinding.leadingZeroRestored, .warning,
                    at: Place(file: "animals.csv", line: 2, column: "birth-holding")),
            ])
    }

    @Test(
        "Faults that refuse the line",
        arguments: [
            ("FR99123456;;F;2018-03-01", "number", "number-length"),
            ("FR99123456789;;F;2018-03-01", "number", "number-length"),
            ("9,912345E+09;FR;F;2018-03-01", "number", "number-scientific"),
            ("9912345678;;F;2018-03-01", "number", "number-country"),
            ("FR99é2345678;;F;2018-03-01", "number", "number-character"),
            ("FR0012345678;;F;2018-03-01", "number", "number-department"),
            (";;F;2018-03-01", "number", "value-missing"),
            ("FR9912345678;DE;F;2018-03-01", "country", "country-contradiction"),
            ("FR9912345678;;Q;2018-03-01", "sex", "code-unknown"),
            ("FR9912345678;;;2018-03-01", "sex", "value-missing"),
            ("FR9912345678;;F;", "birth-date", "value-missing"),
            ("FR9912345678;;F;2018-02-30", "birth-date", "date-impossible"),
            ("FR9912345678;;F;30/02/2018", "birth-date", "date-impossible"),
            ("FR9912345678;;F;01/03/18", "birth-date", "date-format"),
            ("FR9912345678;;F;mars 2018", "birth-date", "date-format"),
            ("FR9912345678;;F;43160", "birth-date", "date-format"),
            ("FR9912345678;;F;2020-12-02", "birth-date", "date-future"),
            ("FR9912345678;;F;0218-03-01", "birth-date", "date-implausible"),
            ("FR9912345678;;F;2018-03-01;3", "birth-precision", "integer-out-of-range"),
            ("FR9912345678;;F;2018-03-01;x", "birth-precision", "integer-invalid"),
            ("FR9912345678;;F;2018-03-01;;;;2018-02-28", "dead-on", "period-reversed"),
            ("FR9912345678;;F;2018-03-01;;;;soon", "dead-on", "date-format"),
        ])
    func refused(fields: String, column: String, code: String) {
        let missing = 8 - fields.split(separator: ";", omittingEmptySubsequences: false).count + 1
        let text = fields + String(repeating: ";", count: missing)
        let reading = line(text)
        #expect(reading.rows.isEmpty)
        #expect(reading.refusedCodes == [code])
        #expect(reading.refused.first?.raw == text)
        #expect(reading.refused.first?.findings.first?.place == Place(file: "animals.csv", line: 2, column: column))
        #expect(reading.outcome.counts.areComplete)
    }

    @Test("What only informs is told and left out; the animal counts")
    func informative() {
        let reading = line("FR9912345678;;F;2018-03-01;;X;FR12;;LIM")
        #expect(reading.rows.map(\.birthHolding) == [nil])
        #expect(reading.rows.map(\.dam) == [nil])
        #expect(reading.rows.map(\.breed) == [nil])
        #expect(reading.warnings.map(\.code) == ["value-too-long", "number-character", "number-length"])
        #expect(reading.warnings.allSatisfy { $0.severity == .warning })
    }

    @Test("All faults of a line are told at once")
    func allAtOnce() {
        let reading = line("FR99;;Q;31/02/2020;;;;;")
        #expect(reading.refusedCodes == ["number-length", "code-unknown", "date-impossible"])
        #expect(reading.refused[0].findings[2]["value"] == "31/02/2020")
    }

    @Test(
        "A partial birth date keeps its precision",
        arguments: [("0", "2018-03-15"), ("1", "2018-03-01"), ("2", "2018-01-01")])
    func precision(code: String, earliest: String) {
        let reading = line("FR9912345678;;F;15/03/2018;\(code);;;;")
        #expect(reading.rows.map(\.birth.earliest.description) == [earliest])
    }

    @Test("99 is let in only for fictitious data")
    func fictitious() {
        var options = testOptions()
        options.fictitious = false
        let reading = read(AnimalRow.self, Self.header + "\nFR9912345678;;F;2018-03-01;;;;;\n", options)
        #expect(reading.refusedCodes == ["number-department"])
    }
}
