import Kernel

/// Interventions of campaigns that have ended, and with them the campaigns (decision 18).
package enum HistoryInterventionPart: ImportPart {
    package static let table = StagedTable(
        "interventions", "in_intervention",
        [
            "number", "campaign", .day("campaign_start"), .day("campaign_end"), "holding", "herd", "kind", "parent",
            "order_number", .day("planned_on"), .day("first_visit"), .day("last_visit"), "non_completion",
        ],
        derived: [
            .id("id"), .flag("is_new"), .int("year"), .id("campaign_id"), .id("herd_id"), .id("parent_id"),
            .id("veterinarian_id"),
        ])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["number"], column: "number")
        try connection.refuseUnknownHoldings(table, scope)
        try connection.dropRefused(table)
        try connection.resolveHerds(table)
        try HistoryCampaigns.judge(connection, scope)
        try refuseSecondMains(connection)
        try refuseTakenNumbers(connection, scope)
        try connection.execute(
            """
            UPDATE in_intervention SET is_new = 0,
                id = (SELECT i.id FROM intervention i WHERE i.campaign_id = in_intervention.campaign_id
                    AND i.number = in_intervention.number),
                veterinarian_id = (SELECT v.id FROM veterinarian v
                    WHERE v.order_number = in_intervention.order_number)
            """)
        try connection.numberNewRows(table, in: "year, number")
        try findParents(connection)
        try connection.run(
            ImportCheck(
                table, .veterinarianUnknown, .warning, column: "order-number", facts: ["value"],
                """
                SELECT line, order_number AS f1 FROM in_intervention
                WHERE order_number IS NOT NULL AND veterinarian_id IS NULL
                """))
        try connection.fillInterventionMap(scope)
    }

    /// In the file and against what an earlier history brought.
    private static func refuseSecondMains(_ connection: Connection) throws {
        try connection.run(
            ImportCheck(
                table, .historySecondMain, column: "kind", facts: ["herd", "first"],
                """
                SELECT s.line, s.holding || '/' || s.herd AS f1, o.number AS f2 FROM in_intervention s
                JOIN (SELECT year, herd_id, min(line) AS first FROM in_intervention WHERE kind = 'main'
                    GROUP BY year, herd_id HAVING count(*) > 1) d
                    ON d.year = s.year AND d.herd_id = s.herd_id AND s.line > d.first
                JOIN in_intervention o ON o.line = d.first
                WHERE s.kind = 'main'
                """))
        try connection.run(
            ImportCheck(
                table, .historySecondMain, column: "kind", facts: ["herd", "first"],
                """
                SELECT s.line, s.holding || '/' || s.herd AS f1, i.number AS f2 FROM in_intervention s
                JOIN intervention i ON i.campaign_id = s.campaign_id AND i.herd_id = s.herd_id AND i.kind = 'main'
                    AND i.number <> s.number
                WHERE s.kind = 'main'
                """))
        try connection.dropRefused(table)
    }

    private static func refuseTakenNumbers(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.run(
            ImportCheck(
                table, .historyNumberTaken, column: "number", facts: ["number"],
                """
                SELECT DISTINCT s.line, s.number AS f1 FROM in_intervention s
                JOIN intervention i ON i.number = s.number AND i.department = ?
                WHERE i.campaign_id <> s.campaign_id OR i.herd_id <> s.herd_id OR i.kind <> s.kind
                """), [.text(scope.department)])
        try connection.dropRefused(table)
    }

    /// The intervention that a line names, or else the main one of the same herd, in the same campaign.
    private static func findParents(_ connection: Connection) throws {
        let same = "\(table.name).campaign_id"
        try connection.execute(
            """
            UPDATE in_intervention SET parent_id = COALESCE(
                (SELECT p.id FROM in_intervention p WHERE p.campaign_id = \(same)
                    AND p.number = in_intervention.parent AND p.line <> in_intervention.line),
                (SELECT i.id FROM intervention i WHERE i.campaign_id = \(same) AND i.number = in_intervention.parent),
                CASE WHEN in_intervention.parent IS NULL THEN (SELECT p.id FROM in_intervention p
                    WHERE p.campaign_id = \(same) AND p.herd_id = in_intervention.herd_id AND p.kind = 'main') END,
                CASE WHEN in_intervention.parent IS NULL THEN (SELECT i.id FROM intervention i
                    WHERE i.campaign_id = \(same) AND i.herd_id = in_intervention.herd_id AND i.kind = 'main') END)
            WHERE kind <> 'main'
            """)
        try connection.run(
            ImportCheck(
                table, .historyParent, column: "parent", facts: ["kind", "parent"],
                """
                SELECT line, kind AS f1, COALESCE(parent, '') AS f2 FROM in_intervention
                WHERE (kind = 'main' AND parent IS NOT NULL) OR (kind <> 'main' AND parent_id IS NULL)
                """))
        try connection.dropRefused(table)
        // A retest of a line that was just refused cannot stand alone.
        try connection.run(
            ImportCheck(
                table, .historyParent, column: "parent", facts: ["kind", "parent"],
                """
                SELECT s.line, s.kind AS f1, COALESCE(s.parent, '') AS f2 FROM in_intervention s
                WHERE s.parent_id IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM in_intervention p WHERE p.id = s.parent_id)
                    AND NOT EXISTS (SELECT 1 FROM intervention i WHERE i.campaign_id = s.campaign_id
                        AND i.id = s.parent_id)
                """))
        try connection.dropRefused(table)
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try HistoryCampaigns.merge(connection, scope)
        try connection.execute(
            """
            INSERT INTO intervention (campaign_id, id, number, herd_id, department, kind, parent_id, state, origin,
                planned_on, veterinarian_id, completed_on)
            SELECT campaign_id, id, number, herd_id, ?, kind, parent_id, 'planned', 'history', planned_on,
                veterinarian_id, COALESCE(last_visit, first_visit)
            FROM in_intervention WHERE is_new = 1 ORDER BY campaign_id, id
            """, [.text(scope.department)])
        try connection.execute(
            """
            UPDATE intervention SET planned_on = COALESCE(s.planned_on, intervention.planned_on),
                veterinarian_id = COALESCE(s.veterinarian_id, intervention.veterinarian_id),
                completed_on = COALESCE(s.last_visit, s.first_visit, intervention.completed_on)
            FROM in_intervention s WHERE intervention.campaign_id = s.campaign_id AND intervention.id = s.id
                AND s.is_new = 0
            """)
        for column in ["first_visit", "last_visit"] {
            try connection.execute(
                """
                INSERT INTO visit (campaign_id, intervention_id, visited_on, kind, source, recorded_by)
                SELECT campaign_id, id, \(column), 'sampling', 'history', ? FROM in_intervention
                WHERE \(column) IS NOT NULL ORDER BY campaign_id, id
                ON CONFLICT (campaign_id, intervention_id, visited_on, kind) DO NOTHING
                """, [.text(scope.actor)])
        }
        try mergeNonCompletions(connection, scope)
    }

    private static func mergeNonCompletions(_ connection: Connection, _ scope: ImportScope) throws {
        let new = """
            FROM in_intervention s WHERE s.non_completion IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM non_completion n WHERE n.campaign_id = s.campaign_id
                    AND n.intervention_id = s.id AND n.revoked_on IS NULL)
            """
        let count = try connection.count("SELECT count(*) \(new)")
        guard count > 0 else { return }
        let first = try connection.takeIDs(count).bounds.lowerBound
        try connection.execute(
            """
            INSERT INTO non_completion (id, campaign_id, intervention_id, code, decided_on, decided_by)
            SELECT CAST(? AS BIGINT) - 1 + row_number() OVER (ORDER BY s.line), s.campaign_id, s.id, s.non_completion,
                s.campaign_end, ? \(new)
            """, [.int(first), .text(scope.actor)])
    }
}
