import Documents
import Kernel
import Prophylaxis
import Store

/// The report that issuing would give now, as a PDF marked as a draft: no number, nothing frozen, nothing stored
/// (PRO-274).
package struct PreviewReport: UseCase {
    package let intention = Intention.reportIssue
    let campaign: CampaignSelector
    let intervention: String
    let comment: String?
    let completedOn: Day?

    package init(campaign: CampaignSelector, intervention: String, comment: String? = nil, completedOn: Day? = nil) {
        (self.campaign, self.intervention) = (campaign, intervention)
        (self.comment, self.completedOn) = (comment, completedOn)
    }

    package var department: String? { campaign.department }

    /// - Throws: `Refused` with the reasons why no report could be issued.
    package func run(_ context: Context) async throws -> PrintedFile {
        let useCase = self
        try await context.refreshStatuses(of: campaign)
        let (draft, issue) = try await context.database.read { connection in
            let campaign = try useCase.campaign.running(in: connection)
            let id = try connection.requireIntervention(useCase.intervention, of: campaign)
            if let objection = try connection.objectionToReport(id, useCase.intervention, of: campaign.id) {
                throw Refused([objection])
            }
            let chunk = try ReportChunk(connection, campaign.id, .ids([id]))
            guard let subject = chunk.subjects.first else {
                throw Refused(EvaluationFinding.reportStands, ["intervention": useCase.intervention])
            }
            let draft = try ReportDraft(subject, chunk.rows[id] ?? [], completedOn: useCase.completedOn)
            var issue = ReportIssue(
                campaign: campaign, issuer: try connection.issuer(for: context.actor),
                inspector: context.actor.name, issuedOn: context.today, comment: useCase.comment)
            issue.isDraft = true
            return (draft, issue)
        }
        return PrintedFile(
            name: "rapport-\(intervention)-brouillon.pdf", bytes: try draft.print(issue, on: Press()), documents: 1)
    }
}
