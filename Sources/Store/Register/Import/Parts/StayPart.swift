import Kernel
import Register

/// Presence periods. One pass gives every line its ids, what is wrong with its dates, its herd and its introduction;
/// lines that get no ids are looked for only when some are missing.
package enum StayPart: ImportPart {
    package static let table = StagedTable(
        "stays", "in_stay",
        ["animal", "holding", .day("entered_on"), "entry_cause", .day("left_on"), "exit_cause"])

    /// What the one pass says of a line's dates, as bits.
    private enum Flag {
        static let entryBeforeBirth = 1
        static let entryAfterDeath = 2
        static let exitAfterDeath = 4
        static let otherDepartment = 8
    }

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        let staged = try connection.count("SELECT count(*) FROM in_stay")
        guard staged > 0 else { return }
        try key(connection, scope)
        if try connection.count("SELECT count(*) FROM key_stay") < staged { try findUnkeyed(connection) }
        try checkDates(connection, scope)
        try StayOverlaps.judge(connection, scope)
        try connection.execute(
            """
            INSERT INTO in_token (token)
            SELECT DISTINCT s.animal FROM in_stay s
            WHERE s.line IN (SELECT line FROM in_fault WHERE part = 'stays' AND refused = 1)
            ON CONFLICT (token) DO NOTHING
            """)
        try connection.dropRefused(table, from: "key_stay")
        try connection.analyze("key_stay")
        try checkDamsAtBirth(connection)
        try noteChanges(connection)
        if !scope.has(AssignmentPart.table) { try checkUnplaced(connection) }
    }

    private static func key(_ connection: Connection, _ scope: ImportScope) throws {
        // The rule says which causes of entry are an arrival when nothing came before.
        let births = EntryCause.allCases.filter { Introduction.firstArrival($0, on: scope.today) == nil }
        let isBirth = births.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        try connection.execute(
            """
            INSERT INTO key_stay (animal_id, entered_on, holding_id, line, entry_cause, left_on, exit_cause,
                introduced_on, herd_id, flags)
            SELECT k.id, s.entered_on, m.id, s.line, s.entry_cause, s.left_on, s.exit_cause,
                CASE WHEN s.entry_cause IN (\(isBirth)) THEN NULL ELSE s.entered_on END,
                COALESCE(h.single_id, CASE k.production_type WHEN 'dairy' THEN h.dairy_id WHEN 'beef' THEN h.beef_id
                    END),
                CASE WHEN s.entered_on < k.birth_date THEN \(Flag.entryBeforeBirth) ELSE 0 END
                    + CASE WHEN s.entered_on > k.dead_on THEN \(Flag.entryAfterDeath) ELSE 0 END
                    + CASE WHEN s.left_on > k.dead_on THEN \(Flag.exitAfterDeath) ELSE 0 END
                    + CASE WHEN m.department <> ? THEN \(Flag.otherDepartment) ELSE 0 END
            FROM in_stay s
            JOIN key_animal k ON k.number = s.animal
            JOIN map_holding m ON m.number = s.holding
            LEFT JOIN holding_herd h ON h.holding_id = m.id
            ORDER BY k.id, s.entered_on, m.id, s.line
            ON CONFLICT (animal_id, entered_on, holding_id) DO NOTHING
            """, [.text(scope.department)])
        try connection.analyze("key_stay")
    }

    private static func findUnkeyed(_ connection: Connection) throws {
        try connection.refuseDuplicates(table, key: ["animal", "holding", "entered_on"], column: "animal")
        try connection.run(
            ImportCheck(
                table, .animalUnknown, column: "animal", facts: ["value"],
                """
                SELECT s.line, s.animal AS f1 FROM in_stay s LEFT JOIN key_animal k ON k.number = s.animal
                WHERE k.number IS NULL
                """))
        try connection.run(
            ImportCheck(
                table, .holdingUnknown, column: "holding", facts: ["value"],
                """
                SELECT s.line, s.holding AS f1 FROM in_stay s LEFT JOIN map_holding m ON m.number = s.holding
                WHERE m.number IS NULL
                """))
    }

    private static func checkDates(_ connection: Connection, _ scope: ImportScope) throws {
        func flagged(_ flag: Int, _ facts: String) -> String {
            """
            SELECT k.line, \(facts) FROM key_stay k JOIN in_stay s ON s.line = k.line
            JOIN key_animal a ON a.number = s.animal JOIN map_holding m ON m.id = k.holding_id
            WHERE (k.flags & \(flag)) <> 0
            """
        }
        let present = Set(try connection.all("SELECT DISTINCT flags FROM key_stay") { Int($0.int(0)) })
        let checks: [(Int, ImportCheck)] = [
            (
                Flag.entryBeforeBirth,
                ImportCheck(
                    table, .entryBeforeBirth, .warning, column: "entered", facts: ["animal", "entered", "born"],
                    flagged(Flag.entryBeforeBirth, "s.animal AS f1, s.entered_on AS f2, a.birth_date AS f3"))
            ),
            (
                Flag.entryAfterDeath,
                ImportCheck(
                    table, .entryAfterDeath, column: "entered", facts: ["animal", "entered", "dead"],
                    flagged(Flag.entryAfterDeath, "s.animal AS f1, s.entered_on AS f2, a.dead_on AS f3"))
            ),
            (
                Flag.exitAfterDeath,
                ImportCheck(
                    table, .exitAfterDeath, .warning, column: "left", facts: ["animal", "left", "dead"],
                    flagged(Flag.exitAfterDeath, "s.animal AS f1, s.left_on AS f2, a.dead_on AS f3"))
            ),
            (
                Flag.otherDepartment,
                ImportCheck(
                    table, .otherDepartment, column: "holding", facts: ["found", "expected"],
                    flagged(Flag.otherDepartment, "m.department AS f1, '\(scope.department)' AS f2"))
            ),
        ]
        for (flag, check) in checks where present.contains(where: { $0 & flag != 0 }) { try connection.run(check) }
    }

    /// Dams that are known, but were elsewhere on the day of birth (the dam gives birth where she stays).
    private static func checkDamsAtBirth(_ connection: Connection) throws {
        try connection.run(
            ImportCheck(
                AnimalPart.table, .damNotAtBirth, .warning, column: "dam", facts: ["animal", "dam"],
                """
                SELECT s.line, s.number AS f1, s.dam AS f2
                FROM in_animal s
                JOIN key_animal d ON d.number = s.dam
                JOIN map_holding m ON m.number = s.birth_holding
                WHERE s.birth_precision = 0
                    AND (EXISTS (SELECT 1 FROM key_stay e WHERE e.animal_id = d.id)
                        OR EXISTS (SELECT 1 FROM stay e WHERE e.animal_id = d.id AND e.retracted_at IS NULL))
                    AND NOT EXISTS (SELECT 1 FROM key_stay p WHERE p.animal_id = d.id AND p.holding_id = m.id
                        AND p.entered_on <= s.birth_date AND (p.left_on IS NULL OR p.left_on >= s.birth_date))
                    AND NOT EXISTS (SELECT 1 FROM stay p WHERE p.animal_id = d.id AND p.holding_id = m.id
                        AND p.retracted_at IS NULL
                        AND p.entered_on <= s.birth_date AND (p.left_on IS NULL OR p.left_on >= s.birth_date))
                """))
    }

    /// Stays that are there with another end: their assignments follow.
    private static func noteChanges(_ connection: Connection) throws {
        guard try connection.holdsRows("stay") else { return }
        try connection.execute(
            """
            INSERT INTO changed_stay (animal_id, entered_on, holding_id, old_left_on, left_on)
            SELECT k.animal_id, k.entered_on, k.holding_id, t.left_on, k.left_on
            FROM key_stay k JOIN stay t
                ON t.animal_id = k.animal_id AND t.entered_on = k.entered_on AND t.holding_id = k.holding_id
            WHERE \(connection.differ("t.left_on", "k.left_on")) OR t.retracted_at IS NOT NULL
            """)
        try connection.analyze("changed_stay")
    }

    /// Animals present that no rule gives a herd (PRO-29), told once a holding.
    private static func checkUnplaced(_ connection: Connection) throws {
        try connection.run(
            ImportCheck(
                table, .animalsWithoutHerd, .warning, column: "holding", facts: ["holding", "count"],
                """
                SELECT min(k.line) AS line, min(m.number) AS f1, count(*) AS f2
                FROM key_stay k JOIN map_holding m ON m.id = k.holding_id
                WHERE k.herd_id IS NULL AND k.left_on IS NULL
                    AND NOT EXISTS (SELECT 1 FROM herd_assignment a WHERE a.animal_id = k.animal_id
                        AND a.until IS NULL AND a.retracted_at IS NULL)
                GROUP BY k.holding_id
                """))
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO stay (animal_id, entered_on, holding_id, entry_cause, left_on, exit_cause)
            SELECT animal_id, entered_on, holding_id, entry_cause, left_on, exit_cause FROM key_stay WHERE 1 = 1
            ORDER BY animal_id, entered_on, holding_id
            ON CONFLICT (animal_id, entered_on, holding_id) DO UPDATE SET
                entry_cause = excluded.entry_cause, left_on = excluded.left_on, exit_cause = excluded.exit_cause,
                retracted_at = NULL
            WHERE \(connection.differ("stay.left_on", "excluded.left_on"))
                OR \(connection.differ("stay.exit_cause", "excluded.exit_cause"))
                OR stay.entry_cause <> excluded.entry_cause OR stay.retracted_at IS NOT NULL
            """)
    }
}
