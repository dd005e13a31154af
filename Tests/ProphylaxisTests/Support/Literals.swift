import Kernel

/// Tables of tests read best with dates as they are written: `"2020-10-01"`.
extension Day: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let day = Day(text) else { preconditionFailure("no such day in a test: \(text)") }
        self = day
    }
}

/// The campaign of the worked examples: 1 October 2020 to 30 April 2021.
enum Example {
    static let start: Day = "2020-10-01"
    static let end: Day = "2021-04-30"
    /// The single visit of the examples, unless they say otherwise.
    static let visit: Day = "2020-11-02"
    static let duringCampaign: Day = "2021-01-05"
}

/// A plain civil date for oracles, which must not lean on the arithmetic that they check.
struct Civil {
    let year: Int
    let month: Int
    let day: Int

    var asDay: Day {
        guard let value = Day(year: year, month: month, day: day) else { preconditionFailure("no such day: \(self)") }
        return value
    }

    /// The length of a month by the old rhyme, written out again.
    static func length(_ year: Int, _ month: Int) -> Int {
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Sortable: 2020-11-02 is 20201102.
    var order: Int { year * 10_000 + month * 100 + day }

    /// The same day number so many months later or earlier, clamped to the month's end (AMB-35).
    func shifted(months: Int) -> Civil {
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        return Civil(year: newYear, month: newMonth, day: min(day, Civil.length(newYear, newMonth)))
    }
}
