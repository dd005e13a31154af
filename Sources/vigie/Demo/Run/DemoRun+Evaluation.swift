import Kernel
import Prophylaxis
import Store
import UseCases

/// Step 10: statuses, evaluations, reports.
extension DemoRun {
    mutating func evaluate() async throws {
        let (selector, plan) = (campaign, plan)
        let context = try await cast.context(.inspector, on: plan.evaluatedOn)
        try await table.step("Statuts recalculés") {
            let outcome = try await RecomputeStatus(selector: selector, extent: .all).perform(context)
            let counts = Status.allCases.map { "\($0.rawValue) \(grouped(outcome.byStatus[$0] ?? 0))" }
            return ((), "\(grouped(outcome.interventions)) interventions ; \(counts.joined(separator: ", "))")
        }
        diseases = try await DiseaseSummary.read(selector, in: database)
        decisions = try await ExplainedDecision.choose(selector, in: database)
        try await table.step("Évaluations acceptées") {
            let outcome = try await AcceptProposals(campaign: selector).perform(context)
            let counts = EvaluationValue.allCases.compactMap { value in
                outcome.stored[value].map { "\(value.rawValue) \(grouped($0))" }
            }
            return ((), counts.joined(separator: ", "))
        }
        try await table.step("Rapports d'inspection émis") {
            let outcome = try await IssueReports(campaign: selector).perform(context)
            let counts = ReportValue.allCases.map { "\($0.rawValue) \(grouped(outcome.issued[$0] ?? 0))" }
            return ((), "\(counts.joined(separator: ", ")) ; sans rapport : \(grouped(outcome.refused))")
        }
    }
}

/// The campaign's summary for one disease.
struct DiseaseSummary: Sendable {
    let disease: Disease
    var requested = 0
    var tested = 0
    var nonNegative = 0
    var byStatus: [Status: Int] = [:]

    static func read(_ selector: CampaignSelector, in database: Database) async throws -> [DiseaseSummary] {
        let rows = try await evaluationRows(selector, in: database)
        return Disease.allCases.map { disease in
            var summary = DiseaseSummary(disease: disease)
            for row in rows where row.facts.disease == disease {
                summary.requested += row.facts.requested
                summary.tested += row.facts.tested
                summary.nonNegative += row.facts.nonNegative
                summary.byStatus[row.facts.status, default: 0] += 1
            }
            return summary
        }
    }

    static func table(_ summaries: [DiseaseSummary]) -> String {
        let statuses = Status.allCases
        return TextTable(
            titles: ["Maladie", "Demandés", "Analysés", "Non négatifs"] + statuses.map(\.rawValue),
            rows: summaries.map { summary in
                [
                    summary.disease.frenchName, grouped(summary.requested), grouped(summary.tested),
                    grouped(summary.nonNegative),
                ] + statuses.map { grouped(summary.byStatus[$0] ?? 0) }
            }, firstNumber: 1
        ).text
    }
}

/// A decision told with its reasons.
struct ExplainedDecision: Sendable {
    let intervention: String
    let row: EvaluationRow

    /// One herd without anomaly, one with an administrative anomaly, one with a result that is not negative.
    static func choose(_ selector: CampaignSelector, in database: Database) async throws -> [ExplainedDecision] {
        let rows = try await evaluationRows(selector, in: database)
        let chosen = [Status.withoutAnomaly, .administrativeAnomaly, .sanitaryAnomaly].compactMap { status in
            rows.first { $0.facts.status == status }
        }
        let numbers = try await database.read { connection in
            let campaign = try selector.find(in: connection)
            let rows = try connection.interventions(of: campaign.id)
            return Dictionary(rows.map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first })
        }
        return chosen.map { ExplainedDecision(intervention: numbers[$0.intervention] ?? "", row: $0) }
    }

    var text: String {
        let facts = row.facts
        var lines = [
            """
            Intervention \(intervention), \(facts.disease.frenchName) : statut \(facts.status.rawValue), \
            évaluation proposée \(facts.proposal.evaluation.rawValue)
            """
        ]
        lines.append(
            "  Demandés \(facts.requested), analysés \(facts.tested), non négatifs \(facts.nonNegative).")
        lines += row.reasons.map { "  – " + ReasonTexts.sentence($0) }
        lines.append("  – " + ReasonTexts.sentence(facts.proposal.reason))
        if let comment = facts.proposal.comment { lines.append("  – " + ReasonTexts.sentence(comment)) }
        return lines.joined(separator: "\n")
    }
}

private func evaluationRows(_ selector: CampaignSelector, in database: Database) async throws -> [EvaluationRow] {
    try await database.read { connection in
        let campaign = try selector.find(in: connection)
        return try connection.evaluationRows(of: campaign.id, .range(Int64.min...Int64.max))
    }
}
