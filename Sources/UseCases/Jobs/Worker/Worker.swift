import Kernel
import Store

/// Takes jobs from the queue and runs them, in any number of processes at once: each job is one worker's until it ends,
/// and another's when its worker gives no sign of life for the length of the lease.
package struct Worker: Sendable {
    let installation: Installation
    let settings: WorkerSettings
    let stop: StopSign
    /// Told what no job can tell: that the store does not answer.
    let complain: @Sendable (String) -> Void

    package init(
        _ installation: Installation, _ settings: WorkerSettings, stop: StopSign,
        complain: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.installation = installation
        self.settings = settings
        self.stop = stop
        self.complain = complain
    }

    /// Works until the sign is raised and what runs has ended or is handed back.
    package func run() async {
        await withTaskGroup { lanes in
            let ours = JobKind.allCases.filter { !$0.isOutgoing }
            let (quick, slow) = (ours.filter(\.isQuick), ours.filter { !$0.isQuick })
            let outgoing = JobKind.allCases.filter(\.isOutgoing)
            for kinds in [slow, quick] + Array(repeating: outgoing, count: settings.outgoingLanes)
            where !kinds.isEmpty {
                lanes.addTask { await work(on: kinds.map(\.rawValue)) }
            }
            lanes.addTask { await relay() }
        }
    }

    /// Runs what is due now, one job after the other, and returns how many there were.
    package func runDue() async throws -> Int {
        var count = 0
        _ = try await WebhookRelay(installation: installation).run()
        while let job = try await claim(JobKind.allCases.map(\.rawValue)) {
            try await JobAttempt(worker: self, job: job).run()
            count += 1
        }
        return count
    }

    /// Puts what is to be told to others in the queue.
    private func relay() async {
        while !stop.isRaised, !Task.isCancelled {
            do {
                let count = try await WebhookRelay(installation: installation).run()
                if count == 0 { try await Task.sleep(for: .milliseconds(settings.pauseMilliseconds)) }
            } catch is CancellationError {
                return
            } catch {
                complain("\(error)")
                do { try await Task.sleep(for: .seconds(5)) } catch { return }
            }
        }
    }

    private func work(on kinds: [String]) async {
        while !stop.isRaised, !Task.isCancelled {
            do {
                guard let job = try await claim(kinds) else {
                    try await Task.sleep(for: .milliseconds(settings.pauseMilliseconds))
                    continue
                }
                try await JobAttempt(worker: self, job: job).run()
            } catch is CancellationError {
                return
            } catch {
                complain("\(error)")
                do { try await Task.sleep(for: .seconds(5)) } catch { return }
            }
        }
    }

    private func claim(_ kinds: [String]) async throws -> JobRow? {
        let (now, worker) = (installation.clock(), settings.name)
        guard try await installation.database.read({ try $0.hasWaitingJob(kinds: kinds, at: now) }) else { return nil }
        let until = now + settings.leaseSeconds
        return try await installation.database.write { connection in
            try connection.claimJob(
                kinds: kinds, by: worker, at: (Instant.text(ofSeconds: now), now), leaseUntil: until)
        }
    }
}
