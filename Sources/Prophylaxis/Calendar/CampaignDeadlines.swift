import Kernel
import Programmes

/// The dates that follow from a campaign's own two.
///
/// Source: DGAL/SDSPA/2020-653, 3.3 (PRO-62), 11.1 (PRO-280), 11.7 (PRO-281), annex 2 (PRO-295, PRO-300); AMB-20,
/// AMB-35.
package enum CampaignDeadlines: Rule {
    package static let name = "campaign-deadlines"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("3.3", "PRO-62"), .prophylaxis("11.1", "PRO-280"), .prophylaxis("11.7", "PRO-281"),
        .prophylaxis("annexe 2", "PRO-295"),
    ]

    package struct Facts: Codable, Sendable {
        package let campaignStart: Day
        package let campaignEnd: Day

        package init(campaignStart: Day, campaignEnd: Day) {
            self.campaignStart = campaignStart
            self.campaignEnd = campaignEnd
        }
    }

    package struct Parameters: RuleParameters, Hashable {
        package var authorisationsDaysBefore = 15
        package var closingFromMonths = 1
        package var closingUntilMonths = 2
        package var computationMonths = 3
        package init() {}
    }

    package struct Decision: Codable, Sendable, Hashable {
        /// Last day for the authority to bring authorisations up to date.
        package let authorisationsBy: Day
        package let closingFrom: Day
        package let closingUntil: Day
        /// The nightly computation runs up to and including this day.
        package let computationUntil: Day
        /// From the day after it the national authority closes what is still open.
        package let forcedClosingAfter: Day
        package let milkWindowStart: Day
        package let milkWindowEnd: Day
    }

    package static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision {
        let (start, end) = (facts.campaignStart, facts.campaignEnd)
        guard start <= end else { throw .invalidValue(field: "campaignEnd", problem: .endBeforeStart) }
        let window = MilkWindow(campaignStart: start)
        let decision = Decision(
            authorisationsBy: start.adding(days: -parameters.authorisationsDaysBefore),
            closingFrom: end.adding(months: parameters.closingFromMonths),
            closingUntil: end.adding(months: parameters.closingUntilMonths),
            computationUntil: end.adding(months: parameters.computationMonths),
            forcedClosingAfter: firstMidSeptember(after: end),
            milkWindowStart: window.start, milkWindowEnd: window.end)
        try checkCalendar(decision)
        return decision
    }

    /// A deadline beyond the years that a date can be written in (1 to 9999) comes from facts that cannot be.
    private static func checkCalendar(_ dates: Decision) throws(RuleFault) {
        let earliest = min(dates.authorisationsBy, dates.milkWindowStart)
        guard earliest.year >= 1 else { throw .invalidValue(field: "campaignStart", problem: .outOfRange) }
        let latest = [
            dates.closingFrom, dates.closingUntil, dates.computationUntil, dates.forcedClosingAfter,
            dates.milkWindowEnd,
        ].reduce(earliest, max)
        guard latest.year <= 9999 else { throw .invalidValue(field: "campaignEnd", problem: .outOfRange) }
    }

    /// The first 15 September strictly after `day`.
    private static func firstMidSeptember(after day: Day) -> Day {
        let september = day.firstOfMonth.adding(months: 9 - day.month).adding(days: 14)
        return september > day ? september : september.adding(months: 12)
    }
}
