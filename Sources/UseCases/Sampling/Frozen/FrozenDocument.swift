import Kernel
import Programmes
import Prophylaxis

/// What a validated edition keeps for ever: every fact that the selection saw, the parameters, the rules' versions, the
/// seed and what was decided, as canonical JSON (PRO-124; design: history). `vigie document facts` turns it into a line
/// for `vigie rules run`, so that anyone can decide it again.
///
/// A department has hundreds of thousands of animals, so that each is one short text, see `FrozenAnimal`, and the bytes
/// are written by `FrozenDocumentWriter`; a test holds them equal to `CanonicalJSON`'s.
package struct FrozenDocument: Codable, Hashable, Sendable {
    package static let currentFormat = "vigie-sampling-document/1"

    package var format = FrozenDocument.currentFormat
    /// Number of the intervention.
    package let intervention: String
    package let edition: Int
    package let holding: String
    package let herd: String
    package let referenceDate: Day
    package let seed: UInt64
    package let commune: String?
    package let riskHerd: Bool
    /// `BRU blood EAT`: disease, matrix, method.
    package let plans: [String]
    /// Rule → version.
    package let rules: [String: Int]
    package let parameters: FrozenParameters
    /// Every animal of the herd on the reference date.
    package let animals: [FrozenAnimal]
    /// What earlier editions asked for.
    package let earlier: [FrozenRequest]
    /// The animals that a retest is for; nil where the rules selected.
    package let designated: [String]?
    /// Animals that two persons struck off; they were not up for selection (decision 7).
    package let struckOff: [String]
    package let decision: FrozenDecision
}

package struct FrozenParameters: Codable, Hashable, Sendable {
    package let sampling: SamplingSelection.Parameters
    package let tuberculin: TuberculinParameters

    package init(_ parameters: CampaignParameters) {
        sampling = parameters.sampling
        tuberculin = parameters.tuberculin
    }
}

package struct FrozenDecision: Codable, Hashable, Sendable {
    package struct Blood: Codable, Hashable, Sendable {
        package let eligible: Int
        package let required: Int
    }
    package struct Tuberculin: Codable, Hashable, Sendable {
        package let ageMonths: Int
        package let ageRule: TuberculinSelection.AgeRule
        package let eligible: Int
    }

    package let blood: Blood?
    package let tuberculin: Tuberculin?
    package let requested: [FrozenRequest]
}
