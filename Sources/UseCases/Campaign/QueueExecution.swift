import Kernel
import Store

/// Executes a campaign in the background, after saying at once what would stop it (PRO-106).
package struct QueueExecution: UseCase {
    package let intention = Intention.campaignExecute
    package let selector: CampaignSelector
    package let title: String
    /// The set-up that the person saw (`ReadCampaign.Outcome.stamp`).
    package let seen: String

    package init(selector: CampaignSelector, title: String, seen: String) {
        self.selector = selector
        self.title = title
        self.seen = seen
    }

    package var department: String? { selector.department }

    /// - Returns: the number of the job.
    package func run(_ context: Context) async throws -> Int64 {
        let useCase = self
        try await context.database.read { connection in
            let campaign = try useCase.selector.find(in: connection)
            try campaign.require(.validated)
            try campaign.requireSeen(useCase.seen)
            _ = try connection.setupFacts(of: campaign, for: context.actor, today: context.today).checkSetup()
        }
        return try await QueueJob(ExecutionWork(campaign: selector), title: title).run(context)
    }
}
