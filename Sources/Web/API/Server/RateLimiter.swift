import Synchronization

/// How many requests each credential may still send in the running minute. Counted by every server for itself.
final class RateLimiter: Sendable {
    static let windowSeconds = 60
    private static let mostKept = 100_000

    struct Standing: Sendable {
        let limit: Int
        let remaining: Int
        /// Seconds until the count begins anew.
        let reset: Int
        let isExceeded: Bool
    }

    private struct Window {
        var began: Int
        var count: Int
    }

    private let windows = Mutex<[String: Window]>([:])
    let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Counts one request.
    func count(_ subject: String, at now: Int) -> Standing {
        windows.withLock { windows in
            if windows.count >= RateLimiter.mostKept { windows.removeAll() }
            var window = windows[subject] ?? Window(began: now, count: 0)
            if now - window.began >= RateLimiter.windowSeconds || now < window.began {
                window = Window(began: now, count: 0)
            }
            window.count += 1
            windows[subject] = window
            return Standing(
                limit: limit, remaining: max(0, limit - window.count),
                reset: window.began + RateLimiter.windowSeconds - now, isExceeded: window.count > limit)
        }
    }
}
