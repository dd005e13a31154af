import Kernel

/// A line of results that was refused: kept until it is corrected and replayed, or dismissed with a reason.
package struct RefusedResult: Sendable, Hashable {
    package let run: Int64
    package let part: String
    /// Line in the file that it came in.
    package let line: Int
    package let raw: String
    /// JSON array of findings.
    package let findings: String
    package let nonNegative: Bool

    package init(run: Int64, part: String, line: Int, raw: String, findings: String, nonNegative: Bool) {
        self.run = run
        self.part = part
        self.line = line
        self.raw = raw
        self.findings = findings
        self.nonNegative = nonNegative
    }
}

extension Connection {
    /// Keeps refused lines; a line that is judged again keeps its place and gets its new findings.
    package func keep(_ lines: [RefusedResult]) throws {
        for line in lines {
            try execute(
                """
                INSERT INTO import_refused_line (import_id, part, line, raw, findings, non_negative)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (import_id, part, line) DO UPDATE
                SET findings = excluded.findings, non_negative = excluded.non_negative, state = 'open',
                    resolved_by = NULL, resolved_at = NULL, resolution = NULL
                """,
                [
                    .int(line.run), .text(line.part), .int(line.line), .bytes(Array(line.raw.utf8)),
                    .text(line.findings), .flag(line.nonNegative),
                ])
        }
    }

    package func openRefusedResults(ofRun run: Int64) throws -> [RefusedResult] {
        try all(
            """
            SELECT import_id, part, line, raw, findings, non_negative FROM import_refused_line
            WHERE import_id = ? AND state = 'open' ORDER BY part, line
            """, [.int(run)], RefusedResult.init)
    }

    /// The first open refused lines of a run.
    package func openRefusedResults(ofRun run: Int64, limit: Int) throws -> [RefusedResult] {
        try all(
            """
            SELECT import_id, part, line, raw, findings, non_negative FROM import_refused_line
            WHERE import_id = ? AND state = 'open' ORDER BY part, line LIMIT ?
            """, [.int(run), .int(limit)], RefusedResult.init)
    }

    /// Open refused lines of a department's results, the latest file first.
    package func openRefusedResults(department: String, limit: Int) throws -> [RefusedResult] {
        try all(
            """
            SELECT l.import_id, l.part, l.line, l.raw, l.findings, l.non_negative
            FROM import_refused_line l JOIN import_run r ON r.id = l.import_id
            WHERE l.state = 'open' AND r.department = ?
                AND l.part IN ('milk', 'blood', 'tuberculin', 'tuberculin-animals', 'other-samples')
            ORDER BY l.import_id DESC, l.part, l.line LIMIT ?
            """, [.text(department), .int(limit)], RefusedResult.init)
    }

    /// Settles open lines: one, or all of a run. Returns how many there were.
    @discardableResult
    package func settleRefusedResults(
        ofRun run: Int64, line: Int?, as state: String, by who: (actor: String, at: String), resolution: String?
    ) throws -> Int {
        let condition = line == nil ? "" : " AND line = ?"
        return try execute(
            """
            UPDATE import_refused_line SET state = ?, resolved_by = ?, resolved_at = ?, resolution = ?
            WHERE import_id = ? AND state = 'open'\(condition)
            """,
            [.text(state), .text(who.actor), .text(who.at), SQLValue(resolution), .int(run)]
                + (line.map { [.int($0)] } ?? []))
    }
}

extension RefusedResult {
    init(_ row: borrowing Row) {
        self.init(
            run: row.int(0), part: row.text(1), line: Int(row.int(2)),
            raw: String(decoding: row.bytes(3), as: UTF8.self), findings: row.text(4), nonNegative: row.flag(5))
    }
}
