import Kernel
import Programmes

/// Reads the bulk-milk results of a holding for one campaign and disease.
///
/// Source: DGAL/SDSPA/2020-653, annex 2, milk matrix (PRO-300); AMB-10, AMB-11, AMB-12.
/// The window (1 September to 30 June of the prophylaxis year) decides whether a result is read at all; every code but
/// NEG is non-negative, and nothing is uninterpretable in milk.
package enum MilkResultReading: Rule {
    package static let name = "milk-result"
    package static let version = 1
    package static let sources: [LegalReference] = [.prophylaxis("annexe 2, matrice lait", "PRO-300")]

    package struct Result: Codable, Sendable {
        package let sampledOn: Day
        package let interpretation: Interpretation

        package init(sampledOn: Day, interpretation: Interpretation) {
            self.sampledOn = sampledOn
            self.interpretation = interpretation
        }
    }

    package struct Facts: Codable, Sendable {
        package let campaignStart: Day
        package let campaignEnd: Day
        package let results: [Result]

        package init(campaignStart: Day, campaignEnd: Day, results: [Result]) {
            self.campaignStart = campaignStart
            self.campaignEnd = campaignEnd
            self.results = results
        }
    }

    package struct Parameters: RuleParameters, Hashable {
        /// The codes that count as negative; the letter of annex 2 knows only NEG (AMB-10).
        package var negativeCodes: [Interpretation] = [.negative]
        package init() {}
    }

    package struct Decision: Codable, Sendable, Hashable {
        /// 1 as soon as one result is read, else 0.
        package let tested: Int
        package let nonNegative: Int
        package let firstSampledOn: Day?
        package let lastSampledOn: Day?

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(tested, forKey: .tested)
            try container.encode(nonNegative, forKey: .nonNegative)
            try container.encode(firstSampledOn, forKey: .firstSampledOn)
            try container.encode(lastSampledOn, forKey: .lastSampledOn)
        }
    }

    package static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision {
        guard facts.campaignStart <= facts.campaignEnd else {
            throw .invalidValue(field: "campaignEnd", problem: .endBeforeStart)
        }
        let window = MilkWindow(campaignStart: facts.campaignStart)
        let read = facts.results.filter { window.contains($0.sampledOn) }
        return Decision(
            tested: read.isEmpty ? 0 : 1,
            nonNegative: read.filter { !parameters.negativeCodes.contains($0.interpretation) }.count,
            firstSampledOn: read.map(\.sampledOn).min(), lastSampledOn: read.map(\.sampledOn).max())
    }
}

/// 1 September to 30 June, both included, of the prophylaxis year in which a campaign starts: a start in July or later
/// opens that year's (PRO-300, contract `milk-result`).
package struct MilkWindow: Sendable, Hashable {
    package let start: Day
    package let end: Day

    package init(campaignStart: Day) {
        let (year, month, _) = campaignStart.components
        let firstYear = month >= 7 ? year : year - 1
        start = campaignStart.firstOfMonth.adding(months: (firstYear - year) * 12 + 9 - month)
        end = start.adding(months: 10).adding(days: -1)
    }

    package func contains(_ day: Day) -> Bool { start <= day && day <= end }
}
