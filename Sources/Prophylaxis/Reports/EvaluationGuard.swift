import Kernel

/// What an inspector may put as evaluation of one disease, given its facts.
///
/// Source: DGAL/SDSPA/2020-653, table 5 (PRO-240 to PRO-248); decisions 1, 2, 5, 9, 22; AMB-06. The inspector decides,
/// and the guard only keeps out what the texts rule out: it never replaces the value.
package enum EvaluationGuard {
    /// The facts beside the inspector's choice.
    package struct Facts: Sendable, Hashable {
        package let disease: Disease
        package let status: Status
        package let proposal: EvaluationProposal.Decision
        package let requested: Int
        package let tested: Int
        package let nonNegative: Int
        package let doubtfulSeen: Int
        package let testedOffDocument: Int
        /// A file or a report took a non-negative away, and the authority has not acknowledged it (decision 4).
        package let removalAwaitsAuthority: Bool

        package init(
            disease: Disease, status: Status, proposal: EvaluationProposal.Decision,
            counts: (requested: Int, tested: Int, offDocument: Int), suspicions: (nonNegative: Int, doubtful: Int),
            removalAwaitsAuthority: Bool = false
        ) {
            self.disease = disease
            self.status = status
            self.proposal = proposal
            (requested, tested, testedOffDocument) = counts
            (nonNegative, doubtfulSeen) = suspicions
            self.removalAwaitsAuthority = removalAwaitsAuthority
        }
    }

    /// The choice, with what the inspector gave for it.
    package struct Choice: Sendable, Hashable {
        package let value: EvaluationValue
        package let comment: String?
        /// Reference of the document that proves what contradicts the computed anomaly.
        package let proof: String?

        package init(value: EvaluationValue, comment: String? = nil, proof: String? = nil) {
            self.value = value
            self.comment = comment
            self.proof = proof
        }
    }

    package enum Objection: String, FindingCode {
        case awaitingRetestOnlyBrucellosis = "awaiting-retest-only-brucellosis"
        case retestNotOrdered = "retest-not-ordered"
        case isDelegated = "disease-is-delegated"
        case notDelegated = "disease-not-delegated"
        case programmed = "disease-is-programmed"
        case notProgrammed = "disease-not-programmed"
        case nonNegativeStands = "non-negative-stands"
        case doubtfulStands = "doubtful-stands"
        case removalAwaitsAuthority = "removal-awaits-authority"
        case anomalyNeedsProof = "anomaly-needs-proof"
        /// Nothing tested, or not enough yet, and no anomaly that a proof could lift: A is for what was done (AMB-21).
        case notRealised = "disease-not-realised"
        /// PO or C for something that no result shows: with the reason and its proof only (PRO-242, PRO-243).
        case evidenceMissing = "evaluation-evidence-missing"
        /// B without a computed anomaly: for what it is stands on the report (PRO-247, decision 22).
        case anomalyNotNamed = "administrative-anomaly-not-named"
        case offDocumentNeedsComment = "off-document-needs-comment"
        /// A warning: the authority manages tuberculin from 90 % to 99 % (AMB-06).
        case tuberculin90To99 = "tuberculin-90-99-compliant"

        package var severity: Finding.Severity { self == .tuberculin90To99 ? .warning : .refused }
    }

    /// The objections to the choice, refusals and warnings, in the order of the cases above.
    package static func objections(to choice: Choice, _ facts: Facts) -> [Objection] {
        switch choice.value {
        case .notEvaluated: []
        case .awaitingRetest: retestObjections(facts)
        case .notDelegated: facts.isOutOfHands ? [] : [.isDelegated]
        case .withoutObject: facts.isProgrammed ? [.programmed] : []
        case .notObserved: handObjection(facts) ?? evidenceObjections(choice, facts)
        case .sanitaryNonCompliance: handObjection(facts) ?? sanitaryObjections(choice, facts)
        case .administrativeNonCompliance:
            handObjection(facts) ?? (suspicionObjections(facts) + administrativeObjections(choice, facts))
        case .compliant: handObjection(facts) ?? (suspicionObjections(facts) + complianceObjections(choice, facts))
        }
    }

    /// Results that are known elsewhere, or cannot be read: as the facts say, or as the inspector proves. Never over a
    /// suspicion, which prevails (PRO-243, PRO-248).
    private static func evidenceObjections(_ choice: Choice, _ facts: Facts) -> [Objection] {
        guard facts.proposal.evaluation != .notObserved else { return [] }
        return suspicionObjections(facts) + (choice.isProven ? [] : [.evidenceMissing])
    }

    private static func sanitaryObjections(_ choice: Choice, _ facts: Facts) -> [Objection] {
        let isShown =
            facts.nonNegative > 0 || facts.doubtfulSeen > 0 || facts.removalAwaitsAuthority
            || facts.proposal.evaluation == .sanitaryNonCompliance
        return isShown || choice.isProven ? [] : [.evidenceMissing]
    }

    private static func administrativeObjections(_ choice: Choice, _ facts: Facts) -> [Objection] {
        facts.isAnomaly || choice.comment != nil ? [] : [.anomalyNotNamed]
    }

    private static func retestObjections(_ facts: Facts) -> [Objection] {
        guard facts.disease == .brucellosis else { return [.awaitingRetestOnlyBrucellosis] }
        return facts.proposal.reason == .retestOrdered ? [] : [.retestNotOrdered]
    }

    /// A disease that is not programmed, or not the delegate's, has no other value than SO or ND.
    private static func handObjection(_ facts: Facts) -> [Objection]? {
        if !facts.isProgrammed { return [.notProgrammed] }
        return facts.isOutOfHands ? [.notDelegated] : nil
    }

    /// C prevails over B and A (PRO-248): only a negative brucellosis retest clears a suspicion (decision 5), and only
    /// the authority lets one go that was taken back (decision 4).
    private static func suspicionObjections(_ facts: Facts) -> [Objection] {
        let removal: [Objection] = facts.removalAwaitsAuthority ? [.removalAwaitsAuthority] : []
        guard !facts.isCleared else { return removal }
        return (facts.nonNegative > 0 ? [.nonNegativeStands] : [])
            + (facts.doubtfulSeen > 0 ? [.doubtfulStands] : []) + removal
    }

    private static func complianceObjections(_ choice: Choice, _ facts: Facts) -> [Objection] {
        var objections: [Objection] = []
        let isTuberculinBand = facts.proposal.reason == .tuberculin90To99
        if facts.isAnomaly {
            if !isTuberculinBand, !choice.isProven { objections.append(.anomalyNeedsProof) }
        } else if !facts.isRealised, facts.nonNegative == 0, facts.doubtfulSeen == 0 {
            objections.append(.notRealised)
        }
        let testedOnDocument = facts.tested - facts.testedOffDocument
        if facts.testedOffDocument > 0, testedOnDocument < facts.requested, choice.comment == nil {
            objections.append(.offDocumentNeedsComment)
        }
        return objections + (isTuberculinBand ? [.tuberculin90To99] : [])
    }
}

extension EvaluationGuard.Choice {
    fileprivate var isProven: Bool { comment != nil && proof != nil }
}

extension EvaluationGuard.Facts {
    /// Annex 2 or the proposal names an administrative anomaly.
    fileprivate var isAnomaly: Bool {
        status == .administrativeAnomaly || proposal.evaluation == .administrativeNonCompliance
    }

    /// Tests done and results available (AMB-21, footnote 7).
    fileprivate var isRealised: Bool { status == .withoutAnomaly || proposal.evaluation == .compliant }

    fileprivate var isProgrammed: Bool { proposal.reason != .notProgrammed }

    fileprivate var isOutOfHands: Bool {
        proposal.reason == .notDelegated || proposal.reason == .managedByAuthority
    }

    /// Whether the proposal went past the suspicion: for brucellosis, a negative retest.
    fileprivate var isCleared: Bool {
        let standing: [EvaluationProposal.Reason] = [
            .nonNegative, .decisionAwaited, .retestOrdered, .retestNegativeNotReceived, .retestPositive, .retestNotDone,
        ]
        return !standing.contains(proposal.reason)
    }
}
