import Kernel

/// One file of results that came in, whatever became of it.
package struct ResultRun: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable { case accepted, partly, refused, unchanged }
    package enum Policy: String, Sendable, CaseIterable { case line, file }

    package let id: Int64
    /// `milk`, `blood`, `tuberculin`.
    package let kind: String
    package let fileName: String
    package let digest: String
    /// Code of the sending organisation.
    package let sender: String
    package let department: String
    /// UTC instant and civil day of the department.
    package let receivedAt: String
    package let receivedOn: Day
    package let actor: String
    package var policy = Policy.line
    package var state = State.accepted
    package var acceptedCount = 0
    package var refusedCount = 0

    package init(
        id: Int64, kind: String, file: (name: String, digest: String),
        from origin: (sender: String, department: String),
        received: (at: String, on: Day, by: String)
    ) {
        self.id = id
        self.kind = kind
        fileName = file.name
        digest = file.digest
        (sender, department) = origin
        (receivedAt, receivedOn, actor) = received
    }
}

extension Connection {
    package func insert(_ run: ResultRun) throws {
        try execute(
            """
            INSERT INTO import_run (id, kind, file_name, digest, sender, department, received_at, received_on, actor,
                policy, state, line_count, accepted_count, refused_count)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(run.id), .text(run.kind), .text(run.fileName), .text(run.digest), .text(run.sender),
                .text(run.department), .text(run.receivedAt), .day(run.receivedOn), .text(run.actor),
                .text(run.policy.rawValue), .text(run.state.rawValue), .int(run.acceptedCount + run.refusedCount),
                .int(run.acceptedCount), .int(run.refusedCount),
            ])
    }

    package func resultRun(_ id: Int64) throws -> ResultRun? {
        try first("SELECT \(ResultRun.columns) FROM import_run WHERE id = ?", [.int(id)], ResultRun.init)
    }

    /// The last run that judged these bytes of this sender: the same bytes again change nothing that was accepted.
    package func lastResultRun(kind: String, digest: String, sender: String) throws -> ResultRun? {
        try first(
            """
            SELECT \(ResultRun.columns) FROM import_run
            WHERE kind = ? AND digest = ? AND sender = ? AND state <> 'unchanged' ORDER BY id DESC LIMIT 1
            """, [.text(kind), .text(digest), .text(sender)], ResultRun.init)
    }

    /// After refused lines have been replayed.
    package func update(_ run: ResultRun) throws {
        try execute(
            "UPDATE import_run SET state = ?, line_count = ?, accepted_count = ?, refused_count = ? WHERE id = ?",
            [
                .text(run.state.rawValue), .int(run.acceptedCount + run.refusedCount), .int(run.acceptedCount),
                .int(run.refusedCount), .int(run.id),
            ])
    }

    /// Findings of a run, encoded, in their order; those it had are replaced.
    package func storeFindings(_ findings: [String], ofRun run: Int64) throws {
        try execute("DELETE FROM import_finding WHERE import_id = ?", [.int(run)])
        guard !findings.isEmpty else { return }
        try bulkInsert(into: "import_finding", columns: ["import_id", "position", "finding"]) { writer in
            for (index, finding) in findings.enumerated() {
                writer.int(run)
                writer.int(index + 1)
                writer.text(finding)
                try writer.endRow()
            }
        }
    }
}

extension ResultRun {
    static let columns = """
        id, kind, file_name, digest, COALESCE(sender, ''), COALESCE(department, ''), received_at, received_on, actor,
        policy, state, accepted_count, refused_count
        """

    init(_ row: borrowing Row) throws {
        guard let policy = Policy(rawValue: row.text(9)), let state = State(rawValue: row.text(10)) else {
            throw StoreError.unreadable(column: "policy, state", found: row.text(9) + ", " + row.text(10))
        }
        self.init(
            id: row.int(0), kind: row.text(1), file: (row.text(2), row.text(3)), from: (row.text(4), row.text(5)),
            received: (row.text(6), row.day(7), row.text(8)))
        self.policy = policy
        self.state = state
        acceptedCount = Int(row.int(11))
        refusedCount = Int(row.int(12))
    }
}
