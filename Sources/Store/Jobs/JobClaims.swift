/// A worker's hold on a job: who, and the how-manieth attempt. Whoever lost it changes nothing any more.
package struct JobHold: Sendable, Hashable {
    package let job: Int64
    package let worker: String
    package let attempt: Int

    package init(job: Int64, worker: String, attempt: Int) {
        self.job = job
        self.worker = worker
        self.attempt = attempt
    }
}

/// What a worker learns when it renews its lease.
package enum LeaseAnswer: Sendable, Hashable {
    case held
    case cancelAsked
    /// Another worker has taken the job over, or someone has put it back.
    case lost
}

extension Connection {
    /// Whether there is something to claim: a look that takes no lock.
    package func hasWaitingJob(kinds: [String], at seconds: Int) throws -> Bool {
        let list = kinds.map { _ in "?" }.joined(separator: ", ")
        return try count(
            """
            SELECT CASE WHEN EXISTS (
                    SELECT 1 FROM job WHERE state = 'queued' AND due_at <= ? AND kind IN (\(list)))
                OR EXISTS (SELECT 1 FROM job WHERE state = 'running' AND lease_until <= ? AND kind IN (\(list)))
            THEN 1 ELSE 0 END
            """, [.int(seconds)] + kinds.map(SQLValue.text) + [.int(seconds)] + kinds.map(SQLValue.text)) > 0
    }

    /// Takes a job: one whose worker has let its lease run out, else the one that has waited longest. Workers that ask
    /// at the same time get different ones.
    package func claimJob(
        kinds: [String], by worker: String, at now: (text: String, seconds: Int), leaseUntil: Int
    ) throws -> JobRow? {
        let list = kinds.map { _ in "?" }.joined(separator: ", ")
        // SQLite has one writer at a time; PostgreSQL passes over the rows that another worker is about to take.
        let lock = dialect.pick(sqlite: "", postgres: "FOR UPDATE SKIP LOCKED")
        let orders = [
            "state = 'running' AND lease_until <= ? AND kind IN (\(list)) ORDER BY lease_until, id",
            "state = 'queued' AND due_at <= ? AND kind IN (\(list)) ORDER BY due_at, id",
        ]
        for order in orders {
            let claimed = try all(
                """
                UPDATE job SET state = 'running', claimed_by = ?, lease_until = ?, attempts = attempts + 1,
                    started_at = ?, finished_at = NULL, step = NULL, done = 0, total = NULL
                WHERE id = (SELECT id FROM job WHERE \(order) LIMIT 1 \(lock)) RETURNING \(JobRow.columns)
                """,
                [.text(worker), .int(leaseUntil), .text(now.text), .int(now.seconds)] + kinds.map(SQLValue.text),
                JobRow.init)
            if let job = claimed.first { return job }
        }
        return nil
    }

    /// Renews the lease and writes how far the job has come.
    package func renewLease(_ hold: JobHold, until: Int, _ progress: JobRow.Progress) throws -> LeaseAnswer {
        let asked = try all(
            """
            UPDATE job SET lease_until = ?, step = ?, done = ?, total = ?
            WHERE id = ? AND claimed_by = ? AND attempts = ? AND state = 'running' RETURNING cancel_asked
            """,
            [
                .int(until), SQLValue(progress.step), .int(progress.done), SQLValue(progress.total), .int(hold.job),
                .text(hold.worker), .int(hold.attempt),
            ]
        ) { $0.flag(0) }
        return asked.first.map { $0 ? .cancelAsked : .held } ?? .lost
    }

    /// Ends the job.
    /// - Returns: false when the hold is lost; nothing has changed then.
    package func endJob(
        _ hold: JobHold, _ state: JobRow.State, outcome: String?, _ progress: JobRow.Progress, at now: String
    ) throws -> Bool {
        try execute(
            """
            UPDATE job SET state = ?, outcome = ?, step = ?, done = ?, total = ?, finished_at = ?, claimed_by = NULL,
                lease_until = NULL
            WHERE id = ? AND claimed_by = ? AND attempts = ? AND state = 'running'
            """,
            [
                .text(state.rawValue), SQLValue(outcome), SQLValue(progress.step), .int(progress.done),
                SQLValue(progress.total), .text(now), .int(hold.job), .text(hold.worker), .int(hold.attempt),
            ]) > 0
    }

    /// Puts the job back in the queue.
    /// - Parameter attempts: how many count as made: one less for a job that was handed back untried.
    package func putBackJob(_ hold: JobHold, dueAt: Int, attempts: Int, outcome: String?) throws -> Bool {
        try execute(
            """
            UPDATE job SET state = 'queued', due_at = ?, attempts = ?, outcome = ?, claimed_by = NULL,
                lease_until = NULL
            WHERE id = ? AND claimed_by = ? AND attempts = ? AND state = 'running'
            """,
            [
                .int(dueAt), .int(attempts), SQLValue(outcome), .int(hold.job), .text(hold.worker),
                .int(hold.attempt),
            ]) > 0
    }
}
