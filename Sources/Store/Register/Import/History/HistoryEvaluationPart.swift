/// Status and evaluation of each disease: what next year's campaign is compared with (PRO-287).
package enum HistoryEvaluationPart: ImportPart {
    package static let table = StagedTable(
        "evaluations", "in_evaluation",
        [
            "intervention", "disease", "evaluation", "status", .int("requested"), .int("tested"),
            .int("non_negative"), "comment",
        ],
        derived: Connection.interventionColumns + [.id("id"), .flag("is_new")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["intervention", "disease"], column: "disease")
        try connection.dropRefused(table)
        try connection.resolveInterventions(table)
        try connection.run(
            ImportCheck(
                table, .historyStatusMissing, .warning, column: "status", facts: ["intervention", "disease"],
                """
                SELECT line, intervention AS f1, disease AS f2 FROM in_evaluation
                WHERE status IS NULL AND COALESCE(requested, tested, non_negative) IS NOT NULL
                """))
        try connection.numberNewRows(table, in: "campaign_id, intervention_id, disease")
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        let isSame = """
            evaluation.campaign_id = s.campaign_id AND evaluation.intervention_id = s.intervention_id
                AND evaluation.disease = s.disease AND evaluation.replaced_at IS NULL
            """
        let differs =
            "(evaluation.value <> s.evaluation OR \(connection.differ("evaluation.comment", "s.comment")))"
        try connection.execute(
            "UPDATE evaluation SET replaced_at = ? FROM in_evaluation s WHERE \(isSame) AND \(differs)",
            [.text(scope.now)])
        try connection.execute(
            """
            INSERT INTO evaluation (campaign_id, intervention_id, disease, id, value, comment, evaluated_by,
                evaluated_at)
            SELECT s.campaign_id, s.intervention_id, s.disease, s.id, s.evaluation, s.comment, ?, ?
            FROM in_evaluation s WHERE NOT EXISTS (SELECT 1 FROM evaluation WHERE \(isSame))
            ORDER BY s.campaign_id, s.intervention_id, s.disease
            """, [.text(scope.actor), .text(scope.now)])
        try mergeStates(connection, scope)
    }

    /// The summary row. Reasons are not known; the proposal stands for what was evaluated, so that lists of today can
    /// read it, and nothing changes it by date.
    private static func mergeStates(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            DELETE FROM disease_state WHERE EXISTS (SELECT 1 FROM in_evaluation s WHERE s.status IS NOT NULL
                AND s.campaign_id = disease_state.campaign_id AND s.intervention_id = disease_state.intervention_id
                AND s.disease = disease_state.disease)
            """)
        try connection.execute(
            """
            INSERT INTO disease_state (campaign_id, intervention_id, disease, status, reasons, requested,
                plan_requested, tested, non_negative, uninterpretable, awaiting_decision, doubtful_seen,
                tested_off_document, present_untested, started_on, finished_on, proposal, proposal_reason, computed_on)
            SELECT s.campaign_id, s.intervention_id, s.disease, s.status, '', COALESCE(s.requested, 0),
                CASE WHEN s.status = 'SO' THEN 0 ELSE 1 END, COALESCE(s.tested, 0), COALESCE(s.non_negative, 0),
                0, 0, 0, 0, 0,
                (SELECT min(v.visited_on) FROM visit v WHERE v.campaign_id = s.campaign_id
                    AND v.intervention_id = s.intervention_id AND v.retracted_at IS NULL),
                (SELECT max(v.visited_on) FROM visit v WHERE v.campaign_id = s.campaign_id
                    AND v.intervention_id = s.intervention_id AND v.retracted_at IS NULL),
                s.evaluation, CASE s.evaluation WHEN 'SO' THEN 'not-programmed' WHEN 'ND' THEN 'not-delegated'
                    WHEN 'A' THEN 'compliant' WHEN 'B' THEN 'not-done' WHEN 'C' THEN 'non-negative'
                    WHEN 'PO' THEN 'evidence-only' WHEN 'AR' THEN 'retest-ordered' ELSE 'not-done-yet' END, ?
            FROM in_evaluation s WHERE s.status IS NOT NULL ORDER BY s.campaign_id, s.intervention_id, s.disease
            """, [.day(scope.today)])
    }
}
