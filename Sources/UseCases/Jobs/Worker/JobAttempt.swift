import Kernel
import Store

/// One attempt at a job: the work, and beside it the watch that renews the lease, writes how far it has come, and hears
/// that it is to stop.
struct JobAttempt: Sendable {
    /// Why the work was told to stop.
    enum Verdict: Sendable, Hashable {
        case cancelAsked
        /// Another worker has it: whatever comes of it here does not count.
        case lost
        /// The program ends.
        case stopping
    }

    private enum Event: Sendable {
        case ended(Result<JobReport, any Error>)
        case verdict(Verdict)
        /// It was told to stop and did not.
        case overdue
    }

    let worker: Worker
    let job: JobRow
    private let board = ProgressBoard()

    init(worker: Worker, job: JobRow) {
        self.worker = worker
        self.job = job
    }

    private var hold: JobHold { JobHold(job: job.id, worker: worker.settings.name, attempt: job.attempts) }

    func run() async throws {
        guard job.attempts <= worker.settings.mostAttempts else {
            return try await end(.failed, [Finding(JobFinding.abandoned, .fatal, ["attempts": "\(job.attempts - 1)"])])
        }
        let (events, post) = AsyncStream.makeStream(of: Event.self)
        let work = Task {
            do {
                post.yield(.ended(.success(try await JobPerformance(worker: worker, job: job, board: board).run())))
            } catch {
                post.yield(.ended(.failure(error)))
            }
        }
        let watch = Task { await self.watch { post.yield($0) } }
        defer { watch.cancel() }
        var verdict: Verdict?
        for await event in events {
            switch event {
            case .ended(let result): return try await settle(result, verdict)
            case .verdict(let reason):
                verdict = reason
                work.cancel()
            case .overdue:
                if verdict == .stopping { try await handBack() }
                return
            }
        }
    }

    // MARK: Beside the work

    /// How long work that was told to stop may take to do so.
    private static let obeyingSeconds = 10

    private func watch(_ tell: (Event) -> Void) async {
        var (renewedAt, written) = (worker.installation.clock(), JobRow.Progress())
        var stopSeenAt: Int?
        do {
            while true {
                try await Task.sleep(for: .seconds(1))
                let now = worker.installation.clock()
                if worker.stop.isRaised, stopSeenAt == nil { stopSeenAt = now }
                if let seen = stopSeenAt, now - seen >= worker.settings.graceSeconds {
                    tell(.verdict(.stopping))
                    break
                }
                let progress = board.progress
                guard progress != written || now - renewedAt >= worker.settings.leaseSeconds / 3 else { continue }
                let answer = await renew(progress, at: now)
                if answer == .cancelAsked || answer == .lost {
                    tell(.verdict(answer == .lost ? .lost : .cancelAsked))
                    break
                }
                if answer == .held { (renewedAt, written) = (now, progress) }
            }
            try await Task.sleep(for: .seconds(JobAttempt.obeyingSeconds))
            tell(.overdue)
        } catch {
            return  // the work has ended
        }
    }

    /// nil when the store does not answer; the lease then runs on for a while.
    private func renew(_ progress: JobRow.Progress, at now: Int) async -> LeaseAnswer? {
        let (hold, until) = (hold, now + worker.settings.leaseSeconds)
        do {
            return try await worker.installation.database.write {
                try $0.renewLease(hold, until: until, progress)
            }
        } catch {
            if !(error is CancellationError) { worker.complain("\(error)") }
            return nil
        }
    }

    // MARK: After it

    private func settle(_ result: Result<JobReport, any Error>, _ verdict: Verdict?) async throws {
        switch (result, verdict) {
        case (.success(let report), _): try await end(.done, report)
        case (.failure, .lost): return
        case (.failure(let later as JobLater), _): try await handBack(for: later.seconds)
        case (.failure(let refused as Refused), _): try await end(.failed, refused.findings)
        case (.failure(is CancellationError), .stopping): try await handBack()
        case (.failure(is CancellationError), .cancelAsked):
            try await end(.cancelled, [Finding(JobFinding.cancelled, .info)])
        case (.failure(let error), _): try await tryAgain(after: error)
        }
    }

    private func tryAgain(after error: any Error) async throws {
        let settings = worker.settings
        var findings = [
            Finding(
                JobFinding.fault, job.attempts < settings.mostAttempts ? .warning : .fatal,
                ["attempts": String(job.attempts), "fault": String(describing: type(of: error))])
        ]
        if let error = error as? StoreError { findings.append(error.finding) }
        guard job.attempts < settings.mostAttempts else { return try await end(.failed, findings) }
        let due = worker.installation.clock() + settings.pauseSeconds(afterAttempt: job.attempts)
        let outcome = try CanonicalJSON.string(JobReport(counts: [:], findings: findings, hasRefusals: true))
        let (hold, attempts) = (hold, job.attempts)
        _ = try await worker.installation.database.write {
            try $0.putBackJob(hold, dueAt: due, attempts: attempts, outcome: outcome)
        }
    }

    private func handBack(for seconds: Int = 0) async throws {
        let (hold, due, attempts) = (hold, worker.installation.clock() + seconds, job.attempts - 1)
        _ = try await worker.installation.database.write {
            try $0.putBackJob(hold, dueAt: due, attempts: attempts, outcome: nil)
        }
    }

    private func end(_ state: JobRow.State, _ findings: [Finding]) async throws {
        try await end(state, JobReport(counts: [:], findings: findings, hasRefusals: true))
    }

    private func end(_ state: JobRow.State, _ report: JobReport) async throws {
        let (hold, outcome, progress) = (hold, try CanonicalJSON.string(report), board.progress)
        let now = worker.installation.now
        _ = try await worker.installation.database.write {
            try $0.endJob(hold, state, outcome: outcome, progress, at: now)
        }
    }
}
