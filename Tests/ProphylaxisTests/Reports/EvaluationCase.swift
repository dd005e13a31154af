import Kernel
import Prophylaxis

extension EvaluationProposal.Facts {
    /// A disease done to the letter: 20 of 20 tested on one visit, seen on 5 January.
    static func done(_ disease: Disease, requested: Int = 20, tested: Int? = 20) -> Self {
        var facts = Self(disease: disease, computedOn: Example.duringCampaign, campaignEnd: Example.end)
        (facts.requested, facts.tested, facts.firstVisit) = (requested, tested, Example.visit)
        facts.status = .withoutAnomaly
        return facts
    }

    /// The same facts seen on another day, at another campaign end.
    func seen(on day: Day, campaignEnd end: Day = Example.end) -> Self {
        var facts = Self(disease: disease, computedOn: day, campaignEnd: end)
        (facts.programmed, facts.delegated, facts.suspended, facts.status) = (programmed, delegated, suspended, status)
        (facts.requested, facts.tested, facts.nonNegative, facts.doubtfulSeen) = (
            requested, tested, nonNegative, doubtfulSeen
        )
        (facts.retest, facts.evidence, facts.delayAnomaly) = (retest, evidence, delayAnomaly)
        (facts.nonCompletionDecision, facts.firstVisit) = (nonCompletionDecision, firstVisit)
        return facts
    }

    func changed(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }

    func proposal(_ rule: EvaluationProposal.TuberculinRule = .table6) throws -> EvaluationProposal.Decision {
        var parameters = EvaluationProposal.Parameters()
        parameters.tuberculinRule = rule
        return try EvaluationProposal.decide(self, parameters)
    }

    func evaluation(_ rule: EvaluationProposal.TuberculinRule = .table6) throws -> String {
        try proposal(rule).evaluation.rawValue
    }
}
