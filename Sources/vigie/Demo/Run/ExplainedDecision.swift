import Kernel
import Prophylaxis
import Store
import UseCases

/// A decision told with its reasons: from the figures to the report.
struct ExplainedDecision: Sendable {
    let intervention: String
    let holding: String
    let row: EvaluationRow

    /// For each status the first herd of some size, before its report is made.
    static func choose(
        _ statuses: [Status], _ selector: CampaignSelector, in database: Database
    ) async throws -> [ExplainedDecision] {
        try await database.read { connection in
            let campaign = try selector.find(in: connection)
            let rows = try connection.evaluationRows(of: campaign.id, .range(Int64.min...Int64.max))
            let listings = Dictionary(
                try connection.interventionListings(of: campaign.id).map { ($0.intervention.id, $0) },
                uniquingKeysWith: { first, _ in first })
            return statuses.compactMap { status in
                let fitting = rows.filter { $0.facts.status == status && listings[$0.intervention] != nil }
                let telling = fitting.first { $0.facts.tested > 10 && $0.facts.proposal.comment == nil }
                guard let row = telling ?? fitting.first, let listing = listings[row.intervention] else { return nil }
                return ExplainedDecision(
                    intervention: listing.intervention.number,
                    holding: "\(listing.holding.name), EDE \(listing.holding.number)", row: row)
            }
        }
    }

    var text: String {
        let facts = row.facts
        var lines = [
            """
            \(facts.disease.frenchName) chez \(holding) (intervention \(intervention)) : \
            statut \(facts.status.rawValue), évaluation proposée \(facts.proposal.evaluation.rawValue)
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
