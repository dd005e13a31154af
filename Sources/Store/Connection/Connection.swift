/// A transaction's hands on the database. Valid only in the body of `Database.read` or `write`, on its thread.
///
/// Placeholders are `?` on both engines. A failed statement dooms the transaction on both engines: whatever follows
/// throws `StoreError.transactionFailed`, and nothing is committed. `savepoint` gives a part that may fail.
package final class Connection {
    let session: any Session
    private var savepoints = 0

    package var dialect: Dialect { session.dialect }

    init(_ session: any Session) { self.session = session }

    /// Runs one statement and returns how many rows it inserted, updated or deleted.
    @discardableResult
    package func execute(_ sql: String, _ arguments: [SQLValue] = []) throws -> Int {
        try session.requireUsable()
        return try session.execute(sql, arguments)
    }

    /// Runs several statements without arguments, separated by `;`.
    package func script(_ sql: String) throws {
        try session.requireUsable()
        try session.script(sql)
    }

    /// Runs a part that may fail and be caught: what it changed is undone when it throws, the transaction goes on.
    @discardableResult
    package func savepoint<T>(_ body: () throws -> T) throws -> T {
        savepoints += 1
        defer { savepoints -= 1 }
        let name = "vigie_\(savepoints)"
        try script("SAVEPOINT \(name)")
        do {
            let result = try body()
            try script("RELEASE SAVEPOINT \(name)")
            return result
        } catch {
            // On a savepoint, `failed` is forgotten only once the engine has really gone back.
            try session.script("ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)")
            session.state.failed = false
            throw error
        }
    }
}

/// Whether a statement of the transaction has failed; shared by a session and those that work for it.
final class TransactionState {
    var failed = false
}

/// What an engine does for `Connection`, within one transaction.
protocol Session: AnyObject {
    var dialect: Dialect { get }
    var state: TransactionState { get }
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int
    func script(_ sql: String) throws
    /// Calls `each` for every row until it returns false. `whole`: the caller keeps all rows anyway.
    func query(_ sql: String, _ arguments: [SQLValue], whole: Bool, _ each: (borrowing Row) throws -> Bool) throws
    func bulkInsert(into table: String, columns: [String], _ feed: (inout BulkWriter) throws -> Void) throws -> Int
}

extension Session {
    func requireUsable() throws(StoreError) {
        if state.failed { throw .transactionFailed }
    }
}
