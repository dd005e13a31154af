import Kernel
import Register

/// One fault that a check found on a staged line.
package struct StagedFault: Sendable {
    package let part: String
    package let line: Int
    package let code: RegisterFinding
    package let column: String?
    /// Names and values, in the order of a sentence.
    package let facts: [(name: String, value: String)]
}

extension Connection {
    /// How many lines of a part the checks refused.
    package func refusedByChecks(part: String) throws -> Int {
        try count("SELECT count(DISTINCT line) FROM in_fault WHERE part = ? AND refused = 1", [.text(part)])
    }

    /// Faults that refuse lines of a part, in the order of lines, behind `line`.
    package func refusingFaults(part: String, after line: Int, limit: Int) throws -> [StagedFault] {
        try all(
            """
            SELECT part, line, code, column_name, names, f1, f2, f3 FROM in_fault
            WHERE part = ? AND refused = 1 AND line > ? AND line <= (
                SELECT COALESCE(max(l.line), 0) FROM (
                    SELECT DISTINCT line FROM in_fault WHERE part = ? AND refused = 1 AND line > ?
                    ORDER BY line LIMIT ?) l)
            ORDER BY line, code
            """, [.text(part), .int(line), .text(part), .int(line), .int(limit)], StagedFault.init)
    }

    /// How often each warning was found.
    package func warningCounts() throws -> [(part: String, code: String, count: Int)] {
        try all("SELECT part, code, count(*) FROM in_fault WHERE refused = 0 GROUP BY part, code ORDER BY part, code") {
            ($0.text(0), $0.text(1), Int($0.int(2)))
        }
    }

    package func warnings(part: String, code: String, limit: Int) throws -> [StagedFault] {
        try all(
            """
            SELECT part, line, code, column_name, names, f1, f2, f3 FROM in_fault
            WHERE part = ? AND code = ? AND refused = 0 ORDER BY line, f1 LIMIT ?
            """, [.text(part), .text(code), .int(limit)], StagedFault.init)
    }

    /// Keeps refused lines in the staging area, so that a file that is wrong throughout needs no memory.
    package func stageRefused(_ lines: [(line: Int, raw: [UInt8], findings: String)], part: String) throws {
        guard !lines.isEmpty else { return }
        try bulkInsert(into: "in_refused", columns: ["part", "line", "raw", "findings"]) { writer in
            for line in lines {
                writer.text(part)
                writer.int(line.line)
                writer.bytes(line.raw)
                writer.text(line.findings)
                try writer.endRow()
            }
        }
    }

    /// Numbers that stand on refused lines.
    package func stageTokens(_ tokens: some Sequence<String>) throws {
        for token in tokens {
            try execute("INSERT INTO in_token (token) VALUES (?) ON CONFLICT (token) DO NOTHING", [.text(token)])
        }
    }
}

extension StagedFault {
    init(_ row: borrowing Row) throws {
        guard let code = RegisterFinding(rawValue: row.text(2)) else {
            throw StoreError.unreadable(column: "code", found: row.text(2))
        }
        part = row.text(0)
        line = Int(row.int(1))
        self.code = code
        column = row.textOrNil(3)
        var facts: [(name: String, value: String)] = []
        for (index, name) in row.text(4).split(separator: " ").enumerated() {
            facts.append((String(name), row.textOrNil(5 + index) ?? ""))
        }
        self.facts = facts
    }
}

extension Connection {
    /// Findings of the first refused lines, as JSON arrays.
    package func stagedRefusedFindings(limit: Int) throws -> [String] {
        try all("SELECT findings FROM in_refused ORDER BY part, line LIMIT ?", [.int(limit)], { $0.text(0) })
    }
}

/// A line of a table that was staged.
package struct StagedLine: Hashable, Sendable {
    package let part: String
    package let line: Int

    package init(part: String, line: Int) {
        self.part = part
        self.line = line
    }
}

extension Connection {
    /// The findings of every refused line, as JSON arrays.
    package func stagedRefused() throws -> [StagedLine: String] {
        let rows = try all("SELECT part, line, findings FROM in_refused") {
            (StagedLine(part: $0.text(0), line: Int($0.int(1))), $0.text(2))
        }
        return Dictionary(rows) { first, _ in first }
    }
}
