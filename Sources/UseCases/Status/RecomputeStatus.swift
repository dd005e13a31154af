import Kernel
import Prophylaxis
import Store

/// Recomputes statuses and proposals of a campaign: on demand, on arrival of results, every night (PRO-222, AMB-19).
///
/// The campaign is walked in chunks, each read, judged and written in a short transaction of its own: memory stays
/// flat, writers wait little, and a process killed in between leaves every chunk either old or new; the same command
/// again completes. Interventions with a standing report are left as they are (PRO-223).
package struct RecomputeStatus: UseCase {
    package enum Extent: Sendable, Hashable {
        /// Every intervention of the campaign.
        case all
        /// Those whose facts changed, whose answer changes by date alone, and those never computed.
        case due
        case interventions([Int64])
    }

    package struct Outcome: Sendable, Hashable {
        /// Interventions computed.
        package var interventions = 0
        /// Nothing is computed any more: the campaign is closed, or its time is over (PRO-295, AMB-20).
        package var isOver = false
        /// How many diseases stand at each status now, among those computed.
        package var byStatus: [Status: Int] = [:]
    }

    package let intention = Intention.statusRecompute
    package let selector: CampaignSelector
    package let extent: Extent
    /// Asked for by a person: goes on until closing, beyond the nightly job's three months (AMB-20).
    package let isOnDemand: Bool

    package init(selector: CampaignSelector, extent: Extent, isOnDemand: Bool = true) {
        self.selector = selector
        self.extent = extent
        self.isOnDemand = isOnDemand
    }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        let selector = selector
        let campaign = try await context.database.read { try selector.find(in: $0) }
        return try await StatusRun(campaign: campaign, extent: extent, isOnDemand: isOnDemand).run(context)
    }
}

/// The walk itself, over a campaign that the caller has in hand: also for what another intention changed.
struct StatusRun: Sendable {
    let campaign: CampaignRow
    let extent: RecomputeStatus.Extent
    var isOnDemand = true

    /// Interventions in one chunk: three facts of some 250 bytes for each.
    private static let chunkSize = 8192

    func run(_ context: Context) async throws -> RecomputeStatus.Outcome {
        let parameters = try campaign.decodedParameters()
        var outcome = RecomputeStatus.Outcome()
        guard campaign.state == .executed, try isOpen(parameters, on: context.today) else {
            outcome.isOver = true
            return outcome
        }
        try await ReopenDecisions(campaign: campaign, parameters: parameters).run(context)
        let query = StatusQuery(campaign: campaign.id, parameters: parameters, today: context.today)
        for filter in try await filters(context) {
            let states = try await context.database.write { connection in
                let states = try assess(connection.statusFacts(query, filter), query)
                try context.announceStatuses(states, of: campaign, filter, in: connection)
                try connection.replaceStates(of: query.campaign, filter, with: states)
                return states.map(\.status)
            }
            outcome.interventions += states.count / Disease.allCases.count
            for status in states { outcome.byStatus[status, default: 0] += 1 }
        }
        return outcome
    }

    private func isOpen(_ parameters: CampaignParameters, on today: Day) throws -> Bool {
        guard !isOnDemand else { return true }
        let deadlines = try CampaignDeadlines.decide(
            .init(campaignStart: parameters.startsOn, campaignEnd: parameters.endsOn), parameters.deadlines)
        return today <= deadlines.computationUntil
    }

    private func filters(_ context: Context) async throws -> [InterventionFilter] {
        let (campaign, today) = (campaign.id, context.today)
        switch extent {
        case .all:
            let ids = try await context.database.read { try $0.plannedInterventions(of: campaign) }
            return ids.chunks(of: StatusRun.chunkSize).compactMap { part in
                guard let first = part.first, let last = part.last else { return nil }
                return .range(first...last)
            }
        case .due:
            return named(try await context.database.read { try $0.dueInterventions(of: campaign, by: today) })
        case .interventions(let ids): return named(ids.sorted())
        }
    }

    private func named(_ ids: [Int64]) -> [InterventionFilter] {
        ids.chunks(of: InterventionFilter.idLimit).map { .ids($0) }
    }
}

extension Context {
    /// Computes what waits in the campaign. Whoever evaluates or reports looks at today's facts, whether or not the
    /// night's computation has run; and whoever changes a fact sees what follows from it.
    func refreshStatuses(of selector: CampaignSelector) async throws {
        let campaign = try await database.read { try selector.find(in: $0) }
        _ = try await StatusRun(campaign: campaign, extent: .due).run(self)
    }
}

/// Judges a chunk; the rows come in order of intervention and disease.
private func assess(_ chunk: InterventionChunk, _ query: StatusQuery) throws -> [DiseaseStateRow] {
    var rows: [DiseaseStateRow] = []
    rows.reserveCapacity(chunk.facts.count)
    for position in chunk.heads.indices {
        for facts in chunk.facts(at: position) {
            let assessment = try DiseaseAssessment.assess(asOf: query.today, facts, in: query.parameters)
            rows.append(
                DiseaseStateRow(
                    intervention: chunk.heads[position].id, facts: facts, assessment: assessment,
                    computedOn: query.today))
        }
    }
    return rows
}
