import Kernel
import Programmes

/// Status, proposal and the day on which either may change by date alone, from the facts of one disease.
///
/// Source: annex 2 through `DiseaseStatus`; tables 5 to 7 through `EvaluationProposal`; decisions 9 to 12.
package struct DiseaseAssessment: Sendable, Hashable {
    package let status: DiseaseStatus.Decision
    package let proposal: EvaluationProposal.Decision
    /// The first day after `asOf` on which the same facts may give another answer; nil when none.
    package let changesOn: Day?

    package static func assess(
        asOf day: Day, _ facts: DiseaseFacts, in campaign: CampaignParameters
    ) throws(RuleFault) -> DiseaseAssessment {
        let status = try DiseaseStatus.decide(statusFacts(asOf: day, facts, campaign), campaign.status)
        let proposal = try EvaluationProposal.decide(
            proposalFacts(asOf: day, facts, status, campaign), campaign.evaluation)
        return DiseaseAssessment(
            status: status, proposal: proposal, changesOn: nextChange(after: day, facts, campaign))
    }

    package static func statusFacts(
        asOf day: Day, _ facts: DiseaseFacts, _ campaign: CampaignParameters
    ) -> DiseaseStatus.Facts {
        DiseaseStatus.Facts(
            disease: facts.disease, computedOn: day, campaign: (campaign.startsOn, campaign.endsOn),
            requested: (facts.requested, facts.planRequested), results: (facts.tested, facts.nonNegative),
            visits: (facts.visits?.first, facts.visits?.last), nonCompletionDecision: facts.hasNonCompletionDecision)
    }

    /// The evaluation's view: exits deducted, tests done elsewhere added, milk outside the campaign a delay.
    package static func proposalFacts(
        asOf day: Day, _ facts: DiseaseFacts, _ status: DiseaseStatus.Decision, _ campaign: CampaignParameters
    ) -> EvaluationProposal.Facts {
        var view = EvaluationProposal.Facts(
            disease: facts.disease, computedOn: day, campaignEnd: campaign.endsOn)
        view.programmed = facts.isProgrammed
        view.delegated = facts.isDelegated
        view.suspended = facts.isSuspended
        view.status = status.status
        view.requested = max(0, facts.requested - facts.deducted)
        view.tested = facts.tuberculin?.numberUnknown == true ? nil : facts.tested + facts.acceptedElsewhere
        view.nonNegative = facts.nonNegative
        view.doubtfulSeen = facts.doubtfulSeen
        view.retest = facts.retest
        view.evidence = facts.hasEvidence
        view.delayAnomaly = hasDelay(facts, status, campaign)
        view.nonCompletionDecision = facts.hasNonCompletionDecision
        view.firstVisit = facts.visits?.first
        return view
    }

    /// A delay of annex 2, or milk sampled outside the campaign's dates, which the status does not see (decision 10).
    private static func hasDelay(
        _ facts: DiseaseFacts, _ status: DiseaseStatus.Decision, _ campaign: CampaignParameters
    ) -> Bool {
        let delays: [DiseaseStatus.Reason] = [.tooManyDays, .startedBeforeCampaign, .finishedAfterCampaign]
        if status.reasons.contains(where: delays.contains) { return true }
        guard facts.matrices.contains(.milk), let milk = facts.milk, let first = milk.firstSampledOn,
            let last = milk.lastSampledOn
        else { return false }
        return first < campaign.startsOn || last > campaign.endsOn
    }

    /// The day after the campaign's end, the day after the time to mend has run out, a day that the authority has set.
    private static func nextChange(after day: Day, _ facts: DiseaseFacts, _ campaign: CampaignParameters) -> Day? {
        guard facts.isProgrammed else { return nil }
        let mendUntil = facts.visits?.first.adding(days: campaign.evaluation.maximumDays)
        let limits = [campaign.endsOn, mendUntil].map { $0?.adding(days: 1) }
        return (limits + [facts.authorityChangesOn]).compactMap { $0 }.filter { $0 > day }.min()
    }
}
