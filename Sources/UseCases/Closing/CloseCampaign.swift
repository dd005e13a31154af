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
    /// How many interventions remained when the person decided; nil: whatever remains.
    package let seen: Int?

    package init(selector: CampaignSelector, overrideReason: String? = nil, seen: Int? = nil) {
        self.selector = selector
        self.overrideReason = overrideReason
        self.seen = seen
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
            let remaining = try connection.remaining(in: campaign, seen: useCase.seen)
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
    /// In the authority's own words, beside that it was forced.
    package let reason: String?
    /// How many interventions remained when the person decided; nil: whatever remains.
    package let seen: Int?

    package init(selector: CampaignSelector, reason: String? = nil, seen: Int? = nil) {
        self.selector = selector
        self.reason = reason
        self.seen = seen
    }

    package var department: String? { selector.department }

    @discardableResult
    package func run(_ context: Context) async throws -> Int {
        if let reason, reason.allSatisfy(\.isWhitespace) { throw Refused(FollowUpFinding.closeReasonMissing) }
        let (useCase, auditID) = (self, try await context.database.id())
        return try await context.database.write { connection in
            let campaign = try useCase.selector.lock(in: connection)
            try campaign.require(.executed)
            let after = try campaign.deadlines().forcedClosingAfter
            guard context.today > after else {
                throw Refused(
                    FollowUpFinding.forcedClosingTooEarly, ["campaign": campaign.title, "after": after.french])
            }
            let remaining = try connection.remaining(in: campaign, seen: useCase.seen)
            let reason = ["clôture d'office", useCase.reason].compactMap(\.self).joined(separator: " : ")
            try connection.closeCampaign(
                campaign.id, by: context.actor.login, on: context.today, reason: reason)
            var entry = context.entry(auditID, useCase.intention, campaign)
            entry.details = [
                AuditDetail(
                    subject: "untreated:\(remaining)",
                    outcome: ["forced", useCase.reason].compactMap(\.self).joined(separator: ": "))
            ]
            try connection.audit(entry)
            return remaining
        }
    }
}

extension Connection {
    /// How many interventions are untreated.
    /// - Throws: `Refused` where that is not what the person saw.
    fileprivate func remaining(in campaign: CampaignRow, seen: Int?) throws -> Int {
        let remaining = try untreatedInterventions(of: campaign.id).count
        guard let seen, seen != remaining else { return remaining }
        throw Refused(
            FollowUpFinding.closingChanged, ["campaign": campaign.title, "count": String(remaining)])
    }
}
