import Kernel
import Prophylaxis
import Store

/// Records what the authority does about a report that is not compliant; also after closing (PRO-279, PRO-288).
package struct RecordFollowUp: UseCase {
    package let intention = Intention.followUpRecord
    package let campaign: CampaignSelector
    package let report: String
    package let code: FollowUpCode
    package let comment: String?

    package init(campaign: CampaignSelector, report: String, code: FollowUpCode, comment: String? = nil) {
        self.campaign = campaign
        self.report = report
        self.code = code
        self.comment = comment
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws {
        var ids = try await context.database.ids(2)
        let (useCase, followUpID, entryID) = (self, ids.next(), ids.next())
        try await context.database.write { connection in
            let campaign = try useCase.campaign.find(in: connection)
            guard let report = try connection.report(number: useCase.report), report.campaign == campaign.id else {
                throw Refused(EvaluationFinding.reportUnknown, ["report": useCase.report])
            }
            guard report.invalidatedOn == nil else {
                throw Refused(EvaluationFinding.reportInvalidated, ["report": useCase.report])
            }
            guard report.value.isNonCompliant else {
                throw Refused(EvaluationFinding.followUpOnCompliant, ["report": useCase.report])
            }
            try connection.recordFollowUp(
                followUpID, useCase.code, on: report.id, by: context.actor.login,
                (context.today, useCase.comment, context.now))
            try connection.audit(
                context.entry(
                    entryID, useCase.intention, campaign, subject: "report:\(report.number):\(report.version)"))
        }
    }
}
