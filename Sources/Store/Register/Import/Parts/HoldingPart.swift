/// Holdings, under their EDE number.
package enum HoldingPart: ImportPart {
    package static let table = StagedTable(
        "holdings", "in_holding",
        [
            "number", "name", "keeper", "address", "postcode", "town", "insee", "department", .day("opened_on"),
            .day("closed_on"), "search_name",
        ],
        derived: [.id("id"), .flag("is_new")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["number"], column: "number")
        try connection.run(
            ImportCheck(
                table, .otherDepartment, column: "department", facts: ["found", "expected"],
                "SELECT line, department AS f1, ? AS f2 FROM in_holding WHERE department <> ?"),
            [.text(scope.department), .text(scope.department)])
        // A holding that the store has elsewhere does not change department by a neighbour's file.
        try connection.run(
            ImportCheck(
                table, .otherDepartment, column: "number", facts: ["found", "expected"],
                """
                SELECT s.line, h.department AS f1, ? AS f2 FROM in_holding s JOIN holding h ON h.number = s.number
                WHERE h.department <> ? AND s.department = ?
                """), [.text(scope.department), .text(scope.department), .text(scope.department)])
        try connection.rememberRefused(table, key: "number")
        try connection.dropRefused(table)
        try connection.execute(
            """
            UPDATE in_holding SET is_new = 0,
                id = (SELECT h.id FROM holding h WHERE h.number = in_holding.number)
            """)
        try connection.numberNewRows(table, in: "number")
        try fillMap(connection)
    }

    /// Every holding there is, as it will be after the import.
    private static func fillMap(_ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO map_holding (number, id, department, keeper, closed_on)
            SELECT COALESCE(s.number, h.number), h.id, h.department, COALESCE(s.keeper, h.keeper),
                COALESCE(s.closed_on, h.closed_on)
            FROM holding h LEFT JOIN in_holding s ON s.id = h.id ORDER BY h.number
            """)
        try connection.execute(
            """
            INSERT INTO map_holding (number, id, department, keeper, closed_on)
            SELECT number, id, department, keeper, closed_on FROM in_holding WHERE is_new = 1 ORDER BY number
            """)
        // Looked up by id too: without this PostgreSQL goes through all holdings for each stay.
        try connection.script("CREATE INDEX map_holding_by_id ON map_holding (id)")
        try connection.analyze("map_holding")
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO holding (id, number, name, keeper, address, postcode, town, insee, department, opened_on,
                closed_on, search_name)
            SELECT id, number, name, keeper, address, postcode, town, insee, department, opened_on, closed_on,
                search_name
            FROM in_holding WHERE is_new = 1 ORDER BY id
            """)
        try connection.update(
            "holding", from: table,
            [
                "name", "keeper", "address", "postcode", "town", "insee", "opened_on", "closed_on", "search_name",
            ])
    }
}

extension Connection {
    /// Keys of refused lines: their absence from the good lines says nothing about the holding or animal.
    func rememberRefused(_ table: StagedTable, key: String) throws {
        try execute(
            """
            INSERT INTO in_token (token)
            SELECT DISTINCT s.\(key) FROM \(table.name) s
            WHERE s.line IN (SELECT line FROM in_fault WHERE part = '\(table.part)' AND refused = 1)
            ON CONFLICT (token) DO NOTHING
            """)
    }
}
