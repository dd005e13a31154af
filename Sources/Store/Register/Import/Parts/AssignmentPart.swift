import Kernel
import Register

/// Which herd of its holding an animal is in. A bundle either says it itself, or leaves it to the rule: the only herd,
/// or the only one of the animal's production type.
package enum AssignmentPart: ImportPart {
    package static let table = StagedTable(
        "herd-assignments", "in_assignment", ["animal", "holding", "herd", .day("since"), .day("until")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try Introductions.judge(connection, scope)
        try createKeys(connection)
        guard scope.has(table) else { return }
        let staged = try connection.count("SELECT count(*) FROM in_assignment")
        try key(connection)
        if try connection.count("SELECT count(*) FROM key_assignment") < staged { try findUnkeyed(connection, scope) }
        try checkStays(connection)
        try checkOverlaps(connection)
        try connection.dropRefused(table, from: "key_assignment")
        try connection.analyze("key_assignment")
        try checkUnplaced(connection)
    }

    private static func createKeys(_ connection: Connection) throws {
        let clustered = connection.dialect.pick(sqlite: " WITHOUT ROWID", postgres: "")
        try connection.script(
            MigrationTokens.expand(
                """
                CREATE TEMP TABLE key_assignment (animal_id {id}, since {day}, herd_id {id}, line {int}, until {day},
                    introduced_on {day}, has_stay {flag}, PRIMARY KEY (animal_id, since, herd_id))\(clustered)
                """, connection.dialect))
    }

    private static func key(_ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO key_assignment (animal_id, since, herd_id, line, until, introduced_on, has_stay)
            SELECT k.id, s.since, h.id, s.line, s.until, p.introduced_on,
                CASE WHEN p.animal_id IS NULL THEN 0 ELSE 1 END
            FROM in_assignment s
            JOIN key_animal k ON k.number = s.animal
            JOIN map_holding m ON m.number = s.holding
            JOIN map_herd h ON h.holding_id = m.id AND h.code = s.herd
            LEFT JOIN key_stay p ON p.animal_id = k.id AND p.holding_id = m.id AND p.entered_on <= s.since
                AND (p.left_on IS NULL OR p.left_on >= s.since)
            ORDER BY k.id, s.since, h.id, s.line, p.entered_on
            ON CONFLICT (animal_id, since, herd_id) DO NOTHING
            """)
        try connection.analyze("key_assignment")
    }

    private static func findUnkeyed(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["animal", "holding", "herd", "since"], column: "animal")
        try connection.run(
            ImportCheck(
                table, .animalUnknown, column: "animal", facts: ["value"],
                """
                SELECT s.line, s.animal AS f1 FROM in_assignment s LEFT JOIN key_animal k ON k.number = s.animal
                WHERE k.number IS NULL
                """))
        try connection.refuseUnknownHoldings(table, scope)
        try connection.run(
            ImportCheck(
                table, .herdUnknown, column: "herd", facts: ["holding", "herd"],
                """
                SELECT s.line, s.holding AS f1, s.herd AS f2 FROM in_assignment s
                JOIN map_holding m ON m.number = s.holding
                WHERE NOT EXISTS (SELECT 1 FROM map_herd h WHERE h.holding_id = m.id AND h.code = s.herd)
                """))
    }

    /// A stay of the store serves as well as one of the file.
    private static func checkStays(_ connection: Connection) throws {
        guard try connection.count("SELECT count(*) FROM key_assignment WHERE has_stay = 0") > 0 else { return }
        try connection.run(
            ImportCheck(
                table, .assignmentWithoutStay, column: "since", facts: ["animal", "holding"],
                """
                SELECT k.line, s.animal AS f1, s.holding AS f2 FROM key_assignment k
                JOIN in_assignment s ON s.line = k.line JOIN map_holding m ON m.number = s.holding
                WHERE k.has_stay = 0 AND NOT EXISTS (
                    SELECT 1 FROM stay p WHERE p.animal_id = k.animal_id AND p.holding_id = m.id
                        AND p.retracted_at IS NULL AND p.entered_on <= k.since
                        AND (p.left_on IS NULL OR p.left_on >= k.since))
                """))
    }

    /// CROSS JOIN keeps SQLite to this order: overlaps are few.
    private static func checkOverlaps(_ connection: Connection) throws {
        try connection.run(
            ImportCheck(
                table, .assignmentOverlap, column: "since", facts: ["animal", "other"],
                """
                SELECT k.line, min(s.animal) AS f1, min(o.line) AS f2
                FROM key_assignment k CROSS JOIN key_assignment o CROSS JOIN in_assignment s
                WHERE s.line = k.line AND o.animal_id = k.animal_id AND (o.until IS NULL OR o.until > k.since)
                    AND (o.since < k.since OR (o.since = k.since AND o.herd_id < k.herd_id))
                GROUP BY k.line
                """))
    }

    /// Animals present that the bundle puts in no herd (PRO-29), told once a holding.
    private static func checkUnplaced(_ connection: Connection) throws {
        try connection.run(
            ImportCheck(
                StayPart.table, .animalsWithoutHerd, .warning, column: "holding", facts: ["holding", "count"],
                """
                SELECT min(k.line) AS line, min(m.number) AS f1, count(*) AS f2
                FROM key_stay k JOIN map_holding m ON m.id = k.holding_id
                WHERE k.left_on IS NULL
                    AND NOT EXISTS (SELECT 1 FROM key_assignment a WHERE a.animal_id = k.animal_id AND a.until IS NULL)
                    AND NOT EXISTS (SELECT 1 FROM herd_assignment a WHERE a.animal_id = k.animal_id
                        AND a.until IS NULL AND a.retracted_at IS NULL)
                GROUP BY k.holding_id
                """))
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try AssignmentMerge.followStays(connection)
        if scope.has(table) {
            try AssignmentMerge.giveWay(connection, scope)
            try AssignmentMerge.insertGiven(connection)
        } else {
            try AssignmentMerge.settleTypes(connection)
            try AssignmentMerge.insertByRule(connection)
        }
    }
}
