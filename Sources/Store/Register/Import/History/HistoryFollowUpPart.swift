/// What the authority did after a report; the authority's alone to say (PRO-288).
package enum HistoryFollowUpPart: ImportPart {
    package static let table = StagedTable(
        "follow-ups", "in_follow_up", ["intervention", "code", .day("decided_on"), "reference"],
        derived: Connection.interventionColumns + [.id("id"), .flag("is_new"), .id("report_id")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseUnlessAuthority(table, scope)
        try connection.refuseDuplicates(table, key: ["intervention", "code", "decided_on"], column: "code")
        try connection.dropRefused(table)
        try connection.resolveInterventions(table)
        // The standing report, or else the last version.
        try connection.execute(
            """
            UPDATE in_follow_up SET report_id = COALESCE(
                (SELECT r.id FROM in_report r WHERE r.intervention_id = in_follow_up.intervention_id
                    ORDER BY CASE WHEN r.invalidated_on IS NULL THEN 0 ELSE 1 END, r.version DESC LIMIT 1),
                (SELECT r.id FROM inspection_report r WHERE r.campaign_id = in_follow_up.campaign_id
                    AND r.intervention_id = in_follow_up.intervention_id
                    ORDER BY CASE WHEN r.invalidated_on IS NULL THEN 0 ELSE 1 END, r.version DESC LIMIT 1))
            """)
        try connection.run(
            ImportCheck(
                table, .historyReportMissing, column: "intervention", facts: ["intervention"],
                "SELECT line, intervention AS f1 FROM in_follow_up WHERE report_id IS NULL"))
        try connection.dropRefused(table)
        try connection.execute(
            """
            UPDATE in_follow_up SET is_new = 0, id = (SELECT f.id FROM follow_up f
                WHERE f.report_id = in_follow_up.report_id AND f.code = in_follow_up.code
                    AND f.decided_on = in_follow_up.decided_on)
            """)
        try connection.numberNewRows(table, in: "campaign_id, intervention_id, decided_on")
    }

    /// The last one stands, the others are kept as replaced.
    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO follow_up (id, report_id, code, decided_on, decided_by, comment)
            SELECT id, report_id, code, decided_on, ?, reference FROM in_follow_up WHERE is_new = 1 ORDER BY id
            """, [.text(scope.actor)])
        try connection.execute(
            """
            UPDATE follow_up SET replaced_at = ?
            WHERE replaced_at IS NULL AND report_id IN (SELECT report_id FROM in_follow_up)
                AND EXISTS (SELECT 1 FROM follow_up f WHERE f.report_id = follow_up.report_id
                    AND (f.decided_on > follow_up.decided_on
                        OR (f.decided_on = follow_up.decided_on AND f.id > follow_up.id)))
            """, [.text(scope.now)])
    }
}
