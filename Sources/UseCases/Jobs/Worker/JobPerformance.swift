import Exchange
import Kernel
import Store

/// The work of a job itself: its account as it is now, its files, its use case.
struct JobPerformance: Sendable {
    let worker: Worker
    let job: JobRow
    let board: ProgressBoard

    /// - Throws: `Refused` for an account that may not any more, and whatever the use case throws.
    func run() async throws -> JobReport {
        let work = try decoded()
        if let work = work as? any HouseWork { return try await work.run(in: worker.installation) }
        let actor = try await Accounts.actor(login: job.actor ?? "", in: worker.installation.database)
        try actor.require(work.intention, in: work.department)
        let output = JobOutput()
        let run = JobRun(
            context: worker.installation.context(for: actor, department: job.department), files: try await files(),
            board: board, output: output)
        let report = try await work.run(run)
        try await output.store(for: job, in: worker.installation.database, at: worker.installation.now)
        return report
    }

    private func decoded() throws -> any JobWork {
        guard let kind = JobKind(rawValue: job.kind) else { throw unreadable }
        do { return try CanonicalJSON.decode(kind.work, from: job.work.utf8) } catch { throw unreadable }
    }

    private var unreadable: Refused { Refused(JobFinding.unreadable, ["kind": job.kind]) }

    private func files() async throws -> [ByteSource] {
        let id = job.id
        return try await worker.installation.database.read { connection in
            try connection.files(of: id, .input).map {
                .bytes(try connection.blob($0.digest).bytes, name: $0.name)
            }
        }
    }
}
