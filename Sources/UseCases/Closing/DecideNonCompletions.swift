import Kernel
import Prophylaxis
import Store

/// Decides of several interventions that nobody carried out for a valid reason, one after the other: each by an act of
/// its own, and what is refused stays as it is (PRO-284, PRO-290).
package struct DecideNonCompletions: UseCase {
    package struct Outcome: Sendable {
        package var decided = 0
        package var refusals: [Finding] = []
    }

    package let intention = Intention.nonCompletionDecide
    package let campaign: CampaignSelector
    package let interventions: [String]
    package let code: NonCompletionCode
    package let reason: String?

    package init(campaign: CampaignSelector, interventions: [String], code: NonCompletionCode, reason: String?) {
        self.campaign = campaign
        self.interventions = interventions
        self.code = code
        self.reason = reason
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> Outcome {
        guard !interventions.isEmpty else { throw Refused(FollowUpFinding.nothingSelected) }
        let selector = campaign
        let open = try await context.database.read { connection in
            Set(try connection.untreatedInterventions(of: selector.running(in: connection).id).map(\.number))
        }
        var outcome = Outcome()
        for number in interventions {
            guard open.contains(number) else {
                outcome.refusals.append(
                    Finding(FollowUpFinding.treatedMeanwhile, .refused, ["intervention": number]))
                continue
            }
            do {
                try await DecideNonCompletion(
                    campaign: campaign, intervention: number, code: code, reason: reason
                ).run(context)
                outcome.decided += 1
            } catch let refused as Refused {
                outcome.refusals += refused.findings
            }
        }
        return outcome
    }
}
