import Kernel
import Programmes

/// Realisation of a document once the animals that left are deducted: what the evaluation looks at, not the status.
///
/// Source: DGAL/SDSPA/2020-653, 10.6.3.1 NB 7 (PRO-234 to PRO-236); AMB-26; decision 12.
/// Deducted: animals not tested that left from the day of edition to 90 days after the first visit, both included, and
/// not after the campaign's end. For tuberculosis none is deducted from 90 % to under 100 % tested: the authority
/// manages these exits (PRO-236).
package enum CorrectedRealisation: Rule {
    package static let name = "corrected-realisation"
    package static let version = 1
    package static let sources: [LegalReference] = [.prophylaxis("10.6.3.1 NB 7", "PRO-234")]

    package struct Animal: Codable, Sendable {
        package let animal: String
        package let tested: Bool
        package let exitedOn: Day?

        package init(animal: String, tested: Bool, exitedOn: Day?) {
            self.animal = animal
            self.tested = tested
            self.exitedOn = exitedOn
        }
    }

    package struct Facts: Codable, Sendable {
        package let disease: Disease
        package let editedOn: Day
        package let firstVisit: Day
        package let campaignEnd: Day
        /// The animals requested on the document, cancelled ones aside.
        package let animals: [Animal]

        package init(disease: Disease, editedOn: Day, firstVisit: Day, campaignEnd: Day, animals: [Animal]) {
            self.disease = disease
            self.editedOn = editedOn
            self.firstVisit = firstVisit
            self.campaignEnd = campaignEnd
            self.animals = animals
        }
    }

    package struct Parameters: RuleParameters {
        package var maximumDays = 90
        package var tolerance = SamplingTolerance()
        /// From this share on (and under 100 %) tuberculosis exits are the authority's to judge.
        package var tuberculinBandFrom = Ratio(9, over: 10)
        package init() {}
    }

    package struct Decision: Codable, Sendable, Hashable {
        /// The number on the document, before any deduction.
        package let requested: Int
        package let deducted: Int
        package let tested: Int
        /// The least number to test of those that remain.
        package let minimum: Int
        package let sufficient: Bool
    }

    package static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision {
        try RuleFault.requireDistinct(facts.animals.count) { facts.animals[$0].animal }
        let requested = facts.animals.count
        let tested = facts.animals.filter(\.tested).count
        let lastExit = min(facts.firstVisit.adding(days: parameters.maximumDays), facts.campaignEnd)
        let inBand =
            facts.disease == .tuberculosis && tested < requested
            && parameters.tuberculinBandFrom.isReached(by: tested, of: requested)
        let deducted = inBand ? 0 : facts.animals.filter { left($0, from: facts.editedOn, to: lastExit) }.count
        let remaining = requested - deducted
        let minimum = facts.disease == .tuberculosis ? remaining : parameters.tolerance.minimum(of: remaining)
        return Decision(
            requested: requested, deducted: deducted, tested: tested, minimum: minimum, sufficient: tested >= minimum)
    }

    private static func left(_ animal: Animal, from first: Day, to last: Day) -> Bool {
        guard !animal.tested, let exitedOn = animal.exitedOn else { return false }
        return first <= exitedOn && exitedOn <= last
    }
}
