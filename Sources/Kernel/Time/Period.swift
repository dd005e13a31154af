/// A span of days: from `start` on, up to but not including `end`; without `end` it is still open.
///
/// An animal that leaves a herd on a day is no longer counted in it on that day, so the end is exclusive.
package struct Period: Hashable, Sendable, Codable {
    package let start: Day
    package let end: Day?

    /// nil when `end` lies before `start`. An empty period (`end == start`) is allowed: came and left in one day.
    package init?(from start: Day, until end: Day? = nil) {
        if let end, end < start { return nil }
        self.start = start
        self.end = end
    }

    package func contains(_ day: Day) -> Bool {
        guard day >= start else { return false }
        guard let end else { return true }
        return day < end
    }

    package func overlaps(_ other: Period) -> Bool {
        let startsBeforeOtherEnds = other.end.map { start < $0 } ?? true
        let endsAfterOtherStarts = end.map { $0 > other.start } ?? true
        return startsBeforeOtherEnds && endsAfterOtherStarts
    }
}
