extension Connection {
    /// Puts a job in the queue, in the transaction of what causes it.
    /// - Returns: false when a job with its `onceKey` is there already.
    @discardableResult
    package func enqueue(_ job: JobRow, files: [JobFileRow] = []) throws -> Bool {
        let added = try execute(
            """
            INSERT INTO job (id, kind, actor, department, title, work, once_key, due_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (once_key) DO NOTHING
            """,
            [
                .int(job.id), .text(job.kind), SQLValue(job.actor), SQLValue(job.department), .text(job.title),
                .text(job.work), SQLValue(job.onceKey), .int(job.dueAt), .text(job.createdAt),
            ])
        guard added > 0 else { return false }
        for (index, file) in files.enumerated() { try keep(file, of: job.id, .input, at: index + 1) }
        return true
    }

    /// Keeps a file with its job, in the place of the one that had this position.
    package func keep(
        _ file: JobFileRow, of job: Int64, _ direction: JobFileRow.Direction, at position: Int
    ) throws {
        try execute(
            """
            INSERT INTO job_file (job_id, direction, position, name, digest) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (job_id, direction, position) DO UPDATE SET name = excluded.name, digest = excluded.digest
            """,
            [.int(job), .text(direction.rawValue), .int(position), .text(file.name), SQLValue(file.digest)])
    }

    package func hasJob(onceKey key: String) throws -> Bool {
        try count("SELECT count(*) FROM job WHERE once_key = ?", [.text(key)]) > 0
    }

    package func job(_ id: Int64) throws -> JobRow? {
        try first("SELECT \(JobRow.columns) FROM job WHERE id = ?", [.int(id)], JobRow.init)
    }

    package func files(of job: Int64, _ direction: JobFileRow.Direction) throws -> [JobFileRow] {
        try all(
            "SELECT name, digest FROM job_file WHERE job_id = ? AND direction = ? ORDER BY position",
            [.int(job), .text(direction.rawValue)]
        ) { JobFileRow(name: $0.text(0), digest: try ContentDigest(in: $0, 1)) }
    }

    /// The latest first.
    /// - Parameters:
    ///   - actor: whose; nil: everybody's.
    ///   - before: only jobs with lower ids, for the next page.
    package func jobs(
        of actor: String?, states: [JobRow.State] = [], before: Int64? = nil, limit: Int
    ) throws -> [JobRow] {
        var conditions = ["id < ?"]
        var arguments: [SQLValue] = [.int(before ?? .max)]
        if let actor {
            conditions.append("actor = ?")
            arguments.append(.text(actor))
        }
        if !states.isEmpty {
            conditions.append("state IN (\(states.map { _ in "?" }.joined(separator: ", ")))")
            arguments += states.map { .text($0.rawValue) }
        }
        return try all(
            """
            SELECT \(JobRow.columns) FROM job WHERE \(conditions.joined(separator: " AND "))
            ORDER BY id DESC LIMIT ?
            """, arguments + [.int(limit)], JobRow.init)
    }

    /// Ends a job that waits, and asks for the end of one that runs.
    /// - Returns: false for a job that is over.
    package func cancelJob(_ id: Int64, at now: String) throws -> Bool {
        let ended = try execute(
            "UPDATE job SET state = 'cancelled', finished_at = ? WHERE id = ? AND state = 'queued'",
            [.text(now), .int(id)])
        if ended > 0 { return true }
        return try execute("UPDATE job SET cancel_asked = 1 WHERE id = ? AND state = 'running'", [.int(id)]) > 0
    }

    /// Puts a job that failed or was cancelled in the queue again.
    /// - Returns: false for one that waits, runs or is done.
    package func retryJob(_ id: Int64, at seconds: Int) throws -> Bool {
        try execute(
            """
            UPDATE job SET state = 'queued', attempts = 0, due_at = ?, cancel_asked = 0, step = NULL, done = 0,
                total = NULL, outcome = NULL, finished_at = NULL
            WHERE id = ? AND state IN ('failed', 'cancelled')
            """, [.int(seconds), .int(id)]) > 0
    }
}
