import Kernel
import Prophylaxis
import Store

/// Stores, by one explicit act of the inspector, the final proposals of interventions that nobody has evaluated yet.
///
/// A proposal is never stored by itself (AMB-14). What is provisional, needs a proof, or was evaluated by hand stays.
package struct AcceptProposals: UseCase {
    package struct Outcome: Sendable, Hashable {
        /// Diseases that got a value, by value.
        package var stored: [EvaluationValue: Int] = [:]
        /// Final proposals that the inspector has to set himself: what is missing, a warning each.
        package var byHand: [Finding] = []
    }

    package let intention = Intention.evaluationSet
    package let campaign: CampaignSelector
    /// Only these values; all final ones by default.
    package let values: Set<EvaluationValue>
    /// How many of each value the person confirmed; nil: however many there are.
    package let confirmed: [EvaluationValue: Int]?

    package init(
        campaign: CampaignSelector, values: Set<EvaluationValue>? = nil, confirmed: [EvaluationValue: Int]? = nil
    ) {
        self.campaign = campaign
        self.confirmed = confirmed
        self.values = values ?? Set(EvaluationValue.allCases.filter(\.isFinal))
    }

    package var department: String? { campaign.department }

    private static let chunkSize = 2048

    package func run(_ context: Context) async throws -> Outcome {
        let selector = campaign
        let campaign = try await context.database.read { try selector.running(in: $0) }
        try await context.refreshStatuses(of: selector)
        try await requireConfirmed(campaign, context)
        let ids = try await context.database.read { try $0.plannedInterventions(of: campaign.id) }
        var outcome = Outcome()
        for part in ids.chunks(of: AcceptProposals.chunkSize) {
            guard let first = part.first, let last = part.last else { continue }
            let (values, byHand) = try await accept(.range(first...last), part.count, campaign, context)
            for value in values { outcome.stored[value, default: 0] += 1 }
            outcome.byHand += byHand
        }
        return outcome
    }

    /// - Throws: `Refused` where there are more or fewer of a value than the person confirmed.
    private func requireConfirmed(_ campaign: CampaignRow, _ context: Context) async throws {
        guard let confirmed else { return }
        let now = try await ProposalCount(campaign.id, values, context)
        for value in EvaluationValue.allCases where values.contains(value) {
            guard now.total(value) != confirmed[value] ?? 0 else { continue }
            throw Refused(
                EvaluationFinding.proposalsChanged,
                ["value": value.rawValue, "seen": String(confirmed[value] ?? 0), "count": String(now.total(value))])
        }
    }

    private func accept(
        _ filter: InterventionFilter, _ count: Int, _ campaign: CampaignRow, _ context: Context
    ) async throws -> ([EvaluationValue], byHand: [Finding]) {
        var ids = try await context.database.ids(count * Disease.allCases.count + 1)
        let (values, intention, entryID) = (values, intention, ids.next())
        return try await context.database.write { [ids] connection in
            var ids = ids
            let looks = try connection.evaluationRows(of: campaign.id, filter).compactMap { $0.look(values) }
            let evaluations = looks.compactMap(\.evaluation)
            let byHand = looks.flatMap(\.missing)
            guard !evaluations.isEmpty else { return ([], byHand) }
            try connection.store(evaluations, in: campaign.id, ids: &ids, by: context.actor.login, at: context.now)
            var entry = context.entry(entryID, intention, campaign)
            entry.details = evaluations.map(AuditDetail.init)
            try connection.audit(entry)
            return (evaluations.map(\.choice.value), byHand)
        }
    }
}

extension EvaluationRow {
    /// The proposal as an evaluation, where it can be taken over without further word, else what is missing; nil where
    /// it is not final, not asked for, or evaluated already.
    func look(_ values: Set<EvaluationValue>) -> (evaluation: NewEvaluation?, missing: [Finding])? {
        guard value == nil || value == .notEvaluated, values.contains(facts.proposal.evaluation),
            facts.proposal.evaluation.isFinal
        else { return nil }
        let comment = facts.proposal.comment.map(ReasonTexts.sentence)
        let choice = EvaluationGuard.Choice(value: facts.proposal.evaluation, comment: comment)
        let missing = EvaluationGuard.objections(to: choice, facts).filter { $0.severity >= .refused }
        guard !missing.isEmpty else { return (NewEvaluation(of: self, choice), []) }
        let disease = facts.disease.rawValue
        return (nil, missing.map { Finding($0, .warning, ["intervention": number, "disease": disease]) })
    }
}
