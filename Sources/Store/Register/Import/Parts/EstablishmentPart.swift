import Kernel

/// The legal side of a holding, by SIRET or NUMAGRIT. It comes with its holding or not at all (PRO-21).
package enum EstablishmentPart: ImportPart {
    package static let table = StagedTable(
        "establishments", "in_establishment", ["siret", "numagrit", "holding", "name"],
        derived: [.id("id"), .flag("is_new"), .id("holding_id")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["siret", "numagrit", "holding"], column: "siret")
        try connection.run(
            ImportCheck(
                table, .establishmentWithoutHolding, column: "holding", facts: ["siret"],
                "SELECT line, COALESCE(siret, numagrit) AS f1 FROM in_establishment WHERE holding IS NULL"))
        try connection.refuseUnknownHoldings(table, scope)
        try connection.dropRefused(table)
        try connection.execute(
            """
            UPDATE in_establishment SET is_new = 0,
                holding_id = (SELECT m.id FROM map_holding m WHERE m.number = in_establishment.holding)
            """)
        try connection.execute(
            """
            UPDATE in_establishment SET id = (
                SELECT min(e.id) FROM establishment e WHERE e.holding_id = in_establishment.holding_id
                    AND (e.siret = in_establishment.siret OR e.numagrit = in_establishment.numagrit))
            """)
        try connection.numberNewRows(table, in: "holding_id")
        try checkSharedSirets(connection)
    }

    /// PRO-17: the couples of EDE and SIRET.
    private static func checkSharedSirets(_ connection: Connection) throws {
        try connection.run(
            ImportCheck(
                table, .siretOfOtherHolding, .warning, column: "siret", facts: ["siret", "holding", "other"],
                """
                SELECT s.line, s.siret AS f1, s.holding AS f2, min(o.number) AS f3
                FROM in_establishment s
                JOIN (
                    SELECT e.siret, h.number FROM establishment e JOIN holding h ON h.id = e.holding_id
                    UNION SELECT i.siret, i.holding FROM in_establishment i
                ) o ON o.siret = s.siret AND o.number <> s.holding
                GROUP BY s.line, s.siret, s.holding
                """))
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO establishment (id, holding_id, siret, numagrit, name)
            SELECT id, holding_id, siret, numagrit, name FROM in_establishment WHERE is_new = 1 ORDER BY id
            """)
        try connection.update("establishment", from: table, ["siret", "numagrit", "name"])
    }
}

extension Connection {
    /// Refuses lines whose `holding` is not known, or lies in another department.
    func refuseUnknownHoldings(_ table: StagedTable, _ scope: ImportScope) throws {
        try run(
            ImportCheck(
                table, .holdingUnknown, column: "holding", facts: ["value"],
                """
                SELECT s.line, s.holding AS f1 FROM \(table.name) s
                WHERE s.holding IS NOT NULL AND NOT EXISTS (SELECT 1 FROM map_holding m WHERE m.number = s.holding)
                """))
        try run(
            ImportCheck(
                table, .otherDepartment, column: "holding", facts: ["found", "expected"],
                """
                SELECT s.line, m.department AS f1, ? AS f2 FROM \(table.name) s
                JOIN map_holding m ON m.number = s.holding WHERE m.department <> ?
                """), [.text(scope.department), .text(scope.department)])
    }
}
