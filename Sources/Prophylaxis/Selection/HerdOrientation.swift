import Kernel
import Programmes

/// Orientation of a holding's cattle from its beef (FA) and dairy (FL) females of more than 24 months.
///
/// Source: DGAL/SDSPA/2020-653, step 2, 2.4 table (PRO-42); AMB-23 for the cases the table leaves out.
/// FA/FL over 10 %: mixed. Otherwise more than 5 beef females: mixed, else dairy. Shares are compared exactly.
package enum HerdOrientation: Rule {
    package static let name = "herd-orientation"
    package static let version = 1
    package static let sources: [LegalReference] = [.prophylaxis("2.4", "PRO-42")]
    package static let codes = [RuleCodes("reasons", Reason.self)]

    package struct Facts: Codable, Sendable {
        package let beefFemales: Int
        package let dairyFemales: Int

        package init(beefFemales: Int, dairyFemales: Int) {
            self.beefFemales = beefFemales
            self.dairyFemales = dairyFemales
        }
    }

    package struct Parameters: RuleParameters {
        /// Over this share of beef to dairy females the holding is mixed.
        package var mixedOverShare = Ratio(1, over: 10)
        /// Over this number of beef females it is mixed whatever the share.
        package var mixedOverBeefFemales = 5
        package init() {}
    }

    package enum Orientation: String, Codable, Sendable, CaseIterable { case dairy, mixed, beef, none }

    package enum Reason: String, Codable, Sendable, CaseIterable {
        case noFemales = "no-females"
        case noDairyFemales = "no-dairy-females"
        case shareOverLimit = "share-over-limit"
        case beefFemalesOverLimit = "beef-females-over-limit"
        case withinLimits = "within-limits"
    }

    package struct Decision: Codable, Sendable {
        package let orientation: Orientation
        package let reasons: [Reason]
    }

    package static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision {
        let (beef, dairy) = (facts.beefFemales, facts.dairyFemales)
        try RuleFault.requireCounts(["beefFemales": beef, "dairyFemales": dairy])
        if dairy == 0 {
            return beef == 0
                ? Decision(orientation: .none, reasons: [.noFemales])
                : Decision(orientation: .beef, reasons: [.noDairyFemales])
        }
        var reasons: [Reason] = []
        if parameters.mixedOverShare.isExceeded(by: beef, of: dairy) { reasons.append(.shareOverLimit) }
        if beef > parameters.mixedOverBeefFemales { reasons.append(.beefFemalesOverLimit) }
        return reasons.isEmpty
            ? Decision(orientation: .dairy, reasons: [.withinLimits]) : Decision(orientation: .mixed, reasons: reasons)
    }
}
