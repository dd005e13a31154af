import Kernel

/// Herds: what has a health status.
package enum HerdPart: ImportPart {
    package static let table = StagedTable(
        "herds", "in_herd",
        [
            "holding", "code", "name", "class", "orientation", "milk_delivery", .day("opened_on"), .day("closed_on"),
        ],
        derived: [.id("id"), .flag("is_new"), .id("holding_id")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["holding", "code"], column: "code")
        try connection.refuseUnknownHoldings(table, scope)
        try connection.execute(
            """
            INSERT INTO in_token (token)
            SELECT DISTINCT s.holding || '/' || s.code FROM in_herd s
            WHERE s.line IN (SELECT line FROM in_fault WHERE part = 'herds' AND refused = 1)
            ON CONFLICT (token) DO NOTHING
            """)
        try connection.dropRefused(table)
        try connection.execute(
            """
            UPDATE in_herd SET is_new = 0,
                holding_id = (SELECT m.id FROM map_holding m WHERE m.number = in_herd.holding)
            """)
        try connection.execute(
            """
            UPDATE in_herd SET id = (
                SELECT h.id FROM herd h WHERE h.holding_id = in_herd.holding_id AND h.code = in_herd.code)
            """)
        try connection.numberNewRows(table, in: "holding_id, code")
        try connection.run(
            ImportCheck(
                table, .herdOpenInClosedHolding, .warning, column: "closed", facts: ["holding", "herd"],
                """
                SELECT s.line, s.holding AS f1, s.code AS f2 FROM in_herd s JOIN map_holding m ON m.id = s.holding_id
                WHERE m.closed_on IS NOT NULL AND m.closed_on <= ? AND s.closed_on IS NULL
                """), [.day(scope.today)])
        try fillMaps(connection, scope)
    }

    /// Every herd there is, as it will be after the import, and which one a holding's animals go to: the only open one
    /// (the only one at all where none is open), or the only dairy and the only beef one for animals of that type.
    private static func fillMaps(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO map_herd (holding_id, code, id, class, closed_on)
            SELECT h.holding_id, h.code, h.id, COALESCE(s.class, h.class), COALESCE(s.closed_on, h.closed_on)
            FROM herd h LEFT JOIN in_herd s ON s.id = h.id
            UNION ALL
            SELECT s.holding_id, s.code, s.id, s.class, s.closed_on FROM in_herd s WHERE s.is_new = 1
            ORDER BY 1, 2
            """)
        try connection.execute(
            """
            INSERT INTO holding_herd (holding_id, single_id, dairy_id, beef_id)
            SELECT m.holding_id, CASE WHEN count(*) = 1 THEN min(m.id) END,
                CASE WHEN sum(CASE m.class WHEN 'dairy' THEN 1 ELSE 0 END) = 1
                    THEN min(CASE m.class WHEN 'dairy' THEN m.id END) END,
                CASE WHEN sum(CASE m.class WHEN 'beef' THEN 1 ELSE 0 END) = 1
                    THEN min(CASE m.class WHEN 'beef' THEN m.id END) END
            FROM map_herd m
            JOIN (
                SELECT holding_id, max(CASE WHEN closed_on IS NULL OR closed_on > ? THEN 1 ELSE 0 END) AS has_open
                FROM map_herd GROUP BY holding_id
            ) o ON o.holding_id = m.holding_id
            WHERE o.has_open = 0 OR m.closed_on IS NULL OR m.closed_on > ?
            GROUP BY m.holding_id ORDER BY m.holding_id
            """, [.day(scope.today), .day(scope.today)])
        try connection.analyze("map_herd")
        try connection.analyze("holding_herd")
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO herd (id, holding_id, code, name, class, orientation, milk_delivery, department, opened_on,
                closed_on)
            SELECT id, holding_id, code, name, class,
                COALESCE(orientation, CASE WHEN class IN ('dairy', 'beef') THEN class ELSE 'none' END),
                COALESCE(milk_delivery, 'none'), ?, opened_on, closed_on
            FROM in_herd WHERE is_new = 1 ORDER BY id
            """, [.text(scope.department)])
        try connection.update(
            "herd", from: table, ["name", "class", "orientation", "milk_delivery", "opened_on", "closed_on"])
    }
}

/// The screening rhythm of one herd, which overrides its commune's (decision 13).
package enum HerdScreeningPart: ImportPart {
    package static let table = StagedTable(
        "herd-screening", "in_herd_screening", ["holding", "herd", "disease", .int("interval_years"), .int("phase")],
        derived: [.id("herd_id")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["holding", "herd", "disease"], column: "herd")
        try connection.refuseUnknownHoldings(table, scope)
        try connection.dropRefused(table)
        try connection.resolveHerds(table)
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO screening (department, insee, herd_id, disease, interval_years, phase)
            SELECT ?, '', herd_id, disease, interval_years, phase FROM in_herd_screening WHERE 1 = 1
            ON CONFLICT (department, insee, herd_id, disease)
                DO UPDATE SET interval_years = excluded.interval_years, phase = excluded.phase
            """, [.text(scope.department)])
    }
}

extension Connection {
    /// Fills `herd_id` from `holding` and `herd`; refuses lines that name a herd the holding does not have.
    func resolveHerds(_ table: StagedTable) throws {
        try execute(
            """
            UPDATE \(table.name) SET herd_id = (
                SELECT m.id FROM map_herd m JOIN map_holding h ON h.id = m.holding_id
                WHERE h.number = \(table.name).holding AND m.code = \(table.name).herd)
            WHERE herd IS NOT NULL
            """)
        try run(
            ImportCheck(
                table, .herdUnknown, column: "herd", facts: ["holding", "herd"],
                "SELECT line, holding AS f1, herd AS f2 FROM \(table.name) WHERE herd IS NOT NULL AND herd_id IS NULL"))
        try dropRefused(table)
    }
}
