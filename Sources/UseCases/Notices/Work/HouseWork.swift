import Kernel
import Store

/// Work that the house does of itself: nobody asked for it, and no account's rights bound it.
package protocol HouseWork: Codable, Sendable {
    static var kind: JobKind { get }
    /// Killed at any moment, run again it completes.
    func run(_ installation: Installation) async throws -> JobReport
}

extension HouseWork {
    /// The row that waits in the queue.
    func order(_ id: Int64, title: String, at now: (text: String, seconds: Int)) throws -> JobRow {
        JobRow(
            id: id, kind: Self.kind.rawValue, for: (nil, nil), title: title, work: try CanonicalJSON.string(self),
            at: now)
    }
}
