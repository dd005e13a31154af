import Kernel

/// A result that belongs to nothing yet: the list empties only by attachment or with a reason (decision 4).
package struct UnattachedRow: Sendable, Hashable {
    package let id: Int64
    package let kind: String
    package let run: Int64
    package let line: Int
    /// JSON: what the line says.
    package let facts: String
    package let findings: String
    package let nonNegative: Bool
    package let state: String
}

extension Connection {
    /// Open ones, the non-negative first, then the oldest.
    package func openUnattached(department: String, nonNegativeOnly: Bool, limit: Int) throws -> [UnattachedRow] {
        try all(
            """
            SELECT \(UnattachedRow.columns) FROM unattached_result
            WHERE department = ? AND state = 'open'\(nonNegativeOnly ? " AND non_negative = 1" : "")
            ORDER BY non_negative DESC, id LIMIT ?
            """, [.text(department), .int(limit)], UnattachedRow.init)
    }

    package func unattached(_ id: Int64, department: String) throws -> UnattachedRow? {
        try first(
            "SELECT \(UnattachedRow.columns) FROM unattached_result WHERE id = ? AND department = ?",
            [.int(id), .text(department)], UnattachedRow.init)
    }

    /// Refused lines that may be non-negative stand on the same list.
    package func openNonNegativeRefused(department: String, limit: Int) throws -> [RefusedResult] {
        try openRefusedResults(department: department, limit: limit).filter(\.nonNegative)
    }

    package func openUnattachedCount(ofRun run: Int64) throws -> Int {
        try count("SELECT count(*) FROM unattached_result WHERE import_id = ? AND state = 'open'", [.int(run)])
    }

    /// Open ones of a run, in the order of their lines.
    package func openUnattached(ofRun run: Int64, limit: Int) throws -> [UnattachedRow] {
        try all(
            """
            SELECT \(UnattachedRow.columns) FROM unattached_result WHERE import_id = ? AND state = 'open'
            ORDER BY line, id LIMIT ?
            """, [.int(run), .int(limit)], UnattachedRow.init)
    }

    /// Reports of a run that wait and whose lines are judged again.
    package func supersedeUnattached(ofRun run: Int64, lines: [Int]) throws {
        for line in lines {
            try execute(
                "UPDATE unattached_result SET state = 'replaced' WHERE import_id = ? AND line = ? AND state = 'open'",
                [.int(run), .int(line)])
        }
    }

    package func settleUnattached(
        _ id: Int64, as state: String, by who: (actor: String, at: String), resolution: String
    ) throws {
        try execute(
            """
            UPDATE unattached_result SET state = ?, resolved_by = ?, resolved_at = ?, resolution = ?
            WHERE id = ? AND state = 'open'
            """, [.text(state), .text(who.actor), .text(who.at), .text(resolution), .int(id)])
    }
}

extension UnattachedRow {
    static let columns = "id, kind, import_id, line, facts, findings, non_negative, state"

    init(_ row: borrowing Row) {
        self.init(
            id: row.int(0), kind: row.text(1), run: row.int(2), line: Int(row.int(3)), facts: row.text(4),
            findings: row.text(5), nonNegative: row.flag(6), state: row.text(7))
    }
}
