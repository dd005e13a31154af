import Register

/// Veterinarians. The list is the authority's to keep (PRO-163).
package enum VeterinarianPart: ImportPart {
    package static let table = StagedTable(
        "veterinarians", "in_veterinarian", ["order_number", "name", "practice", "email", .flag("accredited")],
        derived: [.id("id"), .flag("is_new"), .id("practice_id")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseUnlessAuthority(table, scope)
        try connection.refuseDuplicates(table, key: ["order_number"], column: "order-number")
        try connection.dropRefused(table)
        try connection.execute(
            """
            UPDATE in_veterinarian SET is_new = 0,
                id = (SELECT v.id FROM veterinarian v WHERE v.order_number = in_veterinarian.order_number),
                practice_id = \(Connection.organisationID("in_veterinarian.practice"))
            """)
        try connection.run(
            ImportCheck(
                table, .organisationUnknown, column: "practice", facts: ["value"],
                """
                SELECT line, practice AS f1 FROM in_veterinarian WHERE practice IS NOT NULL AND practice_id IS NULL
                """))
        try connection.dropRefused(table)
        try connection.numberNewRows(table, in: "order_number")
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO veterinarian (id, order_number, name, practice_id, email, accredited)
            SELECT id, order_number, name, practice_id, email, accredited
            FROM in_veterinarian WHERE is_new = 1 ORDER BY id
            """)
        try connection.update("veterinarian", from: table, ["name", "practice_id", "email", "accredited"])
    }
}

extension Connection {
    /// Refuses every line of a table that only the authority may send.
    func refuseUnlessAuthority(_ table: StagedTable, _ scope: ImportScope) throws {
        guard !scope.isAuthority else { return }
        try run(ImportCheck(table, .authorityOnly, .refused, "SELECT line FROM \(table.name)"))
    }
}
