import Kernel
import Store

/// The interventions and plans of a validated campaign. Run again after a worker was killed, it finds them made.
package struct ExecutionWork: JobWork {
    package static let kind = JobKind.campaignExecution
    package let campaign: CampaignSelector
    package var intention: Intention { .campaignExecute }
    package var department: String? { campaign.department }

    package init(campaign: CampaignSelector) { self.campaign = campaign }

    package func run(_ run: JobRun) async throws -> JobReport {
        run.board.tell("executing")
        let outcome = try await ExecuteCampaign(selector: campaign).perform(run.context)
        return JobReport(
            counts: [
                "interventions": outcome.interventions, "bloodPlans": outcome.bloodPlans,
                "milkPlans": outcome.milkPlans, "skinPlans": outcome.skinPlans,
                "withoutVeterinarian": outcome.withoutVeterinarian,
            ], findings: [], hasRefusals: false)
    }
}
