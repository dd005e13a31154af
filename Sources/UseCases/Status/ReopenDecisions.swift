import Kernel
import Prophylaxis
import Store

/// Takes decisions of non-completion back that later results or entries of cattle contradict (decision 8), with their
/// trace, and tells the delegate: the intervention is to be carried out or evaluated after all.
struct ReopenDecisions: Sendable {
    static let workItem = "non-completion-reopened"

    let campaign: CampaignRow
    let parameters: CampaignParameters

    func run(_ context: Context) async throws {
        let (campaign, window) = (campaign, MilkWindow(campaignStart: parameters.startsOn))
        let ages = [parameters.sampling.minimumAgeMonths, parameters.tuberculin.minimumAgeMonths]
        let bornBy = context.today.adding(months: -(ages.min() ?? 0))
        let contradicted: @Sendable (Connection) throws -> [ContradictedDecision] = { connection in
            try connection.contradictedDecisions(
                of: campaign.id, milk: (from: window.start, until: window.end), bornBy: bornBy)
        }
        guard try await !context.database.read(contradicted).isEmpty else { return }
        let entryID = try await context.database.id()
        try await context.database.write { connection in
            let decisions = try contradicted(connection)
            var entry = context.entry(entryID, .nonCompletionDecide, campaign)
            for decision in decisions {
                try connection.revokeNonCompletion(
                    of: (campaign.id, decision.intervention), by: context.actor.login,
                    (context.today, decision.cause.french))
                var alert = ResultAlert(
                    .delegate, ReopenDecisions.workItem, department: campaign.department, subject: "",
                    facts: try CanonicalJSON.string(["cause": decision.cause.rawValue]))
                (alert.campaign, alert.intervention) = (campaign.id, decision.intervention)
                try connection.raise([alert], on: context.today)
                entry.details.append(
                    AuditDetail(
                        subject: "intervention:\(decision.number)", outcome: "reopened-by-\(decision.cause.rawValue)"))
            }
            try connection.markStatesDue(
                campaign: campaign.id, interventions: decisions.map(\.intervention), on: context.today)
            if !decisions.isEmpty { try connection.audit(entry) }
        }
    }
}

extension ContradictedDecision.Cause {
    fileprivate var french: String {
        switch self {
        case .results: "des résultats sont arrivés depuis la décision"
        case .entries: "des bovins sont entrés depuis la décision"
        }
    }
}
