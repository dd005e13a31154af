import Kernel
import Programmes

/// The dates of a sampling document, and what is amiss with them. None of them blocks (AMB-28).
///
/// Source: DGAL/SDSPA/2020-653, 7.4.2 (PRO-133: not edited more than 6 weeks before the visit), 8.4 (PRO-155: with the
/// veterinarian 5 days before it; PRO-156: valid 2 months from its validation), footnote 15 (PRO-57: the age that
/// counts is the age at the visit); month arithmetic AMB-35; example EX-32. Limits are inclusive.
package enum DocumentDates: Rule {
    package static let name = "document-dates"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("7.4.2", "PRO-133"), .prophylaxis("8.4", "PRO-155"), .prophylaxis("8.4", "PRO-156"),
        .prophylaxis("note 15", "PRO-57"),
    ]

    package struct Facts: Codable, Sendable {
        package let editedOn: Day
        /// For which the ages are computed.
        package let referenceDate: Day
        package let plannedVisit: Day?
        /// nil for a draft: its validity is then counted as if it were validated on the day of its edition.
        package let validatedOn: Day?
        /// A validity that somebody set by hand, at the limit (PRO-133).
        package let validUntil: Day?

        package init(
            editedOn: Day, referenceDate: Day, plannedVisit: Day?, validatedOn: Day? = nil, validUntil: Day? = nil
        ) {
            self.editedOn = editedOn
            self.referenceDate = referenceDate
            self.plannedVisit = plannedVisit
            self.validatedOn = validatedOn
            self.validUntil = validUntil
        }
    }

    package enum Warning: String, Codable, Sendable, CaseIterable {
        /// Edited more than 6 weeks before the visit.
        case editedTooEarly = "edited-too-early"
        /// The veterinarian cannot have it 5 days before the visit any more.
        case deliveredTooLate = "delivered-too-late"
        /// It is no longer valid on the day of the visit.
        case expiresBeforeVisit = "expires-before-visit"
        /// Ages are those of a day more than 6 weeks away from the visit.
        case agesOfAnotherDay = "ages-of-another-day"
    }

    package struct Decision: Codable, Sendable, Hashable {
        /// First day of edition, and last day of delivery; nil without a planned visit.
        package let editableFrom: Day?
        package let deliveredBy: Day?
        package let validUntil: Day
        package let warnings: [Warning]
    }

    package typealias Parameters = DocumentParameters

    package static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision {
        let validUntil =
            facts.validUntil ?? (facts.validatedOn ?? facts.editedOn).adding(months: parameters.validityMonths)
        guard let visit = facts.plannedVisit else {
            return Decision(editableFrom: nil, deliveredBy: nil, validUntil: validUntil, warnings: [])
        }
        let span = 7 * parameters.editionWeeksBefore
        let editableFrom = visit.adding(days: -span)
        let deliveredBy = visit.adding(days: -parameters.deliveryDaysBefore)
        var warnings: [Warning] = []
        if facts.editedOn < editableFrom { warnings.append(.editedTooEarly) }
        if (facts.validatedOn ?? facts.editedOn) > deliveredBy { warnings.append(.deliveredTooLate) }
        if validUntil < visit { warnings.append(.expiresBeforeVisit) }
        if abs(visit.days(since: facts.referenceDate)) > span { warnings.append(.agesOfAnotherDay) }
        return Decision(
            editableFrom: editableFrom, deliveredBy: deliveredBy, validUntil: validUntil, warnings: warnings)
    }
}

extension DocumentParameters: RuleParameters {}
