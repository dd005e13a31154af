import Kernel
import Programmes
import Register

/// Whether a herd belongs to the campaign at all, whatever is due in it this year.
///
/// Source: DGAL/SDSPA/2020-653, 3.4.4 (PRO-68), 3.5 (PRO-76, PRO-78), 3.7 NB 2 (PRO-87). Herds are taken by class, then
/// the exempt ones removed (method 1); with no class at all only herds named one by one are in (method 2). A name goes
/// over everything but a closed herd: the check lists tell which named herds would otherwise be out.
package enum HerdInclusion: Rule {
    package static let name = "herd-inclusion"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("3.4.4", "PRO-68"), .prophylaxis("3.5", "PRO-76"), .prophylaxis("3.5", "PRO-78"),
        .prophylaxis("3.7 NB 2", "PRO-87"),
    ]

    package struct Facts: Codable, Sendable {
        package let herdClass: HerdClass
        package let campaignStart: Day
        /// The day whose situation counts: the campaign's start, or today once it has begun.
        package let asOf: Day
        package var openedOn: Day?
        /// The earlier closing of herd and holding.
        package var closedOn: Day?
        package var requalification = false
        package var fatteningDerogation = false
        package var approvedBreeding = false
        /// Takes the place of another herd of the holding that closed during the campaign (PRO-87).
        package var changeOfType = false
        package var includedByName = false
        package var excludedByName = false

        package init(herdClass: HerdClass, campaignStart: Day, asOf: Day) {
            self.herdClass = herdClass
            self.campaignStart = campaignStart
            self.asOf = asOf
        }
    }

    package struct Parameters: RuleParameters, Hashable {
        package var includedClasses: [HerdClass] = [.dairy, .beef, .bullRanch, .summerPasture, .vealSelection]
        package init() {}
    }

    package enum Reason: String, Codable, Sendable, CaseIterable {
        // In.
        case classIncluded = "class-included"
        case includedByName = "included-by-name"
        case changeOfType = "change-of-type"
        // Out, in order of precedence.
        case closed
        case excludedByName = "excluded-by-name"
        case requalification
        case fatteningDerogation = "fattening-derogation"
        case approvedBreeding = "approved-breeding"
        case openedAfterStart = "opened-after-start"
        case classNotIncluded = "class-not-included"
    }

    package struct Decision: Codable, Sendable, Hashable {
        package let included: Bool
        /// The reason that decides first, then what else speaks against the herd.
        package let reasons: [Reason]
    }

    package static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision {
        let against = reasonsAgainst(facts, parameters)
        if against.first == .closed { return Decision(included: false, reasons: against) }
        if facts.includedByName, !facts.excludedByName {
            return Decision(included: true, reasons: [.includedByName] + against)
        }
        guard against.isEmpty else { return Decision(included: false, reasons: against) }
        let opened = isOpenedAfterStart(facts)
        return Decision(included: true, reasons: [opened ? .changeOfType : .classIncluded])
    }

    private static func reasonsAgainst(_ facts: Facts, _ parameters: Parameters) -> [Reason] {
        let isClosed = facts.closedOn.map { $0 <= facts.asOf } ?? false
        let conditions: [(Reason, Bool)] = [
            (.closed, isClosed),
            (.excludedByName, facts.excludedByName),
            (.requalification, facts.requalification),
            (.fatteningDerogation, facts.fatteningDerogation),
            (.approvedBreeding, facts.approvedBreeding),
            (.openedAfterStart, isOpenedAfterStart(facts) && !facts.changeOfType),
            (.classNotIncluded, !parameters.includedClasses.contains(facts.herdClass)),
        ]
        return conditions.filter(\.1).map(\.0)
    }

    private static func isOpenedAfterStart(_ facts: Facts) -> Bool {
        facts.openedOn.map { $0 > facts.campaignStart } ?? false
    }
}
