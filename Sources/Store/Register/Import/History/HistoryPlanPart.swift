/// What was to be tested in each intervention.
package enum HistoryPlanPart: ImportPart {
    package static let table = StagedTable(
        "test-plans", "in_plan",
        [
            "intervention", "disease", "method", "matrix", "laboratory", .int("milk_month"), .int("requested"),
            .int("tested"), .int("non_negative"),
        ],
        derived: Connection.interventionColumns + [.id("laboratory_id"), .day("due_month")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(
            table, key: ["intervention", "disease", "method", "matrix"], column: "disease")
        try connection.dropRefused(table)
        try connection.resolveInterventions(table)
        try connection.execute(
            """
            UPDATE in_plan SET laboratory_id = (SELECT o.id FROM organisation o WHERE o.code = in_plan.laboratory)
            WHERE laboratory IS NOT NULL
            """)
        try connection.run(
            ImportCheck(
                table, .organisationUnknown, column: "laboratory", facts: ["value"],
                "SELECT line, laboratory AS f1 FROM in_plan WHERE laboratory IS NOT NULL AND laboratory_id IS NULL"))
        try connection.dropRefused(table)
        try connection.run(
            ImportCheck(
                table, .historySecondMethod, .warning, column: "method", facts: ["disease", "method"],
                """
                SELECT s.line, s.disease AS f1, s.method AS f2 FROM in_plan s
                WHERE s.line NOT IN (\(first))
                """))
    }

    /// The first line of each intervention, disease and matrix.
    private static let first = "SELECT min(line) FROM in_plan GROUP BY intervention_id, disease, matrix"

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        let day = connection.dialect.pick(sqlite: "TEXT", postgres: "DATE")
        let twoDigits = "CASE WHEN s.milk_month < 10 THEN '0' ELSE '' END || CAST(s.milk_month AS TEXT)"
        // The month of the campaign: in its first year unless it comes before the campaign's own first month.
        let year = """
            CAST(CAST(substr(CAST(c.starts_on AS TEXT), 1, 4) AS INTEGER) + CASE WHEN s.milk_month
                < CAST(substr(CAST(c.starts_on AS TEXT), 6, 2) AS INTEGER) THEN 1 ELSE 0 END AS TEXT)
            """
        try connection.execute(
            """
            INSERT INTO requested_plan (campaign_id, intervention_id, disease, matrix, method, laboratory_id,
                due_month)
            SELECT s.campaign_id, s.intervention_id, s.disease, s.matrix, s.method, s.laboratory_id,
                CASE WHEN s.milk_month IS NOT NULL
                    THEN CAST(\(year) || '-' || \(twoDigits) || '-01' AS \(day)) END
            FROM in_plan s JOIN campaign c ON c.id = s.campaign_id
            WHERE s.line IN (\(first)) ORDER BY 1, 2, 3, 4
            ON CONFLICT (campaign_id, intervention_id, disease, matrix) DO UPDATE SET method = excluded.method,
                laboratory_id = COALESCE(excluded.laboratory_id, requested_plan.laboratory_id),
                due_month = COALESCE(excluded.due_month, requested_plan.due_month)
            """)
    }
}
