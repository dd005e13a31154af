import Exchange
import Kernel
import Prophylaxis
import Store
import UseCases

/// The last months: first reports, a report that a late result contradicts, herds that are no more.
extension DemoRun {
    func issueFirstReports() async throws {
        let context = try await cast.context(.inspector, on: plan.firstReportsOn)
        try await recompute(context, "Statuts recalculés")
        decisions = try await ExplainedDecision.choose([.withoutAnomaly], campaign, in: database)
        try await step("Premiers rapports émis", on: plan.firstReportsOn) {
            let conclusive: Set<EvaluationValue> = [.compliant, .withoutObject, .notDelegated]
            let accepted = try await AcceptProposals(campaign: campaign, values: conclusive).perform(context)
            let outcome = try await IssueReports(campaign: campaign).perform(context)
            let issued = outcome.issued.values.reduce(0, +)
            return "évaluations A \(grouped(accepted.stored[.compliant] ?? 0)), rapports \(grouped(issued))"
        }
    }

    func receiveLateResults() async throws {
        let reminded = visits.values.filter { story($0) == .afterReminder }
            .sorted { $0.intervention < $1.intervention }
        let files = try blood.write(reminded, stories, from: plan.remindedOn.adding(days: 3))
        try await receive(files, "Résultats sang de printemps")
        try await receiveTuberculin(of: reminded, "de printemps", from: plan.remindedOn.adding(days: 3))
    }

    func receiveCorrections() async throws {
        let corrected = blood.corrected
        guard !corrected.isEmpty else { return }
        let file = try blood.write(blood.positives(corrected), on: plan.correctionsOn, reference: "corrections")
        try await receive([file], "Résultats corrigés")
        try await replaceContradicted(corrected.map(\.intervention))
    }

    /// A report stands although a positive has come: it is invalidated with its reason, and made again.
    private func replaceContradicted(_ numbers: [String]) async throws {
        let reported = try await standingReports(of: numbers)
        let context = try await cast.context(.inspector, on: plan.correctionsOn.adding(days: 1))
        try await step("Rapports contredits refaits", on: context.today) {
            for number in reported {
                try await InvalidateReport(
                    campaign: campaign, report: reportNumber(number), reason: "Leucose positive, résultat reçu depuis"
                ).perform(context)
            }
            _ = try await RecomputeStatus(selector: campaign, extent: .all).perform(context)
            var issued = 0
            for number in reported {
                let choice = EvaluationGuard.Choice(
                    value: .sanitaryNonCompliance, comment: "Résultat reçu après le premier rapport")
                _ = try await SetEvaluation(campaign: campaign, interventions: [number], choices: [.leukosis: choice])
                    .perform(context)
                let outcome = try await IssueReports(campaign: campaign, interventions: [number]).perform(context)
                issued += outcome.issued.values.reduce(0, +)
            }
            return "\(counted(reported.count, "rapport invalidé")), \(counted(issued, "nouvelle version"))"
        }
    }

    private func standingReports(of numbers: [String]) async throws -> [String] {
        let reports = numbers.map { ($0, reportNumber($0)) }
        return try await database.read { connection in
            try reports.filter { _, report in
                guard let row = try connection.report(number: report) else { return false }
                return row.invalidatedOn == nil
            }.map(\.0)
        }
    }

    func reportNumber(_ intervention: String) -> String { "RI-\(plan.department)-\(intervention)" }

    /// Herds that are no more, or have no cattle: a decision in place of a report.
    func decideNonCompletion() async throws {
        let context = try await cast.context(.inspector, on: plan.nonCompletionOn)
        let gone = visits.values.filter(\.isLeaving).sorted { $0.intervention < $1.intervention }
        guard !gone.isEmpty else { return }
        try await step("Décisions de non réalisation", on: plan.nonCompletionOn) {
            var counts: [NonCompletionCode: Int] = [:]
            for visit in gone {
                let isClosed = generated.departures.isClosed(visit.holding)
                let code: NonCompletionCode = isClosed ? .closed : .noAnimals
                try await DecideNonCompletion(campaign: campaign, intervention: visit.intervention, code: code)
                    .perform(context)
                counts[code, default: 0] += 1
            }
            return "ateliers fermés \(counts[.closed] ?? 0), sans bovin \(counts[.noAnimals] ?? 0)"
        }
    }

    func recompute(_ context: Context, _ name: String) async throws {
        try await step(name, on: context.today) {
            let outcome = try await RecomputeStatus(selector: campaign, extent: .all).perform(context)
            let counts = Status.allCases.map { "\($0.rawValue) \(grouped(outcome.byStatus[$0] ?? 0))" }
            return "\(grouped(outcome.interventions)) interventions ; \(counts.joined(separator: ", "))"
        }
    }
}
