import Kernel

/// The forecast date of an intervention: the anniversary of the last campaign's first visit.
///
/// Source: DGAL/SDSPA/2020-653, 7.4.2 footnote 23 (PRO-133).
package struct PlannedDay: Sendable, Hashable {
    private let start: Day
    private let end: Day

    /// - Parameters: first and last day of the campaign.
    package init(start: Day, end: Day) {
        self.start = start
        self.end = end
    }

    /// The first anniversary in the campaign; nil when it falls outside: then the vet and the keeper agree on a day.
    package func anniversary(of visit: Day) -> Day? {
        guard visit < start else { return nil }
        var years = max(1, start.year - visit.year)
        while visit.adding(months: 12 * years) < start { years += 1 }
        let day = visit.adding(months: 12 * years)
        return day <= end ? day : nil
    }
}
