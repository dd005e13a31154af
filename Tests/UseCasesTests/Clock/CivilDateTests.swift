import Kernel
import Testing
import UseCases

@Suite struct CivilDateTests {
    /// Seconds of UTC since 1970 of a civil day and hour.
    private func instant(_ day: String, _ hour: Int, _ minute: Int = 0) throws -> Int {
        Int(try #require(Day(day)).number) * 86_400 + hour * 3600 + minute * 60
    }

    @Test(
        "Decision 14: today is the department's civil date",
        arguments: [
            // Mainland: UTC+1 in winter, UTC+2 from the last Sunday of March, 01:00 UTC.
            ("2026-01-15", 22, 59, "63", "2026-01-15"), ("2026-01-15", 23, 0, "63", "2026-01-16"),
            ("2026-03-28", 22, 59, "63", "2026-03-28"), ("2026-03-28", 23, 0, "63", "2026-03-29"),
            ("2026-03-29", 21, 59, "63", "2026-03-29"), ("2026-03-29", 22, 0, "63", "2026-03-30"),
            ("2026-10-24", 22, 0, "63", "2026-10-25"), ("2026-10-25", 22, 59, "63", "2026-10-25"),
            ("2026-10-25", 23, 0, "63", "2026-10-26"),
            // Overseas: a fixed offset.
            ("2026-07-01", 3, 59, "971", "2026-06-30"), ("2026-07-01", 4, 0, "971", "2026-07-01"),
            ("2026-07-01", 2, 59, "973", "2026-06-30"), ("2026-07-01", 20, 0, "974", "2026-07-02"),
            ("2026-07-01", 19, 59, "974", "2026-07-01"), ("2026-07-01", 21, 0, "976", "2026-07-02"),
        ])
    func today(_ day: String, _ hour: Int, _ minute: Int, _ department: String, _ expected: String) throws {
        let today = CivilDate.today(secondsSince1970: try instant(day, hour, minute), department: department)
        #expect(today.description == expected)
    }
}
