import Kernel
import Store

/// A campaign's dates and how far it is, for pages that offer what its state allows.
package struct ReadCampaign: UseCase {
    package struct Outcome: Sendable, Hashable {
        package let state: String
        package let startsOn: Day
        package let endsOn: Day
        /// Executed and not closed: what is evaluated, reported and computed still changes.
        package let isRunning: Bool
        /// Not executed: its set-up is free to change.
        package let isInPreparation: Bool
    }

    package let intention = Intention.campaignRead
    package let selector: CampaignSelector

    package init(_ selector: CampaignSelector) { self.selector = selector }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        let selector = selector
        let campaign = try await context.database.read { try selector.find(in: $0) }
        return Outcome(
            state: campaign.state.rawValue, startsOn: campaign.startsOn, endsOn: campaign.endsOn,
            isRunning: campaign.state == .executed, isInPreparation: !campaign.state.isFollowed)
    }
}
