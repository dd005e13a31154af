import Kernel
import Prophylaxis

/// An inspection report as it was issued.
package struct ReportRow: Sendable, Hashable {
    package let id: Int64
    package let campaign: Int64
    package let intervention: Int64
    package let number: String
    package let version: Int
    package let value: ReportValue
    package let issuer: String
    package let inspector: String
    package let issuedOn: Day
    package let completedOn: Day?
    package let comment: String?
    /// Canonical JSON of the three evaluations, by disease.
    package let evaluations: String
    package let facts: ContentDigest
    package let document: ContentDigest
    package var invalidatedOn: Day?
    package var invalidationReason: String?

    package init(
        id: Int64, of intervention: (campaign: Int64, id: Int64), named name: (number: String, version: Int),
        value: ReportValue, issued: (issuer: String, inspector: String, on: Day), completedOn: Day?,
        comment: String?, evaluations: String, facts: ContentDigest, document: ContentDigest
    ) {
        self.id = id
        (campaign, self.intervention) = intervention
        (number, version) = name
        self.value = value
        (issuer, inspector, issuedOn) = issued
        self.completedOn = completedOn
        self.comment = comment
        self.evaluations = evaluations
        self.facts = facts
        self.document = document
    }
}

extension Connection {
    package func interventionID(of campaign: Int64, number: String) throws -> Int64? {
        try first(
            "SELECT id FROM intervention WHERE campaign_id = ? AND number = ? AND state = 'planned'",
            [.int(campaign), .text(number)]
        ) { $0.int(0) }
    }

    package func hasStandingReport(campaign: Int64, intervention: Int64) throws -> Bool {
        try count(
            """
            SELECT count(*) FROM inspection_report
            WHERE campaign_id = ? AND intervention_id = ? AND invalidated_on IS NULL
            """, [.int(campaign), .int(intervention)]) > 0
    }

    /// The reports of an intervention, the first version first.
    package func reports(campaign: Int64, intervention: Int64) throws -> [ReportRow] {
        try all(
            "\(ReportRow.select) WHERE campaign_id = ? AND intervention_id = ? ORDER BY version",
            [.int(campaign), .int(intervention)]
        ) { try ReportRow($0) }
    }

    /// The latest version of the report with this number.
    package func report(number: String) throws -> ReportRow? {
        try first("\(ReportRow.select) WHERE number = ? ORDER BY version DESC LIMIT 1", [.text(number)]) {
            try ReportRow($0)
        }
    }

    package func insert(_ report: ReportRow) throws {
        try execute(
            """
            INSERT INTO inspection_report (id, campaign_id, intervention_id, number, version, value, issuer, inspector,
                issued_on, completed_on, comment, evaluations, facts_digest, document_digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(report.id), .int(report.campaign), .int(report.intervention), .text(report.number),
                .int(report.version), .text(report.value.rawValue), .text(report.issuer), .text(report.inspector),
                .day(report.issuedOn), .dayOrNull(report.completedOn), .textOrNull(report.comment),
                .text(report.evaluations), SQLValue(report.facts), SQLValue(report.document),
            ])
    }

    package func invalidate(_ report: ReportRow, on day: Day, by actor: String, reason: String) throws {
        try execute(
            """
            UPDATE inspection_report SET invalidated_on = ?, invalidated_by = ?, invalidation_reason = ?
            WHERE id = ? AND invalidated_on IS NULL
            """, [.day(day), .text(actor), .text(reason), .int(report.id)])
    }
}

extension ReportRow {
    static let select = """
        SELECT id, campaign_id, intervention_id, number, version, value, issuer, inspector, issued_on, completed_on,
            comment, evaluations, facts_digest, document_digest, invalidated_on, invalidation_reason
        FROM inspection_report
        """

    fileprivate init(_ row: borrowing Row) throws {
        self.init(
            id: row.int(0), of: (row.int(1), row.int(2)), named: (row.text(3), Int(row.int(4))),
            value: try row.code(5), issued: (row.text(6), row.text(7), row.day(8)), completedOn: row.dayOrNil(9),
            comment: row.textOrNil(10), evaluations: row.text(11), facts: try ContentDigest(in: row, 12),
            document: try ContentDigest(in: row, 13))
        invalidatedOn = row.dayOrNil(14)
        invalidationReason = row.textOrNil(15)
    }
}
