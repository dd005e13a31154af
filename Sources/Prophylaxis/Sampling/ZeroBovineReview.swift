import Kernel
import Programmes

/// What to do about a herd whose document requests no animal ("zéro bovin").
///
/// Source: DGAL/SDSPA/2020-653, 7.4.3 (PRO-135 to PRO-140), 7.5 NB (PRO-145: for analysis, not an error); AMB-15 for
/// the codes of the non-completion decision, AMB-33: it can be revoked. The decision itself is the inspector's.
package enum ZeroBovineReview: Rule {
    package static let name = "zero-bovine-review"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("7.4.3", "PRO-135"), .prophylaxis("7.4.3", "PRO-136"), .prophylaxis("7.4.3", "PRO-137"),
        .prophylaxis("7.4.3", "PRO-138"),
    ]

    /// Time during which one animal of the age to be tested is, was or will be in the herd.
    package struct EligibleStay: Codable, Sendable, Hashable {
        package let from: Day
        /// The day it left; nil while it is there.
        package let until: Day?
        /// Introduced from another keeper, in this campaign.
        package let isIntroduced: Bool

        package init(from: Day, until: Day?, isIntroduced: Bool = false) {
            self.from = from
            self.until = until
            self.isIntroduced = isIntroduced
        }
    }

    package struct Facts: Codable, Sendable {
        package let today: Day
        package let campaignEnd: Day
        /// Herd or holding closed.
        package let isClosed: Bool
        /// Cattle of any age in the herd today.
        package let cattle: Int
        /// Of the last year, of today, and to come: of animals that are there and grow into the age.
        package let eligibleStays: [EligibleStay]
        /// Cattle introduced in this campaign: how many, how many from a herd that is in the same campaign, how many
        /// with a result of their own in it.
        package let introduced: Int
        package let introducedFromProgrammed: Int
        package let introducedTested: Int

        package init(
            today: Day, campaignEnd: Day, isClosed: Bool, cattle: Int, eligibleStays: [EligibleStay], introduced: Int,
            introducedFromProgrammed: Int, introducedTested: Int
        ) {
            self.today = today
            self.campaignEnd = campaignEnd
            self.isClosed = isClosed
            self.cattle = cattle
            self.eligibleStays = eligibleStays
            self.introduced = introduced
            self.introducedFromProgrammed = introducedFromProgrammed
            self.introducedTested = introducedTested
        }
    }

    package enum Action: String, Codable, Sendable, CaseIterable {
        /// Case 1: cessation confirmed. Close the herd, tell the identification service.
        case closeHerd = "close-herd"
        /// Case 2: cattle of the age are there, or will be before the campaign ends: visit then, edit again.
        case visitInPeriod = "visit-in-period"
        /// The period lies outside the campaign: an intervention outside it, and a letter, by the authority.
        case visitOutsideCampaign = "visit-outside-campaign"
        /// No such period: see to it that the herds of origin were programmed and introduced cattle tested.
        case checkOrigins = "check-origins"
        /// Nothing left to check: review at the campaign's end, whether to plan the herd again.
        case reviewAtEnd = "review-at-end"
    }

    package struct Decision: Codable, Sendable, Hashable {
        package let action: Action
        /// Code of the non-completion decision that fits: closed, no cattle, no eligible cattle.
        package let nonCompletion: String
        /// The day from which cattle of the age are there, where one is known.
        package let eligibleFrom: Day?
        /// Months (1–12) of the last year in which there were some.
        package let usualMonths: [Int]
        package let untestedIntroduced: Int
    }

    package static func decide(_ facts: Facts, _ parameters: NoParameters) throws(RuleFault) -> Decision {
        try RuleFault.requireCounts([
            "cattle": facts.cattle, "introduced": facts.introduced,
            "introducedFromProgrammed": facts.introducedFromProgrammed, "introducedTested": facts.introducedTested,
        ])
        let months = usualMonths(facts)
        let from =
            facts.eligibleStays.filter { ($0.until ?? facts.today.adding(days: 1)) > facts.today }
            .map { max($0.from, facts.today) }.min() ?? nextUsual(months, facts.today)
        return Decision(
            action: action(facts, from), nonCompletion: nonCompletion(facts), eligibleFrom: from,
            usualMonths: months, untestedIntroduced: max(0, facts.introduced - facts.introducedTested))
    }

    private static func action(_ facts: Facts, _ from: Day?) -> Action {
        if facts.isClosed { return .closeHerd }
        if let from { return from <= facts.campaignEnd ? .visitInPeriod : .visitOutsideCampaign }
        let isCovered =
            facts.introducedFromProgrammed >= facts.introduced || facts.introducedTested >= facts.introduced
        return isCovered ? .reviewAtEnd : .checkOrigins
    }

    private static func nonCompletion(_ facts: Facts) -> String {
        if facts.isClosed { return "DECNR_EAF" }
        return facts.cattle == 0 ? "DECNR_AA" : "DECNR_PBE"
    }

    /// Months of the year before today in which an animal of the age was there on some day.
    private static func usualMonths(_ facts: Facts) -> [Int] {
        let start = facts.today.adding(months: -12)
        var months: Set<Int> = []
        for stay in facts.eligibleStays {
            let last = min(stay.until.map { $0.adding(days: -1) } ?? facts.today, facts.today)
            var day = max(stay.from, start)
            while day <= last {
                months.insert(day.month)
                day = day.firstOfMonth.adding(months: 1)
            }
        }
        return months.sorted()
    }

    /// The first day of the next month that is usual. A whole year without one has none.
    private static func nextUsual(_ months: [Int], _ today: Day) -> Day? {
        (1...12).lazy.map { today.firstOfMonth.adding(months: $0) }.first { months.contains($0.month) }
    }
}
