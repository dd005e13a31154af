import Kernel
import Prophylaxis
import Testing

@Suite struct ReadingWindowTests {
    @Test(
        "CAL-37, PRO-178: a tuberculin test is read 68 to 76 hours after the injection",
        arguments: [
            (8 * 60, 17, 4 * 60 - 1, ReadingWindow.Decision.outside(minutes: 68 * 60 - 1)),
            (8 * 60, 17, 4 * 60, .inTime), (8 * 60, 17, 8 * 60, .inTime), (8 * 60, 17, 12 * 60, .inTime),
            (8 * 60, 17, 12 * 60 + 1, .outside(minutes: 76 * 60 + 1)),
            (8 * 60, 13, 8 * 60, .outside(minutes: -24 * 60)),
        ] as [(Int, Int, Int, ReadingWindow.Decision)])
    func hours(_ injected: Int, _ day: Int, _ read: Int, _ expected: ReadingWindow.Decision) throws {
        let start = try #require(Day(year: 2021, month: 2, day: 14))
        let end = try #require(Day(year: 2021, month: 2, day: day))
        let decision = ReadingWindow.decide(
            injected: .init(start, minute: injected), read: .init(end, minute: read))
        #expect(decision == expected)
    }

    @Test(
        "PRO-178: without both hours the third day counts",
        arguments: [(2, ReadingWindow.Decision.outsideDays(2)), (3, .inTime), (4, .outsideDays(4))])
    func days(_ days: Int, _ expected: ReadingWindow.Decision) throws {
        let start = try #require(Day(year: 2021, month: 2, day: 14))
        for minute in [nil, 480] {
            let decision = ReadingWindow.decide(
                injected: .init(start, minute: minute), read: .init(start.adding(days: days)))
            #expect(decision == expected)
        }
    }
}
