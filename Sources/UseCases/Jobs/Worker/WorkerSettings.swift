import Synchronization

/// How a worker works.
package struct WorkerSettings: Sendable {
    /// Unlike that of every other worker: machine, process and something by chance.
    package let name: String
    /// How long a job stays claimed after the last sign of life; the worker gives one every third of it.
    package var leaseSeconds = 120
    /// How often an idle worker looks for work.
    package var pauseMilliseconds = 500
    /// How many calls to others are under way at once.
    package var outgoingLanes = 4
    /// A job that failed so often by an unexpected fault is left to people.
    package var mostAttempts = 5
    /// After the first fault; it doubles with each.
    package var firstPauseSeconds = 10
    package var longestPauseSeconds = 3600
    /// How long running work may go on when the program is to stop, before it is handed back.
    package var graceSeconds = 20

    package init(name: String) { self.name = name }

    /// How long a job waits after its n-th attempt failed.
    func pauseSeconds(afterAttempt attempt: Int) -> Int {
        min(firstPauseSeconds << min(max(attempt - 1, 0), 20), longestPauseSeconds)
    }
}

/// Tells the lanes of a worker to take nothing more.
package final class StopSign: Sendable {
    private let isUp = Mutex(false)

    package init() {}

    package var isRaised: Bool { isUp.withLock { $0 } }
    package func raise() { isUp.withLock { $0 = true } }
}
