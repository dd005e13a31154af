import Kernel
import Prophylaxis
import Store

/// Validates the set-up: the check lists of steps 3 to 5 find nothing that stops it (PRO-98).
package struct ValidateCampaign: UseCase {
    package let intention = Intention.campaignValidate
    package let selector: CampaignSelector

    /// The set-up that the person saw (`ReadCampaign.Outcome.stamp`); nil: as it stands.
    package let seen: String?

    package init(selector: CampaignSelector, seen: String? = nil) {
        self.selector = selector
        self.seen = seen
    }

    package var department: String? { selector.department }

    /// - Returns: the remarks that do not stop it.
    package func run(_ context: Context) async throws -> [CheckItem] {
        let (useCase, auditID) = (self, try await context.database.id())
        return try await context.database.write { connection in
            var campaign = try selector.lock(in: connection)
            try campaign.require(.draft, .validated)
            try campaign.requireSeen(useCase.seen)
            let facts = try connection.setupFacts(of: campaign, for: context.actor, today: context.today)
            let items = try facts.checkSetup()
            if campaign.state == .validated { return items }
            campaign.state = .validated
            campaign.validatedAt = context.now
            campaign.validatedBy = context.actor.login
            try connection.update(campaign)
            try connection.audit(
                context.entry(auditID, intention, campaign), parametersOf: campaign, at: context.now)
            return items
        }
    }
}

extension SetupFacts {
    /// The check lists before the execution.
    /// - Throws: `Refused` with everything that stops it.
    func checkSetup() throws -> [CheckItem] {
        let items = try check(CheckStep.allCases)
        let blocking = items.filter(\.blocks)
        guard blocking.isEmpty else {
            let summary = Finding(
                CampaignFinding.setupBlocked, .fatal,
                ["campaign": campaign.title, "count": String(blocking.count)])
            throw Refused(blocking.map(\.finding) + [summary])
        }
        return items
    }
}
