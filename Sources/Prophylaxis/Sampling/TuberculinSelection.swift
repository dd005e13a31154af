import Kernel
import Programmes

/// Local selection of the cattle to test for tuberculosis: every animal from an age on that the zone or the herd's
/// risk decides.
///
/// Source: DGAL/SDSPA/2020-653, 7.4.1 and annex 2 (PRO-131): no national rule, the technical convention sets the age
/// (2, 12 or 24 months). Where several limits apply, the lowest one does: an animal that is tested without need costs
/// less than one that is missed. On a re-edition nothing leaves the list (PRO-126).
package enum TuberculinSelection: Rule {
    package static let name = "tuberculin-selection"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("7.4.1", "PRO-131"), .prophylaxis("annexe 2, édition des DAP", "PRO-131"),
        .prophylaxis("7.1.3", "PRO-126"),
    ]

    /// What decided the age limit.
    package enum AgeRule: String, Codable, Sendable, CaseIterable {
        /// The campaign's general limit.
        case general
        /// The commune lies in a zone of reinforced surveillance.
        case zone
        /// The herd is at risk: repopulated, contact zone, specific risk.
        case riskHerd = "risk-herd"
    }

    package struct Facts: Codable, Sendable {
        package let referenceDate: Day
        /// INSEE code of the holding's commune.
        package let commune: String?
        package let isRiskHerd: Bool
        package let animals: [SamplingSelection.Candidate]
        package let alreadySelected: [String]?

        package init(
            referenceDate: Day, commune: String?, isRiskHerd: Bool, animals: [SamplingSelection.Candidate],
            alreadySelected: [String]? = nil
        ) {
            self.referenceDate = referenceDate
            self.commune = commune
            self.isRiskHerd = isRiskHerd
            self.animals = animals
            self.alreadySelected = alreadySelected
        }
    }

    package typealias Parameters = TuberculinParameters

    package struct Decision: Codable, Sendable, Hashable {
        /// In completed months.
        package let ageMonths: Int
        package let ageRule: AgeRule
        package let eligible: Int
        /// In the order of the facts.
        package let selected: [String]
    }

    package static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision {
        let limit = ageLimit(commune: facts.commune, isRiskHerd: facts.isRiskHerd, parameters)
        guard limit.months >= 0 else { throw .invalidValue(field: "ageMonths", problem: .negative) }
        let kept = Set(facts.alreadySelected ?? [])
        var eligible = 0
        var selected: [String] = []
        for animal in facts.animals {
            let isEligible =
                facts.referenceDate >= animal.birthDate
                && facts.referenceDate.completedMonths(since: animal.birthDate) >= limit.months
            if isEligible { eligible += 1 }
            if isEligible || kept.contains(animal.animal) { selected.append(animal.animal) }
        }
        return Decision(ageMonths: limit.months, ageRule: limit.rule, eligible: eligible, selected: selected)
    }

    /// The lowest limit that applies; of equal ones the more general.
    package static func ageLimit(
        commune: String?, isRiskHerd: Bool, _ parameters: Parameters
    ) -> (months: Int, rule: AgeRule) {
        var limit = (months: parameters.minimumAgeMonths, rule: AgeRule.general)
        if let commune, let months = parameters.ageMonthsByCommune[commune], months < limit.months {
            limit = (months, .zone)
        }
        if isRiskHerd, parameters.riskHerdAgeMonths < limit.months { limit = (parameters.riskHerdAgeMonths, .riskHerd) }
        return limit
    }
}

extension TuberculinParameters: RuleParameters {}
