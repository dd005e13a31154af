import Kernel
import Prophylaxis
import Store

/// Invalidates a report with a reason, so that its next version can be issued; the earlier one stays readable
/// (PRO-276).
package struct InvalidateReport: UseCase {
    package let intention = Intention.reportInvalidate
    package let campaign: CampaignSelector
    package let report: String
    /// nil: the reason of the draft that a contradicting result has opened.
    package let reason: String?

    package init(campaign: CampaignSelector, report: String, reason: String?) {
        self.campaign = campaign
        self.report = report
        self.reason = reason
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws {
        if let reason, reason.isEmpty { throw Refused(EvaluationFinding.reasonMissing) }
        let (useCase, id) = (self, try await context.database.id())
        try await context.database.write { connection in
            let campaign = try useCase.campaign.running(in: connection)
            try context.requireBasis(connection, in: campaign)
            guard let report = try connection.report(number: useCase.report), report.campaign == campaign.id else {
                throw Refused(EvaluationFinding.reportUnknown, ["report": useCase.report])
            }
            guard report.invalidatedOn == nil else {
                throw Refused(EvaluationFinding.reportInvalidated, ["report": useCase.report])
            }
            let draft = try InvalidationDraft.drafts(
                of: connection.contradictions(campaign: campaign.id, report: report.number)
            ).first
            guard let reason = useCase.reason ?? draft?.reason else { throw Refused(EvaluationFinding.reasonMissing) }
            try connection.invalidate(report, on: context.today, by: context.actor.login, reason: reason)
            try connection.closeContradictions(
                campaign: campaign.id, intervention: report.intervention, by: context.actor.login, on: context.today,
                reason: "\(report.number) version \(report.version) : invalidé")
            // Its computation goes on from here (PRO-223).
            try connection.markStatesDue(
                campaign: campaign.id, interventions: [report.intervention], on: context.today)
            try connection.audit(
                context.entry(
                    id, useCase.intention, campaign, subject: "report:\(report.number):\(report.version)"))
        }
        try await context.refreshStatuses(of: campaign)
    }
}
