import Kernel
import Register
import Store

/// What the pages and commands show of a job.
package struct JobView: Sendable {
    package let row: JobRow
    package let report: JobReport?
    /// The files that it made.
    package let files: [JobFileRow]
}

package typealias JobState = JobRow.State
package typealias JobFile = JobFileRow

/// Jobs, the latest first: one's own; an administrator sees all, without what is in them.
package struct ListJobs: UseCase {
    package let intention = Intention.jobRead
    package let department: String? = nil
    package let states: [JobState]
    package let before: Int64?
    package let limit: Int

    package init(states: [JobState] = [], before: Int64? = nil, limit: Int = 50) {
        self.states = states
        self.before = before
        self.limit = limit
    }

    package func run(_ context: Context) async throws -> [JobView] {
        let actor = context.actor.role == .administrator ? nil : context.actor.login
        return try await context.database.read { connection in
            try connection.jobs(of: actor, states: states, before: before, limit: limit).map {
                JobView(row: $0, report: nil, files: [])
            }
        }
    }
}

/// One job, with what came of it.
package struct ShowJob: UseCase {
    package let intention = Intention.jobRead
    package let department: String? = nil
    package let id: Int64

    package init(_ id: Int64) { self.id = id }

    package func run(_ context: Context) async throws -> JobView {
        try await context.database.read { connection in
            let row = try connection.job(id, for: context.actor)
            let isOwn = row.actor == context.actor.login
            let report = try row.outcome.map { try CanonicalJSON.decode(JobReport.self, from: $0.utf8) }
            return JobView(
                row: row, report: isOwn ? report : report?.redacted,
                files: isOwn ? try connection.files(of: id, .output) : [])
        }
    }
}

/// A file that a job made.
package struct ReadJobFile: UseCase {
    package let intention = Intention.jobRead
    package let department: String? = nil
    package let id: Int64
    /// From 1.
    package let position: Int

    package init(_ id: Int64, position: Int) {
        self.id = id
        self.position = position
    }

    package func run(_ context: Context) async throws -> (name: String, bytes: [UInt8]) {
        try await context.database.read { connection in
            let row = try connection.job(id, for: context.actor)
            let files = row.actor == context.actor.login ? try connection.files(of: id, .output) : []
            guard files.indices.contains(position - 1) else {
                throw Refused(JobFinding.unknown, ["job": String(id)])
            }
            return (files[position - 1].name, try connection.blob(files[position - 1].digest).bytes)
        }
    }
}

/// Ends a job that waits, asks for the end of one that runs, or tries one again that failed or was cancelled.
package struct ChangeJob: UseCase {
    package enum Change: String, Sendable, CaseIterable { case cancel, retry }

    package let intention = Intention.jobRead
    package let department: String? = nil
    package let id: Int64
    package let change: Change

    package init(_ id: Int64, _ change: Change) {
        self.id = id
        self.change = change
    }

    package func run(_ context: Context) async throws {
        var entry = AuditEntry(
            id: try await context.database.id(), at: context.now, actor: context.actor.login,
            role: context.actor.role.rawValue, intention: intention.rawValue)
        entry.subject = "job:\(id)"
        entry.details = [AuditDetail(subject: "job:\(id)", outcome: change.rawValue)]
        let audit = entry
        try await context.database.write { connection in
            let row = try connection.job(id, for: context.actor)
            let facts: KeyValuePairs = ["job": String(id), "state": row.state.rawValue]
            switch change {
            case .cancel:
                guard try connection.cancelJob(id, at: context.now) else { throw Refused(JobFinding.over, facts) }
                if row.state == .queued { try connection.giveUpMail(of: row, "cancelled", at: context.moment) }
            case .retry:
                guard try connection.retryJob(id, at: context.moment.seconds) else {
                    throw Refused(JobFinding.notFailed, facts)
                }
            }
            try connection.audit(audit)
        }
    }
}

extension Connection {
    /// - Throws: `Refused` for a job that is not there, or that is somebody else's: they answer alike.
    fileprivate func job(_ id: Int64, for actor: Actor) throws -> JobRow {
        guard let row = try job(id), row.actor == actor.login || actor.role == .administrator else {
            throw Refused(JobFinding.unknown, ["job": String(id)])
        }
        return row
    }
}

extension JobReport {
    /// How many and of which sort, nothing of the herds.
    fileprivate var redacted: JobReport {
        var report = JobReport(counts: counts, findings: [], hasRefusals: hasRefusals)
        report.importID = importID
        return report
    }
}
