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
        /// Another one as soon as a parameter changes.
        package let stamp: String
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
            isRunning: campaign.state == .executed, isInPreparation: !campaign.state.isFollowed,
            stamp: campaign.stamp)
    }
}

extension CampaignRow {
    /// The same as long as nobody changes the set-up.
    var stamp: String { String(ContentDigest(of: Array(parametersJSON.utf8)).hex.prefix(16)) }

    /// - Throws: `Refused` where the set-up is not as the person saw it; nil looks at nothing.
    func requireSeen(_ stamp: String?) throws {
        guard let stamp, stamp != self.stamp else { return }
        throw Refused(CampaignFinding.setupChanged, ["campaign": title])
    }
}
