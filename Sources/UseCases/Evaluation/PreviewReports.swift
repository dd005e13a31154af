import Kernel
import Prophylaxis
import Store

/// What issuing would give, without issuing anything: the operator looks at the data once more (PRO-274).
package struct PreviewReports: UseCase {
    package let intention = Intention.reportIssue
    let campaign: CampaignSelector
    /// nil: every intervention without report.
    let interventions: [String]?
    let completedOn: Day?

    package init(campaign: CampaignSelector, interventions: [String]? = nil, completedOn: Day? = nil) {
        self.campaign = campaign
        self.interventions = interventions
        self.completedOn = completedOn
    }

    private static let pageSize = 200

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> ListTable {
        let (selector, numbers, completedOn) = (campaign, interventions, completedOn)
        try await context.refreshStatuses(of: selector)
        let rows = try await context.database.read { connection in
            let campaign = try selector.running(in: connection)
            let ids =
                try numbers?.map { try connection.requireIntervention($0, of: campaign) }.sorted()
                ?? connection.plannedInterventions(of: campaign.id)
            return try ids.chunks(of: PreviewReports.pageSize).flatMap { part in
                let chunk = try ReportChunk(connection, campaign.id, .ids(part))
                return try chunk.subjects.map { try cells($0, chunk.rows[$0.id] ?? [], completedOn) }
            }
        }
        return ListTable(
            columns: ["intervention", "ede"] + Disease.allCases.map(\.rawValue) + [
                "realisee_le", "rapport", "constats",
            ],
            rows: rows)
    }

    private func cells(
        _ subject: ReportSubject, _ rows: [EvaluationRow], _ completedOn: Day?
    ) throws -> [String] {
        let values = Disease.allCases.map { disease in
            guard let row = rows.first(where: { $0.facts.disease == disease }) else { return "" }
            return row.isProgrammed ? "\(row.standingValue.rawValue) (\(row.figures))" : row.standingValue.rawValue
        }
        let head = [subject.number, subject.holding] + values
        do {
            let draft = try ReportDraft(subject, rows, completedOn: completedOn)
            return head + [draft.completedOn?.french ?? "", draft.decision.report.rawValue, ""]
        } catch let refused as Refused {
            return head + ["", "", refused.findings.map { FindingTexts.text(of: $0).sentence }.joined(separator: " ")]
        }
    }
}
