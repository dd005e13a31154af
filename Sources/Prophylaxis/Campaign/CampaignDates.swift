import Kernel
import Programmes

/// What stands out in the dates of a campaign and of its milk samplings; none of it forbids them.
///
/// Source: DGAL/SDSPA/2020-653, 3.4.3 (PRO-65, PRO-66): 1 October to 30 April, not before 1 September nor after 31 May;
/// milk from 1 October to the end of February. Other dates stand in the convention or a prefectoral order.
package enum CampaignDates: Rule {
    package static let name = "campaign-dates"
    package static let version = 1
    package static let sources: [LegalReference] = [.prophylaxis("3.4.3", "PRO-65"), .prophylaxis("3.4.3", "PRO-66")]

    package struct Facts: Codable, Sendable {
        package let prophylaxisYear: Int
        package let startsOn: Day
        package let endsOn: Day
        /// 1–12; an empty list where nothing is sampled in milk.
        package let milkMonths: [Int]

        package init(prophylaxisYear: Int, startsOn: Day, endsOn: Day, milkMonths: [Int]) {
            self.prophylaxisYear = prophylaxisYear
            self.startsOn = startsOn
            self.endsOn = endsOn
            self.milkMonths = milkMonths
        }
    }

    package enum Reason: String, Codable, Sendable, CaseIterable {
        case startsBeforeSeptember = "starts-before-september"
        case endsAfterMay = "ends-after-may"
        case otherThanNational = "other-than-national"
        case milkOutsideSlot = "milk-outside-slot"
        case milkOutsideCampaign = "milk-outside-campaign"
    }

    package struct Decision: Codable, Sendable, Hashable {
        package let reasons: [Reason]
    }

    package static func decide(_ facts: Facts, _: NoParameters = NoParameters()) throws(RuleFault) -> Decision {
        let (start, end) = (facts.startsOn, facts.endsOn)
        guard start <= end else { throw .invalidValue(field: "endsOn", problem: .endBeforeStart) }
        // A campaign bears the year in which it ends (decision 13).
        guard end.year == facts.prophylaxisYear, start.adding(months: 12) > end else {
            throw .invalidValue(field: "prophylaxisYear", problem: .outOfRange)
        }
        guard facts.milkMonths.allSatisfy((1...12).contains) else {
            throw .invalidValue(field: "milkMonths", problem: .outOfRange)
        }
        let months = facts.milkMonths.map { MilkMonth.firstDay(ofMonth: $0, campaignStart: start) }
        let year = facts.prophylaxisYear
        let conditions: [(Reason, Bool)] = [
            (.startsBeforeSeptember, Day(year: year - 1, month: 9, day: 1).map { start < $0 } ?? false),
            (.endsAfterMay, Day(year: year, month: 5, day: 31).map { end > $0 } ?? false),
            (
                .otherThanNational,
                Day(year: year - 1, month: 10, day: 1) != start || Day(year: year, month: 4, day: 30) != end
            ),
            (.milkOutsideSlot, months.contains { $0 <= end && !MilkMonth.isInRecommendedSlot($0) }),
            (.milkOutsideCampaign, months.contains { $0 > end }),
        ]
        return Decision(reasons: conditions.filter(\.1).map(\.0))
    }
}
