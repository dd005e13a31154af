import Kernel

/// What the parts of a history share: the campaigns it brings and the interventions its other tables name.
extension Connection {
    func createHistoryTables() throws {
        let clustered = dialect.pick(sqlite: " WITHOUT ROWID", postgres: "")
        try script(
            MigrationTokens.expand(
                """
                CREATE TEMP TABLE in_campaign (year {int} PRIMARY KEY, label {text}, starts_on {day}, ends_on {day},
                    line {int}, id {id}, is_new {flag})\(clustered);
                CREATE TEMP TABLE map_intervention (number {text} PRIMARY KEY, campaign_id {id}, id {id})\(clustered);
                """, dialect))
    }

    /// Interventions of the bundle and of earlier histories of the department, by number.
    func fillInterventionMap(_ scope: ImportScope) throws {
        try execute(
            """
            INSERT INTO map_intervention (number, campaign_id, id)
            SELECT number, campaign_id, id FROM in_intervention ORDER BY number
            """)
        try execute(
            """
            INSERT INTO map_intervention (number, campaign_id, id)
            SELECT i.number, max(i.campaign_id), max(i.id) FROM intervention i
            WHERE i.department = ? AND i.origin = 'history'
                AND NOT EXISTS (SELECT 1 FROM in_intervention s WHERE s.number = i.number)
            GROUP BY i.number ORDER BY i.number
            """, [.text(scope.department)])
        try analyze("map_intervention")
    }

    /// Fills `campaign_id` and `intervention_id`; refuses lines about interventions that no history has brought.
    func resolveInterventions(_ table: StagedTable) throws {
        for (column, value) in [("campaign_id", "campaign_id"), ("intervention_id", "id")] {
            try execute(
                """
                UPDATE \(table.name) SET \(column) = (SELECT m.\(value) FROM map_intervention m
                    WHERE m.number = \(table.name).intervention)
                """)
        }
        try run(
            ImportCheck(
                table, .historyInterventionUnknown, column: "intervention", facts: ["value"],
                "SELECT line, intervention AS f1 FROM \(table.name) WHERE intervention_id IS NULL"))
        try dropRefused(table)
        try execute("CREATE INDEX \(table.name)_by_intervention ON \(table.name) (intervention_id)")
    }

    /// Columns that `resolveInterventions` fills.
    static let interventionColumns: [StagedTable.Column] = [.id("campaign_id"), .id("intervention_id")]
}
