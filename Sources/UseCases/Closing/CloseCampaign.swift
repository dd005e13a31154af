import Kernel
import Prophylaxis
import Store

/// Closes a campaign: status computation, evaluation and reports stop; the authority still records follow-ups
/// (PRO-278, PRO-279).
package struct CloseCampaign: UseCase {
    package let intention = Intention.campaignClose
    package let selector: CampaignSelector
    /// Why it is closed although interventions remain untreated (AMB-25); nil: they stop it.
    package let overrideReason: String?

    package init(selector: CampaignSelector, overrideReason: String? = nil) {
        self.selector = selector
        self.overrideReason = overrideReason
    }

    package var department: String? { selector.department }

    /// - Returns: how many interventions remained untreated.
    @discardableResult
    package func run(_ context: Context) async throws -> Int {
        if let overrideReason, overrideReason.allSatisfy(\.isWhitespace) {
            throw Refused(FollowUpFinding.closeReasonMissing)
        }
        let (useCase, auditID) = (self, try await context.database.id())
        return try await context.database.write { connection in
            let campaign = try useCase.selector.lock(in: connection)
            try campaign.require(.executed)
            let deadlines = try campaign.deadlines()
            guard context.today >= deadlines.closingFrom else {
                throw Refused(
                    FollowUpFinding.closingTooEarly,
                    ["campaign": campaign.title, "from": deadlines.closingFrom.french])
            }
            let remaining = try connection.untreatedInterventions(of: campaign.id).count
            guard remaining == 0 || useCase.overrideReason != nil else {
                throw Refused(
                    FollowUpFinding.interventionsUntreated,
                    ["campaign": campaign.title, "count": String(remaining)])
            }
            try connection.closeCampaign(
                campaign.id, by: context.actor.login, on: context.today, reason: useCase.overrideReason)
            var entry = context.entry(auditID, useCase.intention, campaign)
            if let reason = useCase.overrideReason {
                entry.details = [AuditDetail(subject: "untreated:\(remaining)", outcome: reason)]
            }
            try connection.audit(entry)
            return remaining
        }
    }
}

/// Closes a campaign that is still open after 15 September: the national authority's, whatever remains (PRO-281).
package struct ForceCloseCampaign: UseCase {
    package let intention = Intention.campaignForceClose
    package let selector: CampaignSelector

    package init(selector: CampaignSelector) { self.selector = selector }

    package var department: String? { selector.department }

    @discardableResult
    package func run(_ context: Context) async throws -> Int {
        let (useCase, auditID) = (self, try await context.database.id())
        return try await context.database.write { connection in
            let campaign = try useCase.selector.lock(in: connection)
            try campaign.require(.executed)
            let after = try campaign.deadlines().forcedClosingAfter
            guard context.today > after else {
                throw Refused(
                    FollowUpFinding.forcedClosingTooEarly, ["campaign": campaign.title, "after": after.french])
            }
            let remaining = try connection.untreatedInterventions(of: campaign.id).count
            try connection.closeCampaign(
                campaign.id, by: context.actor.login, on: context.today, reason: "clôture d'office")
            var entry = context.entry(auditID, useCase.intention, campaign)
            entry.details = [AuditDetail(subject: "untreated:\(remaining)", outcome: "forced")]
            try connection.audit(entry)
            return remaining
        }
    }
}
