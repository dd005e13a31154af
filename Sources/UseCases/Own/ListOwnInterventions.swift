import Kernel
import Prophylaxis
import Register
import Store

package typealias OwnIntervention = Store.OwnIntervention
package typealias InterventionIdentity = Store.InterventionIdentity
package typealias HerdIdentity = Store.HerdIdentity

/// The interventions of the latest campaign in the actor's own herds, with what waits: the first page of
/// veterinarians and keepers (CAL-30).
package struct ListOwnInterventions: UseCase {
    package struct Line: Sendable {
        package let intervention: OwnIntervention
        /// Why each status is what it is, one sentence each; only where `withReasons` asks for them.
        package let reasons: [(disease: Disease, sentences: [String])]
    }

    package struct Outcome: Sendable {
        package let lines: [Line]
        /// Where the next page begins; nil on the last one.
        package let next: String?
    }

    package let intention = Intention.interventionRead
    package let department: String? = nil
    let after: String?
    let limit: Int
    let withReasons: Bool

    package static let pageSize = 100

    package init(after: String? = nil, limit: Int = pageSize, withReasons: Bool = false) {
        self.after = after
        self.limit = limit
        self.withReasons = withReasons
    }

    package func run(_ context: Context) async throws -> Outcome {
        let size = limit
        return try await context.database.read { connection in
            let found = try connection.ownInterventions(
                within: context.reach, of: context.actor.login, after: after, limit: size + 1)
            let shown = found.prefix(size)
            let lines = try shown.map { own in
                Line(intervention: own, reasons: withReasons ? try connection.reasons(of: own.identity) : [])
            }
            return Outcome(lines: lines, next: found.count > size ? shown.last?.identity.number : nil)
        }
    }
}

extension Connection {
    fileprivate func reasons(of intervention: InterventionIdentity) throws -> [(Disease, [String])] {
        guard let campaign = try campaign(intervention.campaign) else { return [] }
        let maximumDays = try campaign.decodedParameters().status.maximumDays
        let plans = try requestedPlans(of: intervention.campaign, intervention: intervention.id)
        return try shownStates(of: intervention).filter { !$0.reasons.isEmpty }.map { state in
            let sentences = StatusSentences(
                state, plans: plans, campaign: (campaign.startsOn, campaign.endsOn), maximumDays: maximumDays)
            return (state.disease, sentences.all)
        }
    }
}
