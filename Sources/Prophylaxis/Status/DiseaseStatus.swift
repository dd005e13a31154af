import Kernel
import Programmes

/// Status of one disease of one intervention: annex 2 to the letter.
///
/// Source: DGAL/SDSPA/2020-653, annex 2 (PRO-302 to PRO-309), in the order AS, SO, AA, SA, EC; AMB-05, AMB-08.
/// Limits are inclusive: 90 days and the campaign's own dates are no anomaly. What the letter misses (doubtful results,
/// exits, documents never made) stands beside the status, never in it.
package enum DiseaseStatus: Rule {
    package static let name = "disease-status"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("annexe 2, valeur « statut »", "PRO-302"), .prophylaxis("10.6.3.1", "PRO-224"),
    ]
    package static let codes = [RuleCodes("reasons", Reason.self)]

    package struct Facts: Codable, Sendable, Hashable {
        package let disease: Disease
        package let computedOn: Day
        package let campaignStart: Day
        package let campaignEnd: Day
        /// Distinct animals of the validated document, cancelled ones aside; 1 for a milk plan.
        package let requested: Int
        /// A milk plan, or a plan whose sampling document is validated (AMB-05).
        package let planRequested: Bool
        package let tested: Int
        package let nonNegative: Int
        /// First and last visit of the vet (injection for tuberculin), never milk dates.
        package let startedOn: Day?
        package let finishedOn: Day?
        package let nonCompletionDecision: Bool

        package init(
            disease: Disease, computedOn: Day, campaign: (start: Day, end: Day),
            requested: (animals: Int, plan: Bool), results: (tested: Int, nonNegative: Int),
            visits: (first: Day?, last: Day?), nonCompletionDecision: Bool
        ) {
            self.disease = disease
            self.computedOn = computedOn
            (campaignStart, campaignEnd) = campaign
            (self.requested, planRequested) = requested
            (tested, nonNegative) = results
            (startedOn, finishedOn) = visits
            self.nonCompletionDecision = nonCompletionDecision
        }
    }

    package struct Parameters: RuleParameters, Hashable {
        /// More days than this between the first and the last visit are an anomaly.
        package var maximumDays = 90
        /// The diseases under the rule of days; a convention may restrict it to BRU and LEU (AMB-08).
        package var delayDiseases = Disease.allCases
        package var tolerance = SamplingTolerance()
        package init() {}
    }

    /// Every reason that can hold, in the order of the annex.
    package enum Reason: String, Codable, Sendable, CaseIterable {
        case nonNegativeResult = "non-negative-result"
        case nothingRequested = "nothing-requested"
        case tooManyDays = "too-many-days"
        case startedBeforeCampaign = "started-before-campaign"
        case finishedAfterCampaign = "finished-after-campaign"
        case underSampled = "under-sampled"
        case notDoneInCampaign = "not-done-in-campaign"
        case testedWithoutAnomaly = "tested-without-anomaly"
        case awaitingTests = "awaiting-tests"
    }

    package struct Decision: Codable, Sendable, Hashable {
        package let status: Status
        package let reasons: [Reason]
    }

    package static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision {
        try check(facts)
        let nothingRequested = facts.requested == 0 && !facts.planRequested
        let administrative = administrativeReasons(facts, parameters)
        if facts.nonNegative > 0 {
            let context: [Reason] = nothingRequested ? [.nothingRequested] : []
            return Decision(status: .sanitaryAnomaly, reasons: [.nonNegativeResult] + context + administrative)
        }
        if nothingRequested { return Decision(status: .withoutObject, reasons: [.nothingRequested]) }
        if !administrative.isEmpty { return Decision(status: .administrativeAnomaly, reasons: administrative) }
        return facts.tested > 0
            ? Decision(status: .withoutAnomaly, reasons: [.testedWithoutAnomaly])
            : Decision(status: .inProgress, reasons: [.awaitingTests])
    }

    /// Rules 3a and 3b of the annex (PRO-304 to PRO-307).
    private static func administrativeReasons(_ facts: Facts, _ parameters: Parameters) -> [Reason] {
        guard facts.tested > 0 else {
            let isOver = !facts.nonCompletionDecision && facts.computedOn > facts.campaignEnd
            return isOver ? [.notDoneInCampaign] : []
        }
        var reasons: [Reason] = []
        if let start = facts.startedOn, let finish = facts.finishedOn,
            parameters.delayDiseases.contains(facts.disease), finish.days(since: start) > parameters.maximumDays
        {
            reasons.append(.tooManyDays)
        }
        if let start = facts.startedOn, start < facts.campaignStart { reasons.append(.startedBeforeCampaign) }
        if let finish = facts.finishedOn, finish > facts.campaignEnd { reasons.append(.finishedAfterCampaign) }
        if facts.tested < parameters.tolerance.minimum(of: facts.requested) { reasons.append(.underSampled) }
        return reasons
    }

    private static func check(_ facts: Facts) throws(RuleFault) {
        try RuleFault.requireCounts([
            "requested": facts.requested, "tested": facts.tested, "nonNegative": facts.nonNegative,
        ])
        guard facts.campaignStart <= facts.campaignEnd else {
            throw .invalidValue(field: "campaignEnd", problem: .endBeforeStart)
        }
        if let start = facts.startedOn, let finish = facts.finishedOn, finish < start {
            throw .invalidValue(field: "finishedOn", problem: .endBeforeStart)
        }
    }
}
