import GRDB
import GRDBSQLite
import Kernel

/// One transaction on SQLite. GRDB prepares and caches the statements; binding and stepping go straight to SQLite,
/// because decoding through GRDB's rows costs a scan several times its time.
final class SQLiteSession: Session {
    let state = TransactionState()
    let database: GRDB.Database
    let handle: OpaquePointer
    var dialect: Dialect { .sqlite }

    init(_ database: GRDB.Database) throws {
        guard let handle = database.sqliteConnection else {
            throw StoreError.connection(message: "the database is closed")
        }
        self.database = database
        self.handle = handle
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try withStatement(sql, arguments) { statement in
            let before = sqlite3_total_changes(handle)
            while true {
                let code = sqlite3_step(statement)
                if code == SQLITE_DONE { break }
                guard code == SQLITE_ROW else { throw failure(code) }
            }
            // A statement that changes nothing leaves the count of the one before it.
            return sqlite3_total_changes(handle) == before ? 0 : Int(sqlite3_changes(handle))
        }
    }

    func script(_ sql: String) throws {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw failure(code) }
    }

    func query(
        _ sql: String, _ arguments: [SQLValue], whole: Bool, _ each: (borrowing Row) throws -> Bool
    ) throws {
        try withStatement(sql, arguments) { statement in
            let faults = RowFaults()
            let row = Row(sqlite: statement, faults)
            while true {
                let code = sqlite3_step(statement)
                if code == SQLITE_DONE { return }
                guard code == SQLITE_ROW else { throw failure(code) }
                let more = try each(row)
                if let fault = faults.first { throw fault }
                if !more { return }
            }
        }
    }

    /// Prepares (or finds) the statement, binds, runs `body`, and leaves the statement ready for the next use.
    func withStatement<T>(_ sql: String, _ arguments: [SQLValue], _ body: (OpaquePointer) throws -> T) throws -> T {
        let prepared = try prepare(sql)
        let statement = prepared.sqliteStatement
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
            withExtendedLifetime(prepared) {}
        }
        let expected = Int(sqlite3_bind_parameter_count(statement))
        guard expected == arguments.count else {
            throw StoreError.valueCount(expected: expected, given: arguments.count)
        }
        for (index, argument) in arguments.enumerated() {
            let code = try bind(argument, to: statement, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw failure(code) }
        }
        return try body(statement)
    }

    private func prepare(_ sql: String) throws -> GRDB.Statement {
        do {
            let cached = try database.cachedStatement(sql: sql)
            // The same statement is being read further up: it gets a twin.
            return sqlite3_stmt_busy(cached.sqliteStatement) == 0 ? cached : try database.makeStatement(sql: sql)
        } catch {
            state.failed = true
            throw storeError(error)
        }
    }

    /// The error of the last call; it dooms the transaction.
    func failure(_ code: Int32) -> any Error {
        state.failed = true
        return sqliteError(code, handle)
    }
}

/// Tells SQLite to copy what it is given.
let sqliteTransient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

private func bind(_ value: SQLValue, to statement: OpaquePointer, at index: Int32) throws -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .int(let value): return sqlite3_bind_int64(statement, index, value)
    case .text(let value): return try bindText(value, to: statement, at: index)
    case .day(let value): return try bindText(value.description, to: statement, at: index)
    case .bytes(let value):
        return value.withUnsafeBytes { buffer in
            // Without a start, SQLite would bind NULL instead of no bytes.
            guard let start = buffer.baseAddress, !buffer.isEmpty else {
                return sqlite3_bind_zeroblob(statement, index, 0)
            }
            return sqlite3_bind_blob64(statement, index, start, UInt64(buffer.count), sqliteTransient)
        }
    }
}

private func bindText(_ value: String, to statement: OpaquePointer, at index: Int32) throws -> Int32 {
    var value = value
    return try value.withUTF8 { try bindUTF8($0, to: statement, at: index) }
}

/// Binds text; `textWithNul` for what PostgreSQL could not hold.
func bindUTF8(
    _ text: UnsafeBufferPointer<UInt8>, to statement: OpaquePointer, at index: Int32
) throws(StoreError) -> Int32 {
    guard let start = text.baseAddress, !text.isEmpty else {
        return sqlite3_bind_text(statement, index, "", 0, nil)
    }
    if containsNul(text) { throw .textWithNul }
    return UnsafeRawPointer(start).withMemoryRebound(to: CChar.self, capacity: text.count) {
        sqlite3_bind_text64(
            statement, index, $0, UInt64(text.count), sqliteTransient, UInt8(SQLITE_UTF8))
    }
}
