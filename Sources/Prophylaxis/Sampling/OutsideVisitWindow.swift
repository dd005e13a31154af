import Kernel

/// The days of a visit outside the campaign: after its end, and before the next campaign takes over.
///
/// Source: DGAL/SDSPA/2020-653, 7.4.3 (PRO-137). A campaign begins each year on the same day (PRO-65), so that the next
/// one takes over a year after this one's start; what is done before today is not planned any more.
package struct OutsideVisitWindow: Sendable, Hashable {
    package let from: Day
    package let until: Day

    package init(today: Day, campaignStart: Day, campaignEnd: Day) {
        from = max(campaignEnd.adding(days: 1), today)
        until = campaignStart.adding(months: 12).adding(days: -1)
    }

    package func contains(_ day: Day) -> Bool { from <= day && day <= until }
}
