import Kernel

/// A waiting result with the file that it came in.
package struct WaitingResultRow: Sendable, Hashable {
    package let row: UnattachedRow
    package let department: String
    package let fileName: String
    package let receivedOn: Day
    /// The name of who sent the file, else the code.
    package let sender: String
}

extension Connection {
    /// Open ones of a department, the non-negative first, then the oldest.
    package func waitingResults(
        department: String, nonNegativeOnly: Bool, limit: Int
    ) throws -> [WaitingResultRow] {
        try waiting(
            "u.department = ?\(nonNegativeOnly ? " AND u.non_negative = 1" : "")", [.text(department)],
            order: "u.non_negative DESC, u.id", limit)
    }

    /// Open ones of a file, in the order of its lines.
    package func waitingResults(ofRun run: Int64, limit: Int) throws -> [WaitingResultRow] {
        try waiting("u.import_id = ?", [.int(run)], order: "u.line, u.id", limit)
    }

    /// How many open results name an intervention without being attached to it, by file.
    package func waitingCounts(naming intervention: String, department: String) throws -> [(run: Int64, count: Int)] {
        let named = dialect.pick(
            sqlite: "facts ->> 'intervention'", postgres: "CAST(facts AS JSONB) ->> 'intervention'")
        return try all(
            """
            SELECT import_id, count(*) FROM unattached_result
            WHERE department = ? AND state = 'open' AND \(named) = ? GROUP BY import_id ORDER BY import_id
            """, [.text(department), .text(intervention)]
        ) { ($0.int(0), Int($0.int(1))) }
    }

    /// Number and name of the holding where each animal stands, or stood last.
    package func holdings(ofAnimals numbers: [String]) throws -> [String: (number: String, name: String)] {
        guard !numbers.isEmpty else { return [:] }
        let rows = try all(
            """
            SELECT a.number, g.number, g.name FROM animal a
            JOIN herd_assignment s ON s.animal_id = a.id AND s.retracted_at IS NULL
            JOIN herd h ON h.id = s.herd_id JOIN holding g ON g.id = h.holding_id
            WHERE a.number IN (\(numbers.map { _ in "?" }.joined(separator: ", "))) ORDER BY s.since
            """, numbers.map { .text($0) }
        ) { ($0.text(0), (number: $0.text(1), name: $0.text(2))) }
        return Dictionary(rows) { $1 }
    }

    private func waiting(
        _ condition: String, _ arguments: [SQLValue], order: String, _ limit: Int
    ) throws -> [WaitingResultRow] {
        try all(
            """
            SELECT u.id, u.kind, u.import_id, u.line, u.facts, u.findings, u.non_negative, u.state, u.department,
                r.file_name, r.received_on, COALESCE(o.name, r.sender, '')
            FROM unattached_result u JOIN import_run r ON r.id = u.import_id
            LEFT JOIN organisation o ON o.code = r.sender
            WHERE \(condition) AND u.state = 'open' ORDER BY \(order) LIMIT ?
            """, arguments + [.int(limit)]
        ) { row in
            WaitingResultRow(
                row: UnattachedRow(row), department: row.text(8), fileName: row.text(9), receivedOn: row.day(10),
                sender: row.text(11))
        }
    }
}
