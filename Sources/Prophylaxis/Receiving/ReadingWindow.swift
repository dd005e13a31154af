import Kernel

/// Whether a tuberculin test was read when it counts: 72 h ± 4 h after the injection.
///
/// Source: both dates are asked for by PRO-178; 72 h ± 4 h is the reading of WOAH's Terrestrial Manual, chapter on
/// mammalian tuberculosis. Without both hours only the days can be looked at: the third after the injection.
package enum ReadingWindow {
    /// A civil day, with the minute of the day where it was told.
    package struct Moment: Sendable, Hashable {
        package let day: Day
        /// 0 … 1439.
        package let minute: Int?

        package init(_ day: Day, minute: Int? = nil) {
            self.day = day
            self.minute = minute
        }
    }

    package enum Decision: Sendable, Hashable {
        case inTime
        /// So many minutes after the injection; negative: before it.
        case outside(minutes: Int)
        /// The same without both hours.
        case outsideDays(Int)
    }

    package static let hours = 72
    package static let toleranceHours = 4

    package static func decide(injected: Moment, read: Moment) -> Decision {
        let days = read.day.days(since: injected.day)
        guard let from = injected.minute, let until = read.minute else {
            return days * 24 == hours ? .inTime : .outsideDays(days)
        }
        let minutes = days * 24 * 60 + until - from
        let window = (hours - toleranceHours) * 60...(hours + toleranceHours) * 60
        return window.contains(minutes) ? .inTime : .outside(minutes: minutes)
    }
}
