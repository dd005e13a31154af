import Kernel

/// One file or bundle that came in, whatever became of it.
package struct ImportRunRow: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable { case accepted, partly, refused, unchanged }
    package enum Policy: String, Sendable, CaseIterable { case line, file }

    package let id: Int64
    /// What was imported: `register`, `history`, …
    package let kind: String
    package var fileName: String
    package var digest: String
    package var sender: String?
    package var department: String?
    /// UTC instant and civil day of the department.
    package var receivedAt: String
    package var receivedOn: Day
    package var actor: String
    package var policy = Policy.line
    package var state = State.accepted
    package var acceptedCount = 0
    package var refusedCount = 0
    package var lineCount: Int { acceptedCount + refusedCount }

    package init(
        id: Int64, kind: String, file: (name: String, digest: String), received: (at: String, on: Day), actor: String
    ) {
        self.id = id
        self.kind = kind
        fileName = file.name
        digest = file.digest
        receivedAt = received.at
        receivedOn = received.on
        self.actor = actor
    }
}

extension Connection {
    package func insert(_ run: ImportRunRow) throws {
        try execute(
            """
            INSERT INTO import_run (id, kind, file_name, digest, sender, department, received_at, received_on, actor,
                policy, state, line_count, accepted_count, refused_count)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(run.id), .text(run.kind), .text(run.fileName), .text(run.digest), SQLValue(run.sender),
                SQLValue(run.department), .text(run.receivedAt), .day(run.receivedOn), .text(run.actor),
                .text(run.policy.rawValue), .text(run.state.rawValue), .int(run.lineCount), .int(run.acceptedCount),
                .int(run.refusedCount),
            ])
    }

    /// The last run of this kind that counted, with these bytes: the same bytes again change nothing that was accepted.
    package func acceptedRun(kind: String, digest: String, department: String) throws -> ImportRunRow? {
        try first(
            """
            SELECT \(ImportRunRow.columns) FROM import_run
            WHERE kind = ? AND digest = ? AND department = ? AND state IN ('accepted', 'partly')
            ORDER BY id DESC LIMIT 1
            """, [.text(kind), .text(digest), .text(department)], ImportRunRow.init)
    }

    package func importRun(_ id: Int64) throws -> ImportRunRow? {
        try first("SELECT \(ImportRunRow.columns) FROM import_run WHERE id = ?", [.int(id)], ImportRunRow.init)
    }

    package func importRuns(department: String, kinds: [String], limit: Int) throws -> [ImportRunRow] {
        let places = kinds.map { _ in "?" }.joined(separator: ", ")
        return try all(
            """
            SELECT \(ImportRunRow.columns) FROM import_run WHERE department = ? AND kind IN (\(places))
            ORDER BY id DESC LIMIT ?
            """, [.text(department)] + kinds.map(SQLValue.text) + [.int(limit)], ImportRunRow.init)
    }

    /// Findings of the run, encoded, in their order.
    package func insertImportFindings(_ findings: [String], of importID: Int64) throws {
        guard !findings.isEmpty else { return }
        try bulkInsert(into: "import_finding", columns: ["import_id", "position", "finding"]) { writer in
            for (index, finding) in findings.enumerated() {
                writer.int(importID)
                writer.int(index + 1)
                writer.text(finding)
                try writer.endRow()
            }
        }
    }

    package func importFindings(of importID: Int64) throws -> [String] {
        try all(
            "SELECT finding FROM import_finding WHERE import_id = ? ORDER BY position", [.int(importID)],
            { $0.text(0) })
    }
}

extension ImportRunRow {
    static let columns = """
        id, kind, file_name, digest, sender, department, received_at, received_on, actor, policy, state,
        accepted_count, refused_count
        """

    init(_ row: borrowing Row) throws {
        guard let policy = Policy(rawValue: row.text(9)), let state = State(rawValue: row.text(10)) else {
            throw StoreError.unreadable(column: "policy, state", found: row.text(9) + ", " + row.text(10))
        }
        self.init(
            id: row.int(0), kind: row.text(1), file: (row.text(2), row.text(3)), received: (row.text(6), row.day(7)),
            actor: row.text(8))
        sender = row.textOrNil(4)
        department = row.textOrNil(5)
        self.policy = policy
        self.state = state
        acceptedCount = Int(row.int(11))
        refusedCount = Int(row.int(12))
    }
}

extension Connection {
    /// The first finding of the last run that counted.
    package func lastImportNote(kind: String, department: String) throws -> String? {
        try first(
            """
            SELECT f.finding FROM import_run r JOIN import_finding f ON f.import_id = r.id AND f.position = 1
            WHERE r.kind = ? AND r.department = ? AND r.state IN ('accepted', 'partly')
            ORDER BY r.id DESC LIMIT 1
            """, [.text(kind), .text(department)], { $0.text(0) })
    }
}
