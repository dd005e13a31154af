import Kernel

/// The campaigns that the interventions of a history belong to: one a year, closed, as the national campaign.
enum HistoryCampaigns {
    private static let table = HistoryInterventionPart.table

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        let year = connection.dialect.pick(
            sqlite: "CAST(substr(campaign_end, 1, 4) AS INTEGER)",
            postgres: "CAST(extract(year FROM campaign_end) AS BIGINT)")
        try connection.execute("UPDATE in_intervention SET year = \(year)")
        try connection.run(
            ImportCheck(
                table, .historyCampaignOpen, column: "campaign-end", facts: ["campaign", "end"],
                """
                SELECT line, campaign AS f1, CAST(campaign_end AS TEXT) AS f2 FROM in_intervention
                WHERE campaign_end >= ?
                """), [.day(scope.today)])
        try connection.run(
            ImportCheck(
                table, .historyCampaignLive, column: "campaign", facts: ["campaign"],
                """
                SELECT s.line, s.campaign AS f1 FROM in_intervention s
                JOIN campaign c ON c.department = ? AND c.prophylaxis_year = s.year AND c.name = 'PB'
                WHERE c.state <> 'closed' OR EXISTS (SELECT 1 FROM intervention i
                    WHERE i.campaign_id = c.id AND i.origin <> 'history')
                """), [.text(scope.department)])
        try connection.dropRefused(table)
        try fill(connection, scope)
        try connection.run(
            ImportCheck(
                table, .historyCampaignDiffers, column: "campaign", facts: ["campaign", "first"],
                """
                SELECT s.line, s.campaign AS f1, c.line AS f2 FROM in_intervention s
                JOIN in_campaign c ON c.year = s.year
                WHERE c.label <> s.campaign OR c.starts_on <> s.campaign_start OR c.ends_on <> s.campaign_end
                """))
        try connection.dropRefused(table)
        try connection.execute(
            """
            UPDATE in_intervention SET campaign_id = (SELECT c.id FROM in_campaign c
                WHERE c.year = in_intervention.year)
            """)
        for column in ["number", "herd_id"] {
            try connection.execute(
                "CREATE INDEX in_intervention_by_\(column) ON in_intervention (campaign_id, \(column))")
        }
    }

    /// The first line of a year says what its campaign is.
    private static func fill(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO in_campaign (year, label, starts_on, ends_on, line, is_new, id)
            SELECT s.year, s.campaign, s.campaign_start, s.campaign_end, s.line, 0,
                (SELECT c.id FROM campaign c WHERE c.department = ? AND c.prophylaxis_year = s.year AND c.name = 'PB')
            FROM in_intervention s
            WHERE s.line IN (SELECT min(line) FROM in_intervention GROUP BY year) ORDER BY s.year
            """, [.text(scope.department)])
        let count = try connection.count("SELECT count(*) FROM in_campaign WHERE id IS NULL")
        guard count > 0 else { return }
        try connection.execute(
            """
            UPDATE in_campaign SET is_new = 1, id = n.id
            FROM (
                SELECT year AS at, CAST(? AS BIGINT) - 1 + row_number() OVER (ORDER BY year) AS id
                FROM in_campaign WHERE id IS NULL
            ) n
            WHERE n.at = year
            """, [.int(try connection.takeIDs(count).bounds.lowerBound)])
    }

    /// What is known of an earlier campaign are its dates: the other parameters are the national ones.
    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO campaign (id, department, prophylaxis_year, name, starts_on, ends_on, state, parameters,
                closed_on, closed_by, closing_reason)
            SELECT id, ?, year, 'PB', starts_on, ends_on, 'closed',
                '{"endsOn":"' || CAST(ends_on AS TEXT) || '","startsOn":"' || CAST(starts_on AS TEXT) || '"}',
                ends_on, ?, 'reprise d''historique : ' || label
            FROM in_campaign WHERE is_new = 1 ORDER BY id
            """, [.text(scope.department), .text(scope.actor)])
        try connection.execute(
            """
            UPDATE campaign SET starts_on = s.starts_on, ends_on = s.ends_on, closed_on = s.ends_on,
                parameters = '{"endsOn":"' || CAST(s.ends_on AS TEXT) || '","startsOn":"'
                    || CAST(s.starts_on AS TEXT) || '"}'
            FROM in_campaign s WHERE campaign.id = s.id AND s.is_new = 0
            """)
    }
}
