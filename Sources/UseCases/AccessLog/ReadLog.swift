import Register
import Secrets
import Store
import Synchronization

/// One thing that somebody looked at.
package struct ReadObject: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable { case herd, animal, intervention, paper }

    let kind: Kind
    /// The number that people know it by.
    let subject: String
    let department: String?

    init(_ kind: Kind, _ subject: String, in department: String?) {
        self.kind = kind
        self.subject = subject
        self.department = department
    }
}

/// How somebody came in.
package enum Door: String, Sendable { case page, api }

/// Who reads what, held in memory for seconds and then written to the access book, so that no page waits for it. A
/// program that is killed loses those seconds; one that is stopped loses nothing.
package final class ReadLog: Sendable {
    /// The same person's reads of the same thing within so long of each other are one row.
    static let foldSeconds = 300
    /// How often it is written.
    package static let flushSeconds = 2
    private static let mostOpen = 20_000
    private static let rowsAWrite = 1000
    private static let forgetSeconds = 3600

    private struct Key: Hashable {
        let login: String
        let object: ReadObject
        let door: Door
    }

    private struct Entry {
        var row: ReadRow
        /// How often it was read when it was last written.
        var written = 0
    }

    private struct State {
        var open: [Key: Entry] = [:]
        var lost = 0
        var forgottenAt = 0
    }

    private let state = Mutex(State())

    package init() {}

    func note(_ object: ReadObject, by actor: Actor, _ door: Door, at now: Int) {
        let key = Key(login: actor.login, object: object, door: door)
        state.withLock { state in
            if var entry = state.open[key], now - entry.row.lastAt < ReadLog.foldSeconds {
                entry.row.lastAt = max(now, entry.row.lastAt)
                entry.row.count += 1
                state.open[key] = entry
                return
            }
            if let old = state.open[key], old.written < old.row.count {
                // Not written yet, and too old to go on: both must be kept.
                state.open[Key(login: actor.login + "\u{0}" + old.row.id, object: object, door: door)] = old
            }
            guard state.open.count < ReadLog.mostOpen else { return state.lost += 1 }
            state.open[key] = Entry(
                row: ReadRow(
                    id: ReadRow.prefix(ofSecond: now) + Token.make().prefix(16), by: (actor.login, actor.role.rawValue),
                    door: door.rawValue, of: (object.kind.rawValue, object.subject), department: object.department,
                    at: (now, now, 1)))
        }
    }

    /// Writes what is new, and forgets what is older than `keptDays`.
    /// - Returns: how many reads found no place since the last time, because the access book did not answer for long.
    package func flush(to access: Database, at now: Int, keptDays: Int) async throws -> Int {
        let due = state.withLock { state in state.open.filter { $0.value.written < $0.value.row.count } }
        for part in Array(due).chunks(of: ReadLog.rowsAWrite) {
            let rows = part.map(\.value.row)
            try await access.write { try $0.write(rows) }
            state.withLock { state in
                for (key, entry) in part where state.open[key]?.row.id == entry.row.id {
                    state.open[key]?.written = entry.row.count
                }
            }
        }
        let isTimeToForget = state.withLock { state in
            state.open = state.open.filter {
                $0.value.written < $0.value.row.count || now - $0.value.row.lastAt < ReadLog.foldSeconds
            }
            guard now - state.forgottenAt >= ReadLog.forgetSeconds else { return false }
            state.forgottenAt = now
            return true
        }
        if isTimeToForget { try await access.write { try $0.forgetReads(before: now - keptDays * 86_400) } }
        return state.withLock { state in
            defer { state.lost = 0 }
            return state.lost
        }
    }
}
