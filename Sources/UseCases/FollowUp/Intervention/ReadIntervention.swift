import Kernel
import Prophylaxis
import Register
import Store

package typealias InterventionSummaryRow = Store.InterventionSummaryRow

/// One intervention in short: its herd, its three diseases with status and reasons, its report.
package struct InterventionSummary: Sendable {
    package struct Reason: Sendable {
        package let code: String
        /// With its figures and its paragraph.
        package let sentence: String
    }

    package struct Disease: Sendable {
        package let state: ShownState
        package let evaluation: String?
        package let reasons: [Reason]
    }

    package let head: InterventionSummaryRow
    package let diseases: [Disease]
}

/// Reads one intervention by its number in one snapshot. Of those that bear the number the last campaign's counts; one
/// out of reach answers like one that is not there.
package struct ReadIntervention: UseCase {
    package let intention = Intention.interventionRead
    package let department: String? = nil
    package let number: String

    package init(_ number: String) { self.number = number }

    package func run(_ context: Context) async throws -> InterventionSummary {
        let (number, reach) = (number, context.reach)
        return try await context.database.read { connection in
            guard let head = try connection.interventionSummary(numbered: number, within: reach) else {
                throw Refused(RegisterEditFinding.interventionUnknown, ["value": number])
            }
            return InterventionSummary(
                head: head,
                diseases: try connection.diseases(of: head.identity, (head.campaign.starts, head.campaign.ends)))
        }
    }
}

extension Connection {
    /// The diseases of an intervention with why they stand as they do.
    func diseases(
        of intervention: InterventionIdentity, _ campaign: (starts: Day, ends: Day)
    ) throws -> [InterventionSummary.Disease] {
        let states = try shownStates(of: intervention)
        let plans = try requestedPlans(of: intervention.campaign, intervention: intervention.id)
        let evaluations = try standingEvaluations(of: intervention)
        // The parameters are a page of JSON: they are read only where a sentence needs one of them.
        let isSlow = states.contains { $0.reasons.contains(.tooManyDays) }
        let maximumDays =
            isSlow ? try self.campaign(intervention.campaign)?.decodedParameters().status.maximumDays : nil
        return states.map { state in
            let sentences = StatusSentences(
                state, plans: plans, campaign: (campaign.starts, campaign.ends), maximumDays: maximumDays ?? 0)
            return InterventionSummary.Disease(
                state: state, evaluation: evaluations[state.disease.rawValue],
                reasons: zip(state.reasons, sentences.all).map {
                    InterventionSummary.Reason(code: $0.rawValue, sentence: $1)
                })
        }
    }
}
