import Kernel
import Prophylaxis
import Store

/// Takes an intervention out of an executed campaign, with its reason (PRO-76, PRO-78). It stays visible, its number
/// is never given again. Once a visit, a result or a report is there, it is brought to its end instead.
package struct WithdrawHerd: UseCase {
    package let intention = Intention.interventionAdd
    package let selector: CampaignSelector
    package let number: String
    package let reason: String

    package init(selector: CampaignSelector, number: String, reason: String) {
        self.selector = selector
        self.number = number
        self.reason = reason
    }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> InterventionRow {
        guard !reason.isEmpty else { throw Refused(CampaignFinding.reasonMissing) }
        let ids = try await context.database.ids(2)
        return try await context.database.write { connection in
            let campaign = try selector.lock(in: connection)
            try campaign.require(.executed)
            let row = try connection.requireInterventionRow(number, of: campaign)
            var ids = ids
            let withdrawn = try connection.withdraw(row, reason: reason, ids: &ids, context)
            try connection.audit(
                context.entry(ids.next(), intention, campaign, subject: "intervention:\(number)"))
            return withdrawn
        }
    }
}

extension Connection {
    /// Withdraws with a note; takes one id.
    @discardableResult
    func withdraw(
        _ row: InterventionRow, reason: String, ids: inout IDRange, _ context: Context
    ) throws -> InterventionRow {
        guard row.state == .planned else {
            throw Refused(CampaignFinding.alreadyWithdrawn, ["number": row.number])
        }
        guard let campaign = try campaign(row.campaign) else { return row }
        let window = MilkWindow(campaignStart: campaign.startsOn)
        guard try !hasResults(row, milkFrom: window.start, to: window.end) else {
            throw Refused(CampaignFinding.hasResults, ["number": row.number])
        }
        var withdrawn = row
        withdrawn.state = .withdrawn
        withdrawn.stateReason = reason
        try setState(of: withdrawn)
        try insert([
            InterventionNote(
                id: ids.next(), of: row, kind: "withdrawn", written: (context.actor.login, context.now), text: reason)
        ])
        return withdrawn
    }
}
