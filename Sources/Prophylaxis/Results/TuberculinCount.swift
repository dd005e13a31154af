import Kernel
import Programmes

/// Counts of a tuberculin report from its descriptors.
///
/// Source: DGAL/SDSPA/2020-653, annex 2 and annex 3 (PRO-301, PRO-312); contract `tuberculin-count` over AMB-36.
/// For each method (simple IDS, comparative IDC) the number tested is NT if filled, else the negatives NN; then summed.
/// Descriptors that begin with NP or NA count as non-negative.
package enum TuberculinCount: Rule {
    package static let name = "tuberculin-count"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("annexe 2, tuberculose", "PRO-301"), .prophylaxis("annexe 3", "PRO-312"),
    ]

    /// The nine numeric descriptors by their official codes; nil where not filled.
    package struct Descriptors: Codable, Sendable, Hashable {
        // swift-format-ignore: AlwaysUseLowerCamelCase
        enum CodingKeys: String, CodingKey {
            case testedSimple = "NTIDS", negativeSimple = "NNIDSN"
            case doubtfulSimple = "NADIDS", positiveSimple = "NPIDSP"
            case testedComparative = "NTIDC", negativeComparative = "NNIDC"
            case largeDoubtfulComparative = "NAGDIDCTUB", smallDoubtfulComparative = "NAPDIDCTUB"
            case positiveComparative = "NPIDC"
        }

        package var testedSimple: Int?
        package var negativeSimple: Int?
        package var doubtfulSimple: Int?
        package var positiveSimple: Int?
        package var testedComparative: Int?
        package var negativeComparative: Int?
        package var largeDoubtfulComparative: Int?
        package var smallDoubtfulComparative: Int?
        package var positiveComparative: Int?

        package init() {}
    }

    package struct Facts: Codable, Sendable {
        package let descriptors: Descriptors
        package init(descriptors: Descriptors) { self.descriptors = descriptors }
    }

    package struct Decision: Codable, Sendable, Hashable {
        package let tested: Int
        package let nonNegative: Int
        /// False when a filled number tested is less than its method's negatives and non-negatives together.
        package let consistent: Bool
    }

    package static func decide(_ facts: Facts, _ parameters: NoParameters) throws(RuleFault) -> Decision {
        let filled = facts.descriptors
        let simple = Method(
            tested: filled.testedSimple, negative: filled.negativeSimple,
            nonNegative: [filled.doubtfulSimple, filled.positiveSimple])
        let comparative = Method(
            tested: filled.testedComparative, negative: filled.negativeComparative,
            nonNegative: [
                filled.largeDoubtfulComparative, filled.smallDoubtfulComparative, filled.positiveComparative,
            ])
        for count in simple.filled + comparative.filled { try RuleFault.requireCounts(["descriptors": count]) }
        return Decision(
            tested: simple.countedTested + comparative.countedTested,
            nonNegative: simple.sumNonNegative + comparative.sumNonNegative,
            consistent: simple.isConsistent && comparative.isConsistent)
    }

    /// The descriptors of one method.
    private struct Method {
        let tested: Int?
        let negative: Int?
        let nonNegative: [Int?]

        var filled: [Int] { ([tested, negative] + nonNegative).compactMap { $0 } }
        var sumNonNegative: Int { nonNegative.reduce(0) { $0 + ($1 ?? 0) } }
        var countedTested: Int { tested ?? negative ?? 0 }
        var isConsistent: Bool { tested.map { $0 >= (negative ?? 0) + sumNonNegative } ?? true }
    }
}
