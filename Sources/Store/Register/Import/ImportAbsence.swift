import Kernel

/// What a full bundle no longer holds (decision 17): holdings and herds become closure candidates, stays are retracted.
enum ImportAbsence {
    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        guard scope.isFull else { return }
        let department = SQLValue.text(scope.department)
        if scope.has(HoldingPart.table) { try findHoldings(connection, department) }
        if scope.has(HerdPart.table) { try findHerds(connection, department) }
        if scope.has(StayPart.table) { try findStays(connection, department) }
    }

    private static func findHoldings(_ connection: Connection, _ department: SQLValue) throws {
        try connection.execute(
            """
            INSERT INTO absent_subject (kind, id)
            SELECT 'holding', h.id FROM holding h
            WHERE h.department = ? AND h.closed_on IS NULL
                AND NOT EXISTS (SELECT 1 FROM in_holding s WHERE s.number = h.number)
                AND NOT EXISTS (SELECT 1 FROM in_token t WHERE t.token = h.number)
            """, [department])
    }

    /// A herd of a holding that is absent as a whole is not listed beside it.
    private static func findHerds(_ connection: Connection, _ department: SQLValue) throws {
        try connection.execute(
            """
            INSERT INTO absent_subject (kind, id)
            SELECT 'herd', h.id FROM herd h JOIN holding o ON o.id = h.holding_id
            WHERE h.department = ? AND h.closed_on IS NULL
                AND h.id NOT IN (SELECT s.id FROM in_herd s)
                AND h.holding_id NOT IN (SELECT a.id FROM absent_subject a WHERE a.kind = 'holding')
                AND NOT EXISTS (SELECT 1 FROM in_token t
                    WHERE t.token = o.number || '/' || h.code OR t.token = o.number)
            """, [department])
    }

    /// A stay whose animal or holding stands on a refused line is kept: its absence says nothing.
    private static func findStays(_ connection: Connection, _ department: SQLValue) throws {
        let absent = """
            FROM stay s JOIN map_holding h ON h.id = s.holding_id JOIN animal a ON a.id = s.animal_id
            WHERE h.department = ? AND s.retracted_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM key_stay k WHERE k.animal_id = s.animal_id
                    AND k.entered_on = s.entered_on AND k.holding_id = s.holding_id)
            """
        let isUnclear = "EXISTS (SELECT 1 FROM in_token t WHERE t.token = a.number OR t.token = h.number)"
        try connection.execute(
            """
            INSERT INTO absent_stay (animal_id, entered_on, holding_id, left_on)
            SELECT s.animal_id, s.entered_on, s.holding_id, s.left_on \(absent) AND NOT \(isUnclear)
            """, [department])
        try connection.run(
            ImportCheck(
                StayPart.table, .stayKeptLineRefused, .warning, facts: ["animal"],
                "SELECT 0 AS line, a.number AS f1 \(absent) AND \(isUnclear)"), [department])
        try connection.analyze("absent_stay")
    }

    /// Retracts what is absent. Candidates are kept once the run is recorded: see `keepClosureCandidates`.
    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        guard scope.isFull else { return }
        try retract(connection, scope)
    }

    private static func retract(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            UPDATE stay SET retracted_at = ? WHERE (animal_id, entered_on, holding_id) IN
                (SELECT animal_id, entered_on, holding_id FROM absent_stay)
            """, [.text(scope.now)])
        try connection.execute(
            """
            UPDATE herd_assignment SET retracted_at = ?
            FROM absent_stay a JOIN herd h ON h.holding_id = a.holding_id
            WHERE herd_assignment.animal_id = a.animal_id AND herd_assignment.herd_id = h.id
                AND herd_assignment.retracted_at IS NULL AND herd_assignment.since >= a.entered_on
                AND (a.left_on IS NULL OR herd_assignment.since < a.left_on OR a.left_on = a.entered_on)
            """, [.text(scope.now)])
    }
}

/// How much of what was there is absent.
package struct AbsenceCount: Sendable, Hashable {
    package let table: String
    package let absent: Int
    package let total: Int
}

extension Connection {
    /// After `judgeImport`: holdings and stays against what the department has, herds as a plain number.
    package func absenceCounts(_ scope: ImportScope) throws -> [AbsenceCount] {
        guard scope.isFull else { return [] }
        let department = [SQLValue.text(scope.department)]
        func absent(_ kind: String) throws -> Int {
            try count("SELECT count(*) FROM absent_subject WHERE kind = '\(kind)'")
        }
        return [
            AbsenceCount(
                table: HoldingPart.table.part, absent: try absent("holding"),
                total: try count(
                    "SELECT count(*) FROM holding WHERE department = ? AND closed_on IS NULL", department)),
            AbsenceCount(
                table: HerdPart.table.part, absent: try absent("herd"),
                total: try count("SELECT count(*) FROM herd WHERE department = ? AND closed_on IS NULL", department)),
            AbsenceCount(
                table: StayPart.table.part, absent: try count("SELECT count(*) FROM absent_stay"),
                total: try count(
                    """
                    SELECT count(*) FROM stay s JOIN holding h ON h.id = s.holding_id
                    WHERE h.department = ? AND s.retracted_at IS NULL
                    """, department)),
        ]
    }
}

extension Connection {
    /// Records what should perhaps be closed, and settles candidates that are back.
    package func keepClosureCandidates(_ scope: ImportScope) throws {
        try execute(
            """
            INSERT INTO closure_candidate (import_id, kind, subject_id)
            SELECT ?, s.kind, s.id FROM absent_subject s WHERE NOT EXISTS (
                SELECT 1 FROM closure_candidate c
                WHERE c.kind = s.kind AND c.subject_id = s.id AND c.state = 'open')
            """, [.int(scope.importID)])
        for (kind, staged) in [("holding", "in_holding"), ("herd", "in_herd")] {
            try execute(
                """
                UPDATE closure_candidate SET state = 'kept', resolved_by = ?, resolved_at = ?
                WHERE state = 'open' AND kind = '\(kind)' AND import_id <> ?
                    AND subject_id IN (SELECT id FROM \(staged))
                """, [.text(scope.actor), .text(scope.now), .int(scope.importID)])
        }
    }
}
