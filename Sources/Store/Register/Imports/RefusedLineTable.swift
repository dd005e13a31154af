import Kernel

/// A line that was refused: kept with its findings until it is corrected and replayed, or dismissed with a reason.
package struct RefusedLineRow: Sendable, Hashable {
    package let importID: Int64
    /// Table of the bundle.
    package let part: String
    /// Line in the file that it came in.
    package let line: Int
    /// The header of its file, a line feed, and the line: a file of its own.
    package let raw: [UInt8]
    /// JSON array of findings.
    package let findings: String

    package init(importID: Int64, part: String, line: Int, raw: [UInt8], findings: String) {
        self.importID = importID
        self.part = part
        self.line = line
        self.raw = raw
        self.findings = findings
    }
}

extension Connection {
    /// Keeps the refused lines that the stage has gathered.
    package func keepStagedRefusedLines(of importID: Int64) throws {
        try execute(
            """
            INSERT INTO import_refused_line (import_id, part, line, raw, findings)
            SELECT ?, part, line, raw, findings FROM in_refused ORDER BY part, line
            """, [.int(importID)])
    }

    /// Open refused lines of a run, by part and line.
    package func openRefusedLines(of importID: Int64) throws -> [RefusedLineRow] {
        try all(
            """
            SELECT import_id, part, line, raw, findings FROM import_refused_line
            WHERE import_id = ? AND state = 'open' ORDER BY part, line
            """, [.int(importID)], RefusedLineRow.init)
    }

    /// Open refused lines of a department, by run.
    package func openRefusedCounts(
        department: String, kinds: [String]
    ) throws -> [(importID: Int64, part: String, count: Int)] {
        let places = kinds.map { _ in "?" }.joined(separator: ", ")
        return try all(
            """
            SELECT l.import_id, l.part, count(*) FROM import_refused_line l JOIN import_run r ON r.id = l.import_id
            WHERE l.state = 'open' AND r.department = ? AND r.kind IN (\(places))
            GROUP BY l.import_id, l.part ORDER BY l.import_id, l.part
            """, [.text(department)] + kinds.map(SQLValue.text), { ($0.int(0), $0.text(1), Int($0.int(2))) })
    }

    /// What was said of an open line the last time it was judged.
    package func updateFindings(of line: RefusedLineRow, to findings: String) throws {
        try execute(
            "UPDATE import_refused_line SET findings = ? WHERE import_id = ? AND part = ? AND line = ?",
            [.text(findings), .int(line.importID), .text(line.part), .int(line.line)])
    }

    /// Settles open lines: all of a part, or one.
    @discardableResult
    package func settleRefusedLines(
        of importID: Int64, part: String, line: Int? = nil, as state: String, by who: (actor: String, at: String),
        resolution: String?
    ) throws -> Int {
        var sql = """
            UPDATE import_refused_line SET state = ?, resolved_by = ?, resolved_at = ?, resolution = ?
            WHERE import_id = ? AND part = ? AND state = 'open'
            """
        var arguments: [SQLValue] = [
            .text(state), .text(who.actor), .text(who.at), SQLValue(resolution), .int(importID), .text(part),
        ]
        if let line {
            sql += " AND line = ?"
            arguments.append(.int(line))
        }
        return try execute(sql, arguments)
    }
}

extension RefusedLineRow {
    init(_ row: borrowing Row) {
        self.init(
            importID: row.int(0), part: row.text(1), line: Int(row.int(2)), raw: row.bytes(3), findings: row.text(4))
    }
}
