/// Which entries of the audit are asked for; nil: all.
package struct AuditFilter: Sendable, Hashable {
    package var department: String?
    package var actor: String?
    /// An intention by its stable name, or all of an area: `report.issue`, `report`.
    package var intention: String?
    /// The subject of an entry or of one of its parts: `import:4711`, all of a kind: `import`,
    /// or a number of any kind: `4711`.
    package var subject: String?
    /// UTC instants, or their beginnings: `2020-11`, `2020-11-02T08`.
    package var from: String?
    package var until: String?
    package var limit = 200
    /// The page begins after this entry, which is older or as old.
    package var after: Cursor?

    package struct Cursor: Sendable, Hashable {
        package let at: String
        package let id: Int64

        package init(at: String, id: Int64) {
            self.at = at
            self.id = id
        }
    }

    package init() {}
}

/// One entry as it is listed.
package struct AuditRow: Sendable, Hashable, Encodable {
    package let id: Int64
    package let at: String
    package let actor: String
    package let role: String
    package let intention: String
    package let department: String?
    package var subject: String?
    package let payload: String?
    package let digest: String
    /// The seal that covers it; nil: not yet.
    package let seal: Int64?
    /// How many parts it has.
    package let details: Int
}

extension Connection {
    /// The latest first.
    package func auditEntries(_ filter: AuditFilter) throws -> [AuditRow] {
        var (conditions, arguments) = ([String](), [SQLValue]())
        func add(_ condition: String, _ values: [SQLValue]) {
            conditions.append(condition)
            arguments += values
        }
        if let department = filter.department { add("e.department = ?", [.text(department)]) }
        if let actor = filter.actor { add("e.actor = ?", [.text(actor)]) }
        if let intention = filter.intention {
            add("(e.intention = ? OR e.intention LIKE ?)", [.text(intention), .text(intention + ".%")])
        }
        if let subject = filter.subject {
            // The number that stands on the paper, whatever the thing is; a herd's begins with its holding's.
            let isNumber = !subject.isEmpty && subject.allSatisfy { $0.isASCII && $0.isNumber }
            let patterns = isNumber ? ["%:\(subject)", "%:\(subject)/%", "%:\(subject):%"] : [subject, subject + ":%"]
            func matches(_ column: String) -> String {
                patterns.map { _ in "\(column) LIKE ?" }.joined(separator: " OR ")
            }
            add(
                """
                (\(matches("e.subject")) OR EXISTS (SELECT 1 FROM audit_detail d WHERE d.entry_id = e.id
                    AND (\(matches("d.subject")))))
                """, (patterns + patterns).map { .text($0) })
        }
        if let after = filter.after {
            add("e.at <= ? AND (e.at < ? OR e.id < ?)", [.text(after.at), .text(after.at), .int(after.id)])
        }
        if let from = filter.from { add("e.at >= ?", [.text(from)]) }
        if let until = filter.until {
            add("substr(e.at, 1, CAST(? AS INTEGER)) <= ?", [.int(until.unicodeScalars.count), .text(until)])
        }
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        return try all(
            """
            SELECT e.id, e.at, e.actor, e.role, e.intention, e.department, e.subject, e.payload_digest, e.digest,
                e.seal, (SELECT count(*) FROM audit_detail d WHERE d.entry_id = e.id)
            FROM audit_entry e \(condition) ORDER BY e.at DESC, e.id DESC LIMIT ?
            """, arguments + [.int(filter.limit)]
        ) { row in
            AuditRow(
                id: row.int(0), at: row.text(1), actor: row.text(2), role: row.text(3), intention: row.text(4),
                department: row.textOrNil(5), subject: row.textOrNil(6), payload: row.textOrNil(7),
                digest: row.text(8), seal: row.isNull(9) ? nil : row.int(9), details: Int(row.int(10)))
        }
    }

    /// The parts of an entry, in their order.
    package func auditDetails(of entry: Int64) throws -> [AuditDetail] {
        try all(
            "SELECT subject, outcome, payload_digest FROM audit_detail WHERE entry_id = ? ORDER BY position",
            [.int(entry)]
        ) { row in
            AuditDetail(
                subject: row.text(0), outcome: row.text(1), payload: row.textOrNil(2).flatMap(ContentDigest.init(hex:)))
        }
    }
}
