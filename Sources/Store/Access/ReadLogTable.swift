/// Somebody looked at one thing, once or several times within minutes.
package struct ReadRow: Sendable, Hashable {
    /// Sorts by the first time.
    package let id: String
    package let login: String
    package let role: String
    /// `page` or `api`.
    package let door: String
    /// `herd`, `animal`, `intervention`, `paper`.
    package let kind: String
    /// The number that people know it by; nil where who asks may not know.
    package var subject: String?
    package let department: String?
    /// Seconds since 1970.
    package let beganAt: Int
    package var lastAt: Int
    package var count: Int

    package init(
        id: String, by who: (login: String, role: String), door: String, of object: (kind: String, subject: String?),
        department: String?, at times: (began: Int, last: Int, count: Int)
    ) {
        self.id = id
        (login, role) = who
        self.door = door
        (kind, subject) = object
        self.department = department
        (beganAt, lastAt, count) = times
    }

    /// What every name of a second begins with.
    package static func prefix(ofSecond seconds: Int) -> String {
        let hex = String(max(0, seconds), radix: 16)
        return String(repeating: "0", count: max(0, 8 - hex.utf8.count)) + hex
    }
}

/// What is looked for in the log; the latest come first.
package struct ReadFilter: Sendable {
    package var department: String?
    package var login: String?
    package var subject: String?
    /// Seconds since 1970: from the first on, before the second.
    package var from: Int?
    package var until: Int?
    /// Only names before this one: the next page.
    package var before: String?
    package var limit = 100

    package init() {}
}

extension Connection {
    /// Writes rows, in the place of what was written of them before.
    package func write(_ reads: [ReadRow]) throws {
        for read in reads {
            try execute(
                """
                INSERT INTO read_log (id, login, role, door, kind, subject, department, began_at, last_at, count)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET last_at = excluded.last_at, count = excluded.count
                """,
                [
                    .text(read.id), .text(read.login), .text(read.role), .text(read.door), .text(read.kind),
                    .text(read.subject ?? ""), .textOrNull(read.department), .int(read.beganAt), .int(read.lastAt),
                    .int(read.count),
                ])
        }
    }

    package func reads(_ filter: ReadFilter) throws -> [ReadRow] {
        var (conditions, arguments): ([String], [SQLValue]) = (["id < ?"], [.text(filter.before ?? "~")])
        func add(_ condition: String, _ value: SQLValue?) {
            guard let value else { return }
            conditions.append(condition)
            arguments.append(value)
        }
        add("department = ?", filter.department.map { .text($0) })
        add("login = ?", filter.login.map { .text($0) })
        add("subject = ?", filter.subject.map { .text($0) })
        add("id >= ?", filter.from.map { .text(ReadRow.prefix(ofSecond: $0)) })
        add("id < ?", filter.until.map { .text(ReadRow.prefix(ofSecond: $0)) })
        return try all(
            """
            SELECT id, login, role, door, kind, subject, department, began_at, last_at, count FROM read_log
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY id DESC LIMIT ?
            """, arguments + [.int(filter.limit)]
        ) { row in
            ReadRow(
                id: row.text(0), by: (row.text(1), row.text(2)), door: row.text(3), of: (row.text(4), row.text(5)),
                department: row.textOrNil(6), at: (Int(row.int(7)), Int(row.int(8)), Int(row.int(9))))
        }
    }

    package func forgetReads(before seconds: Int) throws {
        try execute("DELETE FROM read_log WHERE id < ?", [.text(ReadRow.prefix(ofSecond: seconds))])
    }
}
