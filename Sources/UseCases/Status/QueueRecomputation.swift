import Kernel
import Store

/// Recomputes all statuses of a campaign in the background, on demand (PRO-222).
package struct QueueRecomputation: UseCase {
    package let intention = Intention.statusRecompute
    package let campaign: CampaignSelector
    package let title: String

    package init(campaign: CampaignSelector, title: String) {
        self.campaign = campaign
        self.title = title
    }

    package var department: String? { campaign.department }

    /// - Returns: the number of the job.
    /// - Throws: `Refused` for a campaign in which nothing is computed: not executed yet, or closed.
    package func run(_ context: Context) async throws -> Int64 {
        let selector = campaign
        _ = try await context.database.read { try selector.running(in: $0) }
        return try await QueueJob(RecomputationWork(campaign: campaign), title: title).run(context)
    }
}
