import Kernel
import Register
import UseCases

/// What the page offers on the whole campaign while it runs: taking over the proposals, computing anew.
struct FollowUpDeeds: Sendable {
    let proposals: String?
    let recompute: String?

    init(_ campaign: CampaignAddress, level: String, isRunning: Bool, _ role: Role) {
        func may(_ intention: Intention) -> Bool { isRunning && level == "1" && Access.may(intention).allows(role) }
        proposals = may(.evaluationSet) ? campaign.path("propositions") : nil
        recompute = may(.statusRecompute) ? campaign.path("calcul") : nil
    }
}
