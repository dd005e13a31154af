import Kernel
import Store

/// The campaign to which an intervention belongs, as commands and pages name it.
package struct FindCampaign: UseCase {
    package let intention = Intention.campaignRead
    let intervention: InterventionIdentity

    package init(of intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws -> CampaignSelector {
        let id = intervention.campaign
        guard let campaign = try await context.database.read({ try $0.campaign(id) }) else {
            throw Refused(
                CampaignFinding.campaignUnknown, ["department": intervention.department, "year": "-", "name": "-"])
        }
        return CampaignSelector(
            department: campaign.department, year: campaign.prophylaxisYear, name: campaign.name)
    }
}
