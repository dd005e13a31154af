import Kernel

/// What day it is in a French department at an instant (decision 14).
///
/// Overseas departments keep a fixed offset; mainland France follows the summer time of directive 2000/84/EC: from
/// 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
package enum CivilDate {
    /// - Parameters:
    ///   - secondsSince1970: the instant, in seconds of UTC.
    ///   - department: INSEE code; unknown codes count as mainland.
    package static func today(secondsSince1970: Int, department: String) -> Day {
        let seconds = secondsSince1970 + 3600 * offsetHours(secondsSince1970, department)
        return Day(number: Int32(floorDivide(seconds, by: 86_400)))
    }

    /// What the clocks of a department are ahead of UTC.
    static func offsetHours(_ seconds: Int, _ department: String) -> Int {
        switch department {
        case "971", "972", "977", "978": -4
        case "973", "975": -3
        case "974": 4
        case "976": 3
        default: isSummerTime(seconds) ? 2 : 1
        }
    }

    private static func isSummerTime(_ seconds: Int) -> Bool {
        let day = Day(number: Int32(floorDivide(seconds, by: 86_400)))
        let january = day.firstOfMonth.adding(months: 1 - day.month)
        let start = Int(lastSunday(ofMonthStarting: january.adding(months: 2)).number) * 86_400 + 3600
        let end = Int(lastSunday(ofMonthStarting: january.adding(months: 9)).number) * 86_400 + 3600
        return start <= seconds && seconds < end
    }

    private static func lastSunday(ofMonthStarting first: Day) -> Day {
        let last = first.adding(months: 1).adding(days: -1)
        // 1970-01-01 was a Thursday: day numbers that are 3 modulo 7 are Sundays.
        let daysPastSunday = (Int(last.number) - 3) - floorDivide(Int(last.number) - 3, by: 7) * 7
        return last.adding(days: -daysPastSunday)
    }

    private static func floorDivide(_ value: Int, by divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }
}
