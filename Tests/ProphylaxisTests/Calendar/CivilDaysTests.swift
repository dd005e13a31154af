import Kernel
import Testing

/// EX-32 is about deadlines that use cases compute; what the rules owe it is the arithmetic of days and months.
@Suite("days and months of the deadlines")
struct CivilDaysTests {
    @Test(
        "EX-32 AMB-35: so many days later or earlier",
        arguments: [
            ("2020-11-02", 70, "2021-01-11"), ("2020-11-02", 90, "2021-01-31"), ("2021-01-20", -42, "2020-12-09"),
            ("2021-01-20", -5, "2021-01-15"), ("2020-12-01", 15, "2020-12-16"), ("2020-12-01", 60, "2021-01-30"),
            ("2020-11-05", 7, "2020-11-12"),
        ] as [(Day, Int, Day)])
    func days(from: Day, days: Int, expected: Day) {
        #expect(from.adding(days: days) == expected)
        #expect(expected.days(since: from) == days)
    }

    @Test(
        "EX-32 AMB-35: so many months later, clamped to the month's last day",
        arguments: [
            ("2020-12-10", 2, "2021-02-10"), ("2020-12-31", 2, "2021-02-28"), ("2020-11-12", 60, "2025-11-12"),
            ("2020-11-10", 1, "2020-12-10"), ("2020-02-29", 60, "2025-02-28"), ("2019-12-31", 2, "2020-02-29"),
        ] as [(Day, Int, Day)])
    func months(from: Day, months: Int, expected: Day) {
        #expect(from.adding(months: months) == expected)
    }
}
