import Kernel

/// Bovines. `key_animal` holds every animal that the bundle names, with its id: new ones are numbered in the order of
/// their numbers, so that the tables fill from one end.
package enum AnimalPart: ImportPart {
    package static let table = StagedTable(
        "animals", "in_animal",
        [
            "number", "working_number", "sex", "breed", .day("birth_date"), .int("birth_precision"), "birth_holding",
            "dam", "father_breed", "mother_breed", .day("dead_on"), "production_type",
        ])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        let staged = try connection.count("SELECT count(*) FROM in_animal")
        try key(connection, upTo: staged)
        // Fewer keys than lines: only then is it worth looking for what stands twice.
        if try connection.count("SELECT count(*) FROM key_animal") < staged {
            try connection.refuseDuplicates(table, key: ["number"], column: "number")
            try connection.dropRefused(table)
        }
        try keyStored(connection)
        try connection.analyze("key_animal")
        try checkDams(connection)
    }

    /// A production type that a person has set, or that is there, stands (PRO-39, PRO-40).
    private static func key(_ connection: Connection, upTo count: Int) throws {
        guard count > 0 else { return }
        let unknown = try connection.count(
            "SELECT count(*) FROM in_animal s WHERE NOT EXISTS (SELECT 1 FROM animal a WHERE a.number = s.number)")
        let first = unknown > 0 ? try connection.takeIDs(unknown).bounds.lowerBound : 1
        try connection.execute(
            """
            INSERT INTO key_animal (number, id, line, is_new, sex, birth_date, dead_on, production_type)
            SELECT s.number,
                COALESCE(a.id, CAST(? AS BIGINT) - 1
                    + CAST(sum(CASE WHEN a.id IS NULL THEN 1 ELSE 0 END) OVER (
                        ORDER BY s.number, s.line ROWS UNBOUNDED PRECEDING) AS BIGINT)),
                s.line, CASE WHEN a.id IS NULL THEN 1 ELSE 0 END, s.sex, s.birth_date, COALESCE(s.dead_on, a.dead_on),
                CASE WHEN a.production_type_manual = 1 THEN a.production_type
                    ELSE COALESCE(a.production_type, s.production_type) END
            FROM in_animal s LEFT JOIN animal a ON a.number = s.number
            ORDER BY s.number, s.line
            ON CONFLICT (number) DO NOTHING
            """, [.int(first)])
    }

    /// Animals of the store that stays, assignments or dams of the file name.
    private static func keyStored(_ connection: Connection) throws {
        guard try connection.holdsRows("animal") else { return }
        for (staged, column) in [("in_stay", "animal"), ("in_assignment", "animal"), ("in_animal", "dam")] {
            try connection.execute(
                """
                INSERT INTO key_animal (number, id, line, is_new, sex, birth_date, dead_on, production_type)
                SELECT a.number, a.id, NULL, 0, a.sex, a.birth_date, a.dead_on, a.production_type
                FROM (
                    SELECT DISTINCT s.\(column) AS number FROM \(staged) s
                    LEFT JOIN key_animal k ON k.number = s.\(column)
                    WHERE k.number IS NULL AND s.\(column) IS NOT NULL
                ) n
                JOIN animal a ON a.number = n.number ORDER BY a.number
                """)
        }
    }

    private static func checkDams(_ connection: Connection) throws {
        try connection.run(
            ImportCheck(
                table, .damNotFemale, .warning, column: "dam", facts: ["animal", "dam"],
                """
                SELECT s.line, s.number AS f1, s.dam AS f2 FROM in_animal s JOIN key_animal d ON d.number = s.dam
                WHERE d.sex = 'M'
                """))
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO animal (id, number, working_number, sex, breed, birth_date, birth_precision, birth_holding,
                dam, father_breed, mother_breed, dead_on, production_type)
            SELECT k.id, s.number, s.working_number, s.sex, COALESCE(s.breed, '00'), s.birth_date, s.birth_precision,
                s.birth_holding, s.dam, s.father_breed, s.mother_breed, s.dead_on, s.production_type
            FROM key_animal k JOIN in_animal s ON s.line = k.line WHERE k.is_new = 1 ORDER BY k.number
            """)
        try updateStored(connection)
    }

    private static func updateStored(_ connection: Connection) throws {
        guard try connection.hasStoredAnimals() else { return }
        let columns = [
            "working_number", "sex", "breed", "birth_date", "birth_precision", "birth_holding", "dam", "father_breed",
            "mother_breed", "dead_on",
        ]
        let changes = columns.map { "\($0) = COALESCE(s.\($0), animal.\($0))" }
        let differences = columns.map { "(s.\($0) IS NOT NULL AND \(connection.differ("s.\($0)", "animal.\($0)")))" }
        try connection.execute(
            """
            UPDATE animal SET \(changes.joined(separator: ", "))
            FROM key_animal k JOIN in_animal s ON s.line = k.line
            WHERE animal.id = k.id AND k.is_new = 0 AND (\(differences.joined(separator: " OR ")))
            """)
    }
}

extension Connection {
    /// Whether the bundle names an animal that was there before.
    func hasStoredAnimals() throws -> Bool {
        try first("SELECT 1 FROM key_animal WHERE is_new = 0 LIMIT 1", [], { $0.int(0) }) != nil
    }
}
