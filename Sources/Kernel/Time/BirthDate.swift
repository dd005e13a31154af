/// A birth date that may be known to the month or the year only (identification codes 0, 1, 2).
///
/// Age rules take the earliest day it can be: an animal that may have reached the age counts as having reached it,
/// since leaving out an animal that should be tested is the worse error.
package struct BirthDate: Hashable, Sendable {
    package enum Precision: Int, Sendable, Codable, CaseIterable {
        case day = 0
        case month = 1
        case year = 2
    }

    /// The first day of what is known: 1 March 2020 for "March 2020", 1 January 2020 for "2020".
    package let earliest: Day
    package let precision: Precision

    /// Rounds `day` down to the first day of its month or year where the precision says so.
    package init(_ day: Day, precision: Precision = .day) {
        let (year, month, _) = day.components
        switch precision {
        case .day: earliest = day
        case .month: earliest = Day(uncheckedYear: year, month: month, day: 1)
        case .year: earliest = Day(uncheckedYear: year, month: 1, day: 1)
        }
        self.precision = precision
    }

    /// The last day it can be.
    package var latest: Day {
        switch precision {
        case .day: earliest
        case .month: earliest.adding(months: 1).adding(days: -1)
        case .year: earliest.adding(months: 12).adding(days: -1)
        }
    }

    /// `15/02/2015`, `02/2015` or `2015`, as far as it is known.
    package var french: String {
        switch precision {
        case .day: earliest.french
        case .month: String(earliest.french.dropFirst(3))
        case .year: String(earliest.french.dropFirst(6))
        }
    }
}
