import Dispatch
import Synchronization

/// The one place where passwords are hashed: one at a time, on a thread of its own, so that a rush of sign-ins takes
/// neither the memory nor the processor from those who work. Who finds too many waiting is sent away, to come back in a
/// moment.
package final class PasswordDesk: Sendable {
    private let queue = DispatchQueue(label: "vigie.passwords")
    private let waiting = Mutex(0)
    private let mostWaiting: Int

    package init(mostWaiting: Int = 32) { self.mostWaiting = mostWaiting }

    /// - Throws: `PasswordDeskBusy`, or what `work` throws.
    package func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        let isAdmitted = waiting.withLock { count in
            guard count < mostWaiting else { return false }
            count += 1
            return true
        }
        guard isAdmitted else { throw PasswordDeskBusy() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { [self] in
                let result = Result { try work() }
                waiting.withLock { $0 -= 1 }
                continuation.resume(with: result)
            }
        }
    }
}

/// Too many passwords wait to be checked.
package struct PasswordDeskBusy: Error, Sendable {
    /// When to come back.
    package let afterSeconds = 5
}
