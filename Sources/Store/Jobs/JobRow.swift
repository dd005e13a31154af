/// A piece of work that waits, runs or is over.
package struct JobRow: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable { case queued, running, done, failed, cancelled }

    /// How far it has come.
    package struct Progress: Sendable, Hashable {
        /// What is being done, a stable code of the kind of work.
        package var step: String?
        package var done: Int
        package var total: Int?

        package init(step: String? = nil, done: Int = 0, total: Int? = nil) {
            self.step = step
            self.done = done
            self.total = total
        }
    }

    package let id: Int64
    /// A stable code.
    package let kind: String
    /// For whom it runs, with that account's rights when it runs; nil: for the house itself.
    package let actor: String?
    package let department: String?
    /// What people call it: the name of a file, of a campaign.
    package let title: String
    /// What to do: JSON of the kind.
    package let work: String
    /// Of all jobs with this key only the first is taken.
    package var onceKey: String?
    package var state = State.queued
    /// How often a worker has begun it.
    package var attempts = 0
    /// Not before this second since 1970.
    package var dueAt: Int
    package var claimedBy: String?
    package var leaseUntil: Int?
    package var isCancelAsked = false
    package var progress = Progress()
    /// JSON; there once it has ended or failed an attempt.
    package var outcome: String?
    /// UTC, ISO 8601.
    package let createdAt: String
    package var startedAt: String?
    package var finishedAt: String?

    package init(
        id: Int64, kind: String, for who: (actor: String?, department: String?), title: String, work: String,
        at now: (text: String, seconds: Int)
    ) {
        self.id = id
        self.kind = kind
        (actor, department) = who
        self.title = title
        self.work = work
        dueAt = now.seconds
        createdAt = now.text
    }
}

/// A file that a job works on or made.
package struct JobFileRow: Sendable, Hashable {
    package enum Direction: String, Sendable { case input = "in", output = "out" }

    package let name: String
    package let digest: ContentDigest

    package init(name: String, digest: ContentDigest) {
        self.name = name
        self.digest = digest
    }
}

extension JobRow {
    static let columns = """
        id, kind, actor, department, title, work, once_key, state, attempts, due_at, claimed_by, lease_until,
        cancel_asked, step, done, total, outcome, created_at, started_at, finished_at
        """

    init(_ row: borrowing Row) throws {
        guard let state = State(rawValue: row.text(7)) else {
            throw StoreError.unreadable(column: "state", found: row.text(7))
        }
        self.init(
            id: row.int(0), kind: row.text(1), for: (row.textOrNil(2), row.textOrNil(3)), title: row.text(4),
            work: row.text(5), at: (row.text(17), Int(row.int(9))))
        onceKey = row.textOrNil(6)
        self.state = state
        attempts = Int(row.int(8))
        claimedBy = row.textOrNil(10)
        leaseUntil = row.intOrNil(11).map { Int($0) }
        isCancelAsked = row.flag(12)
        progress = Progress(step: row.textOrNil(13), done: Int(row.int(14)), total: row.intOrNil(15).map { Int($0) })
        outcome = row.textOrNil(16)
        startedAt = row.textOrNil(18)
        finishedAt = row.textOrNil(19)
    }
}
