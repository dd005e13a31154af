import Kernel
import Programmes

/// Whether a disease is looked for in a herd this year: by the rhythm of its commune, or its own, which overrides.
///
/// Source: DGAL/SDSPA/2020-653, 3.1 and 3.5 (PRO-56, PRO-73); decision 13: due when (year − phase) mod interval = 0,
/// interval 0 = not screened. A rhythm that nobody defined is no "not due": it is told apart, and stops the campaign.
package enum ScreeningRank: Rule {
    package static let name = "screening-rank"
    package static let version = 1
    package static let sources: [LegalReference] = [.prophylaxis("3.1", "PRO-56"), .prophylaxis("3.5", "PRO-73")]

    package struct Rhythm: Codable, Sendable, Hashable {
        /// 0: not screened; 1: every year; 5: every fifth.
        package let intervalYears: Int
        /// The rest of the years in which it is due, divided by the interval.
        package let phase: Int

        package init(intervalYears: Int, phase: Int) {
            self.intervalYears = intervalYears
            self.phase = phase
        }
    }

    package struct Facts: Codable, Sendable {
        package let campaignYear: Int
        package let herd: Rhythm?
        package let commune: Rhythm?

        package init(campaignYear: Int, herd: Rhythm?, commune: Rhythm?) {
            self.campaignYear = campaignYear
            self.herd = herd
            self.commune = commune
        }
    }

    package enum Reason: String, Codable, Sendable, CaseIterable {
        case due
        case notThisYear = "not-this-year"
        case notScreened = "not-screened"
        /// Neither the herd nor its commune has a rhythm.
        case undefined
    }

    /// Whose rhythm decided.
    package enum Origin: String, Codable, Sendable, CaseIterable { case herd, commune }

    package struct Decision: Codable, Sendable, Hashable {
        package let due: Bool
        package let reason: Reason
        package let origin: Origin?
    }

    package static func decide(_ facts: Facts, _: NoParameters = NoParameters()) throws(RuleFault) -> Decision {
        guard let rhythm = facts.herd ?? facts.commune else {
            return Decision(due: false, reason: .undefined, origin: nil)
        }
        let origin: Origin = facts.herd == nil ? .commune : .herd
        try RuleFault.requireCounts(["intervalYears": rhythm.intervalYears, "phase": rhythm.phase])
        let reason = reason(rhythm, year: facts.campaignYear)
        return Decision(due: reason == .due, reason: reason, origin: origin)
    }

    private static func reason(_ rhythm: Rhythm, year: Int) -> Reason {
        guard rhythm.intervalYears > 0 else { return .notScreened }
        return (year - rhythm.phase) % rhythm.intervalYears == 0 ? .due : .notThisYear
    }
}
