import Foundation
import Testing

@testable import Kernel

@Suite struct DayTests {
    @Test(
        "a known date has its known day number",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
            ("2020-10-01", 18_536),
            ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
        ])
    func numbersDays(iso: String, number: Int32) throws {
        let day = try #require(Day(iso))
        #expect(day.number == number)
        #expect(day.description == iso)
    }

    @Test("every day number gives components that give it back, before year 1 too")
    func componentsRoundTrip() {
        var yesterday = Day(number: -800_001).components
        for number in stride(from: Int32(-800_000), through: 800_000, by: 1) {
            let today = Day(number: number).components
            guard Day(uncheckedYear: today.year, month: today.month, day: today.day).number == number else {
                Issue.record("day \(number) reads as \(today)")
                return
            }
            guard follows(today, yesterday) else {
                Issue.record("\(today) is not the day after \(yesterday)")
                return
            }
            yesterday = today
        }
        #expect(Day(number: 800_000).year == 4160)
        #expect(Day(number: -800_000).year == -221)
    }

    private typealias Civil = (year: Int, month: Int, day: Int)

    private func follows(_ day: Civil, _ before: Civil) -> Bool {
        if day.day > 1 { return day == (before.year, before.month, before.day + 1) }
        let isLast = before.day == Day.length(ofMonth: before.month, in: before.year)
        let isNextMonth = day.year * 12 + day.month == before.year * 12 + before.month + 1
        return isLast && isNextMonth
    }

    @Test(
        "leap years follow the Gregorian rule",
        arguments: [(2019, false), (2020, true), (1900, false), (2000, true), (2100, false), (0, true), (-4, true)])
    func leapYears(year: Int, isLeap: Bool) {
        #expect(Day.isLeap(year) == isLeap)
        #expect(Day.length(ofMonth: 2, in: year) == (isLeap ? 29 : 28))
    }

    @Test(
        "a date that does not exist is none",
        arguments: [
            (2021, 2, 29), (2020, 2, 30), (2020, 4, 31), (2020, 13, 1), (2020, 0, 1), (2020, 1, 0), (2020, 1, 32),
            (2020, 1, -1), (0, 1, 1), (-1, 1, 1), (10_000, 1, 1),
        ])
    func refusesImpossible(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test("days compare and subtract by their number")
    func compares() throws {
        let start = try #require(Day("2020-11-02"))
        let end = try #require(Day("2021-01-31"))
        #expect(start < end)
        #expect(end.days(since: start) == 90)
        #expect(start.days(since: end) == -90)
        #expect(start.adding(days: 90) == end)
        #expect(end.adding(days: -90) == start)
        #expect((end.year, end.month) == (2021, 1))
    }
}

@Suite struct DayTextTests {
    @Test(
        "only YYYY-MM-DD reads as a day",
        arguments: [
            "", "2020-10-1", "2020-10-011", "20201001", "2020/10/01", "01/10/2020", " 2020-10-01", "2020-10-01 ",
            "2020-1O-01", "2020-02-30", "0000-01-01", "-020-01-01", "2020-10-é", "２０２０-10-01", "2020-10-01T00",
        ])
    func refusesOtherText(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(
        "a day prints as ISO and as French documents write it",
        arguments: [("2020-10-01", "01/10/2020"), ("0987-06-05", "05/06/0987")])
    func prints(iso: String, french: String) throws {
        let day = try #require(Day(iso))
        #expect(day.description == iso)
        #expect(day.french == french)
    }

    @Test(
        "what people type is read as a French date",
        arguments: [
            ("15/02/2021", "2021-02-15"), ("1/3/2021", "2021-03-01"), ("29/02/2020", "2020-02-29"),
            ("29/02/2021", nil), ("15/02/21", nil), ("15/02/20210", nil), ("15-02-2021", nil), ("+1/02/2021", nil),
            ("/02/2021", nil), ("15/02/2021/", nil), ("१५/०२/२०२१", nil), ("", nil),
        ] as [(String, String?)])
    func readsFrench(text: String, iso: String?) {
        #expect(Day(french: text)?.description == iso)
    }

    @Test("JSON holds a day as its ISO text and refuses anything else by name")
    func codes() throws {
        let days = try [#require(Day("2020-02-29"))]
        let json = try JSONEncoder().encode(days)
        #expect(String(decoding: json, as: UTF8.self) == #"["2020-02-29"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: json) == days)
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data(#"["29/02/2020"]"#.utf8))
        }
        #expect(error.map { String(describing: $0) }?.contains("29/02/2020") == true)
    }
}
