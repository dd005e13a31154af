import Kernel
import Programmes

/// Proposes the evaluation of one disease of one intervention; the inspector decides, the proposal is never stored
/// alone.
///
/// Source: DGAL/SDSPA/2020-653, 10.6.3.2 tables 5 to 7 (PRO-240 to PRO-267); AMB-06, AMB-07, AMB-13, AMB-14;
/// decisions 1, 2, 5, 6, 11, 12; contract `evaluation-proposal`, whose nine clauses are the functions below, in order.
package enum EvaluationProposal: Rule {
    package static let name = "evaluation-proposal"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("10.6.3.2 tableau 5", "PRO-246"), .prophylaxis("10.6.3.2 tableau 6", "PRO-252"),
        .prophylaxis("10.6.3.2 tableau 7", "PRO-262"),
    ]
    package static let codes = [RuleCodes("comment", Comment.self), RuleCodes("reason", Reason.self)]

    package struct Facts: Codable, Sendable, Hashable {
        package let disease: Disease
        package var programmed: Bool
        package var delegated: Bool
        /// Infected, suspended or being qualified: the authority manages all (PRO-275, decision 6).
        package var suspended: Bool
        package var status: Status
        package var requested: Int
        /// nil: done, but the number is not known (PRO-230).
        package var tested: Int?
        package var nonNegative: Int
        package var doubtfulSeen: Int
        package var retest: RetestState
        /// The delegate holds evidence that at least one test was done (PRO-192, AMB-21).
        package var evidence: Bool
        package var delayAnomaly: Bool
        package var nonCompletionDecision: Bool
        package var firstVisit: Day?
        package let computedOn: Day
        package let campaignEnd: Day

        /// A programmed, delegated disease of which nothing has happened yet.
        package init(disease: Disease, computedOn: Day, campaignEnd: Day) {
            self.disease = disease
            self.computedOn = computedOn
            self.campaignEnd = campaignEnd
            (programmed, delegated, suspended) = (true, true, false)
            (status, requested, tested, nonNegative, doubtfulSeen) = (.inProgress, 0, 0, 0, 0)
            (retest, evidence, delayAnomaly, nonCompletionDecision) = (.none, false, false, false)
        }
    }

    package struct Parameters: RuleParameters, Hashable {
        /// The department's rule for tuberculin under-realisation (PRO-229, AMB-06).
        package var tuberculinRule = TuberculinRule.table6
        package var maximumDays = 90
        package var tolerance = SamplingTolerance()
        package var tuberculinBandFrom = Ratio(9, over: 10)
        /// What a non-negative brucellosis gives by the state of its retest: the figures that annexes 4 and 5 omit,
        /// drawn from table 7 (PRO-268, AMB-13). A negative retest gives what the other clauses say.
        package var retestOrderedGives = EvaluationValue.awaitingRetest
        package var retestNotReceivedGives = EvaluationValue.notObserved
        package var retestPositiveGives = EvaluationValue.sanitaryNonCompliance
        package var retestNotDoneGives = EvaluationValue.sanitaryNonCompliance
        package init() {}
    }

    package enum TuberculinRule: String, Codable, Sendable, CaseIterable {
        case table6, asBloodTests, noTolerance
    }

    /// Standard comments; the catalogue prints them in the words of the specification.
    package enum Comment: String, Codable, Sendable, CaseIterable {
        /// Still to be mended: serum bank, then letter (decision 11).
        case completeSampling = "complete-sampling"
        /// «Sous-réalisation TUB 90 à 99 %» (PRO-257).
        case tuberculin90To99 = "tub-90-99"
        /// «Résultat obtenu après recontrôle», «géré par la DD(CS)PP» (PRO-263, PRO-265).
        case afterRetest = "after-retest"
    }

    package struct Decision: Codable, Sendable, Hashable {
        package let evaluation: EvaluationValue
        package let comment: Comment?
        package let reason: Reason

        package init(evaluation: EvaluationValue, comment: Comment?, reason: Reason) {
            self.evaluation = evaluation
            self.comment = comment
            self.reason = reason
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(evaluation, forKey: .evaluation)
            try container.encode(comment, forKey: .comment)
            try container.encode(reason, forKey: .reason)
        }
    }

    /// The clause that decided.
    package enum Reason: String, Codable, Sendable, CaseIterable {
        case notProgrammed = "not-programmed"
        case managedByAuthority = "managed-by-authority"
        case notDelegated = "not-delegated"
        case nonNegative = "non-negative"
        case decisionAwaited = "decision-awaited"
        case retestOrdered = "retest-ordered"
        case retestNegativeNotReceived = "retest-negative-not-received"
        case retestPositive = "retest-positive"
        case retestNotDone = "retest-not-done"
        case evidenceOnly = "evidence-only"
        case numberUnknown = "number-unknown"
        case nonCompletionDecision = "non-completion-decision"
        case delay
        case notDone = "not-done"
        case notDoneYet = "not-done-yet"
        case underSampled = "under-sampled"
        case underSampledCurable = "under-sampled-curable"
        case tuberculin90To99 = "tub-90-99"
        case compliant
    }

    package static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision {
        try RuleFault.requireCounts([
            "requested": facts.requested, "tested": facts.tested ?? 0, "nonNegative": facts.nonNegative,
            "doubtfulSeen": facts.doubtfulSeen,
        ])
        return outOfHands(facts) ?? sanitary(facts, parameters) ?? unobserved(facts) ?? undone(facts)
            ?? underSampled(facts, parameters)
            ?? decision(.compliant, .compliant, facts.isCleared ? .afterRetest : nil)
    }
}

extension EvaluationProposal {
    private static func decision(
        _ evaluation: EvaluationValue, _ reason: Reason, _ comment: Comment? = nil
    ) -> Decision {
        Decision(evaluation: evaluation, comment: comment, reason: reason)
    }

    /// Clauses 1 and 2: not programmed, or not the delegate's to judge.
    private static func outOfHands(_ facts: Facts) -> Decision? {
        if !facts.programmed { return decision(.withoutObject, .notProgrammed) }
        if facts.suspended { return decision(.notDelegated, .managedByAuthority) }
        return facts.delegated ? nil : decision(.notDelegated, .notDelegated)
    }

    /// Clause 3: a non-negative or doubtful result; brucellosis goes through the retest circuit.
    private static func sanitary(_ facts: Facts, _ parameters: Parameters) -> Decision? {
        guard facts.hasNonNegative else { return nil }
        guard facts.disease == .brucellosis else { return decision(.sanitaryNonCompliance, .nonNegative) }
        switch facts.retest {
        case .none: return decision(.notEvaluated, .decisionAwaited)
        case .ordered: return decision(parameters.retestOrderedGives, .retestOrdered)
        case .negativeNotReceived:
            return decision(parameters.retestNotReceivedGives, .retestNegativeNotReceived, .afterRetest)
        case .positive: return decision(parameters.retestPositiveGives, .retestPositive, .afterRetest)
        case .notDone: return decision(parameters.retestNotDoneGives, .retestNotDone)
        case .negative: return nil
        }
    }

    /// Clause 4: done, but not readable in the results.
    private static func unobserved(_ facts: Facts) -> Decision? {
        if facts.evidence && (facts.tested ?? 0) == 0 { return decision(.notObserved, .evidenceOnly) }
        let isUnknown = facts.disease == .tuberculosis && facts.tested == nil && !facts.delayAnomaly
        return isUnknown ? decision(.notObserved, .numberUnknown) : nil
    }

    /// Clauses 5 to 7: a decision of non-completion, a delay, nothing done.
    private static func undone(_ facts: Facts) -> Decision? {
        if facts.nonCompletionDecision { return decision(.notEvaluated, .nonCompletionDecision) }
        let comment: Comment? = facts.isCleared ? .afterRetest : nil
        if facts.delayAnomaly { return decision(.administrativeNonCompliance, .delay, comment) }
        guard (facts.tested ?? 0) == 0 else { return nil }
        return facts.computedOn > facts.campaignEnd
            ? decision(.administrativeNonCompliance, .notDone, comment) : decision(.notEvaluated, .notDoneYet)
    }

    /// Clause 8: under-sampling is a task while it can be mended, then a non-compliance (decision 11).
    private static func underSampled(_ facts: Facts, _ parameters: Parameters) -> Decision? {
        let (tested, requested) = (facts.tested ?? 0, facts.requested)
        let isShort: Bool
        switch (facts.disease, parameters.tuberculinRule) {
        case (.tuberculosis, .noTolerance): isShort = tested < requested
        case (.tuberculosis, .table6):
            isShort = requested > 0 && !parameters.tuberculinBandFrom.isReached(by: tested, of: requested)
            if !isShort && tested < requested {
                return decision(.administrativeNonCompliance, .tuberculin90To99, .tuberculin90To99)
            }
        default: isShort = tested < parameters.tolerance.minimum(of: requested)
        }
        guard isShort else { return nil }
        let mendableUntil = min(
            facts.firstVisit?.adding(days: parameters.maximumDays) ?? facts.campaignEnd, facts.campaignEnd)
        return facts.computedOn > mendableUntil
            ? decision(.administrativeNonCompliance, .underSampled, facts.isCleared ? .afterRetest : nil)
            : decision(.notEvaluated, .underSampledCurable, .completeSampling)
    }
}

extension EvaluationProposal.Facts {
    fileprivate var hasNonNegative: Bool { nonNegative > 0 || doubtfulSeen > 0 }

    /// A brucellosis suspicion that a negative retest has cleared: what follows carries the standard comments.
    fileprivate var isCleared: Bool { hasNonNegative && disease == .brucellosis && retest == .negative }
}
