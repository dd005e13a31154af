import Testing

@testable import Kernel

@Suite struct BirthDateTests {
    @Test(
        "AMB-01: a partial birth date spans the days it can be, and ages count from the earliest",
        arguments: [
            ("2015-02-15", BirthDate.Precision.day, "2015-02-15", "2015-02-15", "15/02/2015"),
            ("2015-02-15", .month, "2015-02-01", "2015-02-28", "02/2015"),
            ("2016-02-29", .month, "2016-02-01", "2016-02-29", "02/2016"),
            ("2015-12-31", .month, "2015-12-01", "2015-12-31", "12/2015"),
            ("2015-02-15", .year, "2015-01-01", "2015-12-31", "2015"),
            ("2016-12-31", .year, "2016-01-01", "2016-12-31", "2016"),
        ])
    func spans(iso: String, precision: BirthDate.Precision, earliest: String, latest: String, french: String) throws {
        let birth = try BirthDate(#require(Day(iso)), precision: precision)
        #expect(birth.earliest.description == earliest)
        #expect(birth.latest.description == latest)
        #expect(birth.french == french)
    }

    @Test("the precision codes are those of identification: day 0, month 1, year 2")
    func codesOfPrecision() {
        #expect(BirthDate.Precision.allCases.map(\.rawValue) == [0, 1, 2])
    }
}
