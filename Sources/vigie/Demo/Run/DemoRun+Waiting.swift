import Exchange
import Kernel
import Prophylaxis
import Store
import UseCases

/// What a campaign that is left open has on everybody's lists on its last morning.
extension DemoRun {
    private var lastDay: Day { plan.servedOn.adding(days: -1) }

    func leaveWork() async throws {
        try await reportWithoutFollowUp()
        try await receiveFreshResults()
    }

    /// A report C on which the authority has not decided yet; the other proposals stay open.
    private func reportWithoutFollowUp() async throws {
        let context = try await cast.context(.inspector, on: lastDay)
        var filter = FollowUpFilter()
        (filter.isUnevaluated, filter.hasNonNegative, filter.limit) = (true, true, 50)
        let rows = try await ListFollowUp(campaign: campaign, filter: filter).perform(context).rows
        let proposal = EvaluationValue.sanitaryNonCompliance
        let suspect = rows.first { row in
            let open = row.diseases.filter { $0.evaluation == nil && !$0.plans.isEmpty }
            return !open.isEmpty && open.allSatisfy { $0.proposal == proposal.rawValue }
        }
        guard let suspect else { return }
        try await step("Rapport C sans suite encore", on: lastDay) {
            let open = suspect.diseases.filter { $0.evaluation == nil && !$0.plans.isEmpty }
            let choice = EvaluationGuard.Choice(value: proposal, comment: "Non négatif, l'autorité est avertie")
            _ = try await SetEvaluation(
                campaign: campaign, interventions: [suspect.number],
                choices: Dictionary(open.map { ($0.disease, choice) }) { first, _ in first }
            ).perform(context)
            let outcome = try await IssueReports(campaign: campaign, interventions: [suspect.number]).perform(context)
            return counted(outcome.issued.values.reduce(0, +), "rapport")
        }
    }

    /// The laboratory's file of that morning: a positive, an answer that is neither yes nor no, a positive tube of an
    /// animal that nobody knows.
    private func receiveFreshResults() async throws {
        let fresh = visits.values
            .filter { !$0.isLeaving && [.afterReminder, .never].contains(story($0)) && !$0.blood.isEmpty }
            .sorted { $0.intervention < $1.intervention }
        guard !fresh.isEmpty else { return }
        let requests = blood.fresh(Array(fresh.prefix(2)), on: lastDay.adding(days: -8))
        let file = try blood.write(requests, on: lastDay, reference: "lot-frais")
        try await receive([file], "Derniers résultats sang")
        try await computeDue(on: lastDay)
    }
}
