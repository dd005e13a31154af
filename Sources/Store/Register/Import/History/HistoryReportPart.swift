/// Inspection reports as they were issued: kept, never computed anew.
///
/// Their facts are not known: both digests are the digest of the bundle that brought them.
package enum HistoryReportPart: ImportPart {
    package static let table = StagedTable(
        "reports", "in_report",
        [
            "number", .int("version"), "intervention", "value", .day("issued_on"), "issuer", "inspector",
            .day("invalidated_on"), "reason",
        ],
        derived: Connection.interventionColumns + [.id("id"), .flag("is_new"), "issuer_name"])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["number", "version"], column: "number")
        try connection.refuseDuplicates(table, key: ["intervention", "version"], column: "version")
        try connection.dropRefused(table)
        try connection.resolveInterventions(table)
        try connection.execute(
            """
            UPDATE in_report SET is_new = 0,
                issuer_name = (SELECT o.name FROM organisation o WHERE o.code = in_report.issuer),
                id = (SELECT r.id FROM inspection_report r WHERE r.number = in_report.number
                    AND r.version = in_report.version AND r.campaign_id = in_report.campaign_id
                    AND r.intervention_id = in_report.intervention_id)
            """)
        try connection.run(
            ImportCheck(
                table, .organisationUnknown, column: "issuer", facts: ["value"],
                "SELECT line, issuer AS f1 FROM in_report WHERE issuer IS NOT NULL AND issuer_name IS NULL"))
        try connection.run(
            ImportCheck(
                table, .historyReportTaken, column: "number", facts: ["number", "version"],
                """
                SELECT DISTINCT s.line, s.number AS f1, s.version AS f2 FROM in_report s
                JOIN inspection_report r ON r.version = s.version AND (r.number = s.number
                    OR (r.campaign_id = s.campaign_id AND r.intervention_id = s.intervention_id))
                WHERE s.id IS NULL OR r.id <> s.id
                """))
        try connection.dropRefused(table)
        try refuseSecondStanding(connection)
        try connection.numberNewRows(table, in: "campaign_id, intervention_id, version")
    }

    private static func refuseSecondStanding(_ connection: Connection) throws {
        try connection.run(
            ImportCheck(
                table, .historyReportStanding, column: "invalidated-on", facts: ["intervention", "standing"],
                """
                SELECT s.line, s.intervention AS f1, d.last AS f2 FROM in_report s
                JOIN (SELECT intervention_id, max(version) AS last FROM in_report WHERE invalidated_on IS NULL
                    GROUP BY intervention_id) d ON d.intervention_id = s.intervention_id AND s.version <> d.last
                WHERE s.invalidated_on IS NULL
                """))
        try connection.run(
            ImportCheck(
                table, .historyReportStanding, column: "invalidated-on", facts: ["intervention", "standing"],
                """
                SELECT s.line, s.intervention AS f1, r.version AS f2 FROM in_report s
                JOIN inspection_report r ON r.campaign_id = s.campaign_id
                    AND r.intervention_id = s.intervention_id AND r.invalidated_on IS NULL
                WHERE s.invalidated_on IS NULL AND r.version <> s.version
                    AND NOT EXISTS (SELECT 1 FROM in_report o WHERE o.id = r.id AND o.invalidated_on IS NOT NULL)
                """))
        try connection.dropRefused(table)
    }

    /// Invalidations first: one report stands for an intervention at any moment.
    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            UPDATE inspection_report SET invalidated_on = s.invalidated_on, invalidated_by = ?,
                invalidation_reason = COALESCE(s.reason, inspection_report.invalidation_reason)
            FROM in_report s WHERE inspection_report.id = s.id AND s.is_new = 0 AND s.invalidated_on IS NOT NULL
                AND inspection_report.invalidated_on IS NULL
            """, [.text(scope.actor)])
        try connection.execute(
            """
            INSERT INTO inspection_report (id, campaign_id, intervention_id, number, version, value, issuer, inspector,
                issued_on, completed_on, evaluations, facts_digest, document_digest, invalidated_on, invalidated_by,
                invalidation_reason)
            SELECT s.id, s.campaign_id, s.intervention_id, s.number, s.version, s.value,
                COALESCE(s.issuer_name, ''), COALESCE(s.inspector, ''), s.issued_on, i.completed_on, '{}', ?, ?,
                s.invalidated_on, CASE WHEN s.invalidated_on IS NOT NULL THEN ? END, s.reason
            FROM in_report s JOIN intervention i ON i.campaign_id = s.campaign_id AND i.id = s.intervention_id
            WHERE s.is_new = 1 ORDER BY s.id
            """, [.text(scope.digest), .text(scope.digest), .text(scope.actor)])
    }
}
