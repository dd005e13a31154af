import Kernel

/// An open alert that a later result contradicts a standing report (decision 3).
package struct ReportContradiction: Sendable, Hashable {
    package let report: String
    package let version: Int
    package let value: String
    package let intervention: String
    package let disease: String
    /// Canonical JSON: the report's evaluations by disease.
    package let evaluations: String
    /// The animal, dossier or injection that it is about.
    package let subject: String
    /// JSON: what the result says.
    package let facts: String
    package let since: Day
}

extension Connection {
    /// One for each report and result, whatever the number of people it was told to.
    package func contradictions(campaign: Int64, report: String?) throws -> [ReportContradiction] {
        try all(
            """
            SELECT r.number, r.version, r.value, i.number, COALESCE(w.disease, ''), r.evaluations, w.subject,
                min(CAST(w.facts AS \(dialect.pick(sqlite: "TEXT", postgres: "VARCHAR")))), min(w.opened_on)
            FROM work_item w
            JOIN intervention i ON i.campaign_id = w.campaign_id AND i.id = w.intervention_id
            JOIN inspection_report r ON r.campaign_id = w.campaign_id AND r.intervention_id = w.intervention_id
                AND r.invalidated_on IS NULL
            WHERE w.campaign_id = ? AND w.kind = 'report-contradicted' AND w.state = 'open'
                \(report == nil ? "" : "AND r.number = ?")
            GROUP BY r.number, r.version, r.value, i.number, w.disease, r.evaluations, w.subject
            ORDER BY r.number, w.disease, w.subject
            """, [.int(campaign)] + (report.map { [.text($0)] } ?? [])
        ) { row in
            ReportContradiction(
                report: row.text(0), version: Int(row.int(1)), value: row.text(2), intervention: row.text(3),
                disease: row.text(4), evaluations: row.text(5), subject: row.text(6), facts: row.text(7),
                since: row.day(8))
        }
    }

    /// Closes what was open about a report that no longer stands.
    package func closeContradictions(
        campaign: Int64, intervention: Int64, by actor: String, on day: Day, reason: String
    ) throws {
        try execute(
            """
            UPDATE work_item SET state = 'done', closed_on = ?, closed_by = ?, close_reason = ?
            WHERE campaign_id = ? AND intervention_id = ? AND kind = 'report-contradicted' AND state = 'open'
            """, [.day(day), .text(actor), .text(reason), .int(campaign), .int(intervention)])
    }
}
