import Kernel
import Register

/// The introduction of animals that have stayed somewhere before: the rule looks at all their stays in order. Animals
/// with one stay have theirs from its cause alone, set when the line was keyed.
enum Introductions {
    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        let changes: [Change] = try connection.together { try self.changes(connection, scope) }
        guard !changes.isEmpty else { return }
        try connection.script(
            MigrationTokens.expand(
                """
                CREATE TEMP TABLE new_introduction (animal_id {id}, entered_on {day}, holding_id {id}, day {day})
                """, connection.dialect))
        try connection.together {
            try connection.bulkInsert(
                into: "new_introduction", columns: ["animal_id", "entered_on", "holding_id", "day"]
            ) { writer in
                for change in changes {
                    writer.int(change.animal)
                    writer.day(change.enteredOn)
                    writer.int(change.holding)
                    writer.day(change.day)
                    try writer.endRow()
                }
            }
        }
        try connection.execute(
            """
            UPDATE key_stay SET introduced_on = n.day FROM new_introduction n
            WHERE key_stay.animal_id = n.animal_id AND key_stay.entered_on = n.entered_on
                AND key_stay.holding_id = n.holding_id
            """)
    }

    private struct Change {
        let animal: Int64
        let enteredOn: Day
        let holding: Int64
        let day: Day?
    }

    /// Where the rule says other than the cause alone: returns, and keepers who changed number.
    private static func changes(_ connection: Connection, _ scope: ImportScope) throws -> [Change] {
        var changes: [Change] = []
        var animal: Int64 = 0
        var presences: [Introduction.Presence] = []
        func judgeAnimal() {
            for (presence, day) in zip(presences, Introduction.days(of: presences))
            where day != Introduction.firstArrival(presence.entryCause, on: presence.enteredOn) {
                changes.append(
                    Change(animal: animal, enteredOn: presence.enteredOn, holding: presence.holding, day: day))
            }
            presences.removeAll(keepingCapacity: true)
        }
        let (isKept, arguments) = StoredStays.kept("t", scope)
        let hasStored = try connection.holdsRows("stay")
        try connection.rows(hasStored ? query(isKept) : queryOfFile, hasStored ? arguments + arguments : []) { row in
            if row.int(0) != animal { judgeAnimal() }
            animal = row.int(0)
            presences.append(
                Introduction.Presence(
                    holding: row.int(1), keeper: row.textOrNil(2).map(SearchName.of),
                    entered: (row.day(3), EntryCause(rawValue: row.text(4)) ?? .other),
                    left: (row.dayOrNil(5), row.textOrNil(6).flatMap(ExitCause.init))))
        }
        judgeAnimal()
        return changes
    }

    /// The same where the store holds no stay.
    private static let queryOfFile = """
        SELECT p.animal_id, p.holding_id, m.keeper, p.entered_on, p.entry_cause, p.left_on, p.exit_cause
        FROM key_stay p JOIN map_holding m ON m.id = p.holding_id
        WHERE p.animal_id IN (SELECT animal_id FROM key_stay GROUP BY animal_id HAVING count(*) > 1)
        ORDER BY p.animal_id, p.entered_on, p.holding_id
        """

    /// All stays, of file and store, of the animals in the file that have more than one.
    private static func query(_ isKept: String) -> String {
        """
        SELECT p.animal_id, p.holding_id, m.keeper, p.entered_on, p.entry_cause, p.left_on, p.exit_cause
        FROM (
            SELECT animal_id, holding_id, entered_on, entry_cause, left_on, exit_cause FROM key_stay
            UNION ALL
            SELECT t.animal_id, t.holding_id, t.entered_on, t.entry_cause, t.left_on, t.exit_cause
            FROM stay t WHERE t.animal_id IN (SELECT animal_id FROM key_stay) AND \(isKept)
        ) p
        JOIN map_holding m ON m.id = p.holding_id
        WHERE p.animal_id IN (
            SELECT animal_id FROM key_stay GROUP BY animal_id HAVING count(*) > 1
            UNION
            SELECT k.animal_id FROM key_stay k JOIN stay t ON t.animal_id = k.animal_id WHERE \(isKept))
        ORDER BY p.animal_id, p.entered_on, p.holding_id
        """
    }
}
