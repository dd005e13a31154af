import Kernel
import Store

/// Sets the day of a retest's visit: the authority, or its delegate where the convention leaves that to it, once the
/// authority has ordered it (PRO-207, PRO-262).
package struct PlanRetest: UseCase {
    package let intention = Intention.retestPlan
    package let campaign: CampaignSelector
    /// Number of the second intervention.
    package let intervention: String
    package let day: Day

    package init(campaign: CampaignSelector, intervention: String, on day: Day) {
        self.campaign = campaign
        self.intervention = intervention
        self.day = day
    }

    package var department: String? { campaign.department }

    /// - Throws: `Refused` for an intervention that is no retest, one that is over, a day outside of its time limit.
    package func run(_ context: Context) async throws {
        let (useCase, entryID) = (self, try await context.database.id())
        try await context.database.write { connection in
            let campaign = try useCase.campaign.running(in: connection)
            let id = try connection.requireIntervention(useCase.intervention, of: campaign)
            guard let retest = try connection.openRetest(campaign: campaign.id, carriedOutBy: id) else {
                throw Refused(EvaluationFinding.retestUnknown, ["intervention": useCase.intervention])
            }
            let from = max(retest.notifiedOn ?? context.today, context.today)
            if let until = retest.dueBy, !(from...max(from, until)).contains(useCase.day) {
                throw Refused(
                    EvaluationFinding.retestDay, ["from": from.french, "until": max(from, until).french])
            }
            try connection.setPlannedDay(useCase.day, campaign: campaign.id, intervention: id)
            var entry = context.entry(
                entryID, useCase.intention, campaign, subject: "intervention:\(useCase.intervention)")
            entry.details = [
                AuditDetail(
                    subject: "intervention:\(useCase.intervention)", outcome: "planned-\(useCase.day.description)")
            ]
            try connection.audit(entry)
        }
    }
}
