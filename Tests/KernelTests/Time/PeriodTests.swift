import Foundation
import Testing

@testable import Kernel

@Suite struct PeriodTests {
    private static func period(_ start: Int32, _ end: Int32?) throws -> Period {
        try #require(Period(from: Day(number: start), until: end.map(Day.init(number:))))
    }

    @Test("a period that ends before it starts is none; an empty one is")
    func refusesReversed() {
        #expect(Period(from: Day(number: 10), until: Day(number: 9)) == nil)
        #expect(Period(from: Day(number: 10), until: Day(number: 10)) != nil)
        #expect(Period(from: Day(number: 10)) != nil)
    }

    @Test(
        "a period holds its first day and not its end",
        arguments: [
            (10, 20, 9, false), (10, 20, 10, true), (10, 20, 19, true), (10, 20, 20, false), (10, 10, 10, false),
            (10, nil, 9, false), (10, nil, 10, true), (10, nil, 2_000_000, true),
        ] as [(Int32, Int32?, Int32, Bool)])
    func contains(start: Int32, end: Int32?, day: Int32, expected: Bool) throws {
        #expect(try Self.period(start, end).contains(Day(number: day)) == expected)
    }

    @Test(
        "two periods overlap when they share a day; touching ends do not",
        arguments: [
            (10, 20, 20, 30, false), (10, 20, 19, 30, true), (10, 20, 0, 10, false), (10, 20, 0, 11, true),
            (10, 20, 12, 15, true), (10, 20, 10, 20, true), (10, nil, 20, nil, true), (10, 20, 20, nil, false),
            (10, 20, 19, nil, true), (10, 20, 30, 40, false),
            // Came and left on the 15th, while it stood in another place from the 10th to the 20th: a conflict.
            (15, 15, 10, 20, true), (10, 10, 10, 20, false), (20, 20, 10, 20, false),
        ] as [(Int32, Int32?, Int32, Int32?, Bool)])
    func overlaps(start: Int32, end: Int32?, otherStart: Int32, otherEnd: Int32?, expected: Bool) throws {
        let (one, other) = try (Self.period(start, end), Self.period(otherStart, otherEnd))
        #expect(one.overlaps(other) == expected)
        #expect(other.overlaps(one) == expected)
    }

    @Test("JSON gives a period back, open ones too")
    func codes() throws {
        let periods = try [Self.period(10, 20), Self.period(10, nil)]
        #expect(try JSONDecoder().decode([Period].self, from: JSONEncoder().encode(periods)) == periods)
    }
}
