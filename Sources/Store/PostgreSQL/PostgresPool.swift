import Dispatch
import Synchronization

/// At most `limit` connections, opened when first needed. Who finds none waits in line.
final class PostgresPool: Sendable {
    private struct State {
        var idle: [PostgresLink] = []
        var open = 0
        var closed = false
        /// Resumed with a connection, or with nil for the right to open one.
        var waiting: [CheckedContinuation<PostgresLink?, any Error>] = []
    }

    private let uri: String
    private let limit: Int
    private let waitSeconds: Double
    private let state = Mutex(State())

    init(uri: String, limit: Int, waitSeconds: Double) {
        self.uri = uri
        self.limit = limit
        self.waitSeconds = waitSeconds
    }

    deinit { close() }

    /// Runs `body` on a connection's own thread.
    func use<T: Sendable>(_ body: @escaping @Sendable (PostgresLink) throws -> T) async throws -> T {
        try Task.checkCancellation()
        let link = try await acquire()
        defer { release(link) }
        return try await withCheckedThrowingContinuation { continuation in
            link.queue.async { continuation.resume(with: Result { try body(link) }) }
        }
    }

    func close() {
        let (idle, waiting) = state.withLock { state in
            state.closed = true
            defer {
                state.open -= state.idle.count
                state.idle = []
                state.waiting = []
            }
            return (state.idle, state.waiting)
        }
        for link in idle { link.close() }
        for continuation in waiting { continuation.resume(throwing: PostgresPool.closedError) }
    }

    private static var closedError: StoreError { .connection(message: "the database is closed") }

    private func acquire() async throws -> PostgresLink {
        let found: PostgresLink? = try await withCheckedThrowingContinuation { continuation in
            let answer: Result<PostgresLink?, any Error>? = state.withLock { state in
                if state.closed { return .failure(PostgresPool.closedError) }
                if let link = state.idle.popLast() { return .success(link) }
                if state.open < limit {
                    state.open += 1
                    return .success(nil)
                }
                state.waiting.append(continuation)
                return nil
            }
            if let answer { continuation.resume(with: answer) }
        }
        if let found { return found }
        do {
            let (uri, waitSeconds) = (uri, waitSeconds)
            return try await onQueue { try PostgresLink(uri: uri, waitSeconds: waitSeconds) }
        } catch {
            passOn(nil)
            throw error
        }
    }

    private func release(_ link: PostgresLink) {
        if link.isUsable {
            passOn(link)
        } else {
            link.close()
            passOn(nil)
        }
    }

    /// Gives a connection, or the right to open one, to who waits first.
    private func passOn(_ link: PostgresLink?) {
        let (next, surplus): (CheckedContinuation<PostgresLink?, any Error>?, PostgresLink?) = state.withLock { state in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), nil) }
            guard let link, !state.closed else {
                state.open -= 1
                return (nil, link)
            }
            state.idle.append(link)
            return (nil, nil)
        }
        next?.resume(returning: link)
        surplus?.close()
    }
}
