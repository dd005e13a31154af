import Kernel
import Prophylaxis
import Register
import Store

package typealias OpenResult = Store.OpenResult
package typealias SerumRequestEntry = Store.SerumRequestEntry
package typealias SerumShortfall = Store.SerumShortfall

/// What the forms of an intervention's page begin with.
package struct OpenActs: Sendable {
    /// An animal that one person wants off the list, until a second agrees (decision 7).
    package struct Proposal: Sendable, Hashable {
        package let animal: String
        package let by: String
        package let reason: String
    }

    /// What who looks may do here, by policy and convention.
    package let offered: Set<Intention>
    package let plans: [Disease: Set<Matrix>]
    /// Blood results that the laboratory left open, those that wait first.
    package let openResults: [OpenResult]
    /// Diseases whose analyses a serum bank may complete and was not asked to.
    package let shortfalls: [SerumShortfall]
    package let serumRequests: [SerumRequestEntry]
    /// The first visit, sample or injection.
    package let begunOn: Day?
    /// Animals on the list that nobody has a result of, nor wants off it.
    package let cancellable: [String]
    package let proposals: [Proposal]
    package let hasTuberculinReport: Bool
}

extension Connection {
    func acts(of intervention: InterventionIdentity, _ context: Context) throws -> OpenActs {
        let plans = try requestedPlans(of: intervention.campaign, intervention: intervention.id)
        let progress = try documentProgress(campaign: intervention.campaign, intervention: intervention.id)
        let listed = try requestedAnimals(campaign: intervention.campaign, .ids([intervention.id]))
            .filter { !$0.row.isCancelled }
        let requests = try serumRequests(of: intervention)
        return OpenActs(
            offered: try DelegationGate.offered(
                to: context.actor, in: intervention.department, self),
            plans: Dictionary(grouping: plans, by: \.disease).mapValues { Set($0.map(\.matrix)) },
            openResults: try openResults(of: intervention),
            shortfalls: try shortfalls(of: intervention, asked: Set(requests.map(\.disease))),
            serumRequests: requests, begunOn: progress.begunOn,
            cancellable: listed.filter { animal in
                !animal.row.isProposedForCancellation && !progress.animalsWithResult.contains(animal.row.animal)
            }.map(\.number).sorted(),
            proposals: listed.filter(\.row.isProposedForCancellation).map { animal in
                OpenActs.Proposal(
                    animal: animal.number, by: animal.row.cancelledBy ?? "", reason: animal.row.cancelReason ?? "")
            },
            hasTuberculinReport: try hasTuberculinReport(intervention))
    }

    /// The same diseases as the work list of serum banks names for a campaign.
    private func shortfalls(
        of intervention: InterventionIdentity, asked: Set<Disease>
    ) throws -> [SerumShortfall] {
        let states = try shownStates(of: intervention)
        let short = states.filter { state in
            [.underSampled, .underSampledCurable].contains(state.proposal.reason) && state.tested > 0
                && state.disease != .tuberculosis && !asked.contains(state.disease)
        }.map(\.disease)
        guard !short.isEmpty else { return [] }
        return try serumShortfalls(of: intervention.campaign, .ids([intervention.id]))
            .filter { short.contains($0.disease) }
    }
}
