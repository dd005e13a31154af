import Kernel
import Prophylaxis
import Store

/// What taking over the final proposals would store, and what it leaves to the inspector and why: looked at before the
/// act (AMB-14). Stores nothing.
package struct PreviewProposals: UseCase {
    package typealias Outcome = ProposalCount

    package let intention = Intention.evaluationSet
    package let campaign: CampaignSelector

    package init(campaign: CampaignSelector) { self.campaign = campaign }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> ProposalCount {
        let selector = campaign
        let campaign = try await context.database.read { try selector.running(in: $0) }
        try await context.refreshStatuses(of: selector)
        return try await ProposalCount(campaign.id, Set(EvaluationValue.allCases.filter(\.isFinal)), context)
    }
}

/// The proposals of a campaign that can be taken over, and those that cannot.
package struct ProposalCount: Sendable, Hashable {
    /// Disease and value → how many can be taken over.
    package private(set) var ready: [Disease: [EvaluationValue: Int]] = [:]
    /// Final proposals that the inspector has to set himself: what is missing, a warning each.
    package private(set) var byHand: [Finding] = []
    /// Diseases whose proposal may still change.
    package private(set) var provisional = 0
    /// Diseases that somebody evaluated: they stay as they are.
    package private(set) var evaluated = 0

    package func total(_ value: EvaluationValue) -> Int { ready.values.reduce(0) { $0 + ($1[value] ?? 0) } }

    private static let chunkSize = 4096

    init(_ campaign: Int64, _ values: Set<EvaluationValue>, _ context: Context) async throws {
        let ids = try await context.database.read { try $0.plannedInterventions(of: campaign) }
        for part in ids.chunks(of: ProposalCount.chunkSize) {
            guard let first = part.first, let last = part.last else { continue }
            let rows = try await context.database.read { try $0.evaluationRows(of: campaign, .range(first...last)) }
            for row in rows { count(row, values) }
        }
    }

    private mutating func count(_ row: EvaluationRow, _ values: Set<EvaluationValue>) {
        if let value = row.value, value != .notEvaluated {
            evaluated += 1
        } else if let look = row.look(values) {
            byHand += look.missing
            if look.evaluation != nil {
                ready[row.facts.disease, default: [:]][row.facts.proposal.evaluation, default: 0] += 1
            }
        } else if !row.facts.proposal.evaluation.isFinal {
            provisional += 1
        }
    }
}
