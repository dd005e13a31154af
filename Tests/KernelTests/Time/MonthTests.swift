import Testing

@testable import Kernel

@Suite struct MonthTests {
    @Test(
        "AMB-35: months later is the same day number, clamped to the month's last day",
        arguments: [
            ("2020-12-31", 2, "2021-02-28"), ("2019-12-31", 2, "2020-02-29"), ("2021-04-30", 1, "2021-05-30"),
            ("2021-04-30", 2, "2021-06-30"), ("2021-01-31", 1, "2021-02-28"), ("2021-02-28", 1, "2021-03-28"),
            ("2020-02-29", 12, "2021-02-28"), ("2020-02-29", 48, "2024-02-29"), ("2020-11-15", 0, "2020-11-15"),
            ("2021-01-15", -1, "2020-12-15"), ("2021-03-31", -1, "2021-02-28"), ("2020-11-15", -24, "2018-11-15"),
            ("2020-12-15", 1, "2021-01-15"), ("2020-01-31", -11, "2019-02-28"), ("2020-01-01", -12, "2019-01-01"),
        ])
    func addsMonths(from: String, months: Int, to: String) throws {
        #expect(try #require(Day(from)).adding(months: months).description == to)
    }

    @Test("AMB-35: months before year 1 count on without a gap")
    func addsMonthsBeforeYearOne() throws {
        let first = try #require(Day("0001-01-31"))
        #expect(first.adding(months: -1).components == (0, 12, 31))
        #expect(first.adding(months: -11).components == (0, 2, 29))
        #expect(first.adding(months: -13).components == (-1, 12, 31))
        #expect(first.adding(months: -24).components == (-1, 1, 31))
    }

    @Test(
        "AMB-01: a month is completed on its day, not the day before",
        arguments: [
            ("2018-11-15", "2020-11-14", 23), ("2018-11-15", "2020-11-15", 24), ("2018-11-15", "2020-11-16", 24),
            ("2018-11-16", "2020-11-15", 23), ("2017-07-14", "2020-11-15", 40), ("2017-11-15", "2020-11-15", 36),
            ("2020-11-15", "2020-11-15", 0), ("2020-11-15", "2020-12-14", 0), ("2020-11-15", "2020-12-15", 1),
            ("2020-11-15", "2020-11-14", 0), ("2020-11-15", "2010-01-01", 0),
            ("2020-01-31", "2020-02-28", 0), ("2020-01-31", "2020-02-29", 1), ("2021-01-31", "2021-02-28", 1),
            ("2020-02-29", "2021-02-27", 11), ("2020-02-29", "2021-02-28", 12), ("2020-08-31", "2020-09-30", 1),
        ])
    func completesMonths(birth: String, on: String, months: Int) throws {
        #expect(try #require(Day(on)).completedMonths(since: #require(Day(birth))) == months)
    }

    @Test("AMB-01: completed months are the most that fit, for every day of nine years")
    func completedMonthsAreTheMostThatFit() throws {
        let birth = try #require(Day("2016-01-31"))
        for offset in 0..<(9 * 366) {
            let day = birth.adding(days: offset)
            let months = day.completedMonths(since: birth)
            guard birth.adding(months: months) <= day, birth.adding(months: months + 1) > day else {
                Issue.record("\(months) months on \(day)")
                return
            }
        }
    }
}
