import Kernel
import Store

/// What a worker looks after beside its jobs, every few seconds: news of the access book, the work of the week, and
/// once a minute the seal of the audit, so that what was done cannot be rewritten until somebody verifies the chain.
struct WorkerRounds: Sendable {
    let worker: Worker

    private static let pauseSeconds = 5
    private static let sealSeconds = 60
    /// Lines of the diary may be written a little later than they say.
    private static let overlapSeconds = 600

    func run() async {
        let installation = worker.installation
        var (since, queued): (Int, String?) = (installation.clock() - SignInNotices.newsSeconds, nil)
        var sealedAt = 0
        while !worker.stop.isRaised, !Task.isCancelled {
            do {
                let now = installation.clock()
                try await SignInNotices.relay(since: since, installation)
                since = now - WorkerRounds.overlapSeconds
                queued = try await queueWorkLists(unless: queued)
                if now - sealedAt >= WorkerRounds.sealSeconds {
                    try await seal(at: now)
                    sealedAt = now
                }
            } catch is CancellationError {
                return
            } catch {
                worker.complain("\(error)")
            }
            for _ in 0..<WorkerRounds.pauseSeconds where !worker.stop.isRaised {
                do { try await Task.sleep(for: .seconds(1)) } catch { return }
            }
        }
    }

    func seal(at now: Int) async throws {
        let database = worker.installation.database
        guard try await database.read({ try $0.unsealedEntries() }) > 0 else { return }
        try await database.sealAudit(now: Instant.text(ofSeconds: now))
    }

    /// Puts the work of this week in the queue, where the first worker that tries puts it for all.
    /// - Returns: the key of the work that is known to be there.
    private func queueWorkLists(unless queued: String?) async throws -> String? {
        let installation = worker.installation
        guard let work = WorkListsWork.due(on: installation.today(), at: installation.clock()),
            work.onceKey != queued
        else { return queued }
        guard try await !installation.database.read({ try $0.hasJob(onceKey: work.onceKey) }) else {
            return work.onceKey
        }
        var order = try work.order(
            try await installation.database.id(), title: work.week, for: nil, at: installation.moment)
        order.onceKey = work.onceKey
        let job = order
        try await installation.database.write { try $0.enqueue(job) }
        return work.onceKey
    }
}
