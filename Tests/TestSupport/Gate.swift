import Foundation

/// Lets the body of a database transaction and its test wait for each other.
package final class Gate: @unchecked Sendable {
    private let condition = NSCondition()
    private var arrivals = 0

    package init() {}

    package func arrive() {
        condition.withLock {
            arrivals += 1
            condition.broadcast()
        }
    }

    /// Waits until `count` have arrived, without keeping a thread of the cooperative pool.
    package func reached(_ count: Int) async {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "vigie.test.gate").async {
                self.wait(for: count)
                continuation.resume()
            }
        }
    }

    /// Waits until `count` have arrived. Blocks: only for the body of a transaction, which has its own thread.
    package func wait(for count: Int) {
        condition.withLock {
            while arrivals < count { condition.wait() }
        }
    }
}
