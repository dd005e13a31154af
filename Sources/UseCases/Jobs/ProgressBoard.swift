import Store
import Synchronization

/// Where running work says how far it has come, as often as it likes; the worker writes it down once a second.
package final class ProgressBoard: Sendable {
    private let latest = Mutex(JobRow.Progress())

    package init() {}

    package var progress: JobRow.Progress { latest.withLock { $0 } }

    package func tell(_ step: String, _ done: Int = 0, of total: Int? = nil) {
        latest.withLock { $0 = JobRow.Progress(step: step, done: done, total: total) }
    }
}
