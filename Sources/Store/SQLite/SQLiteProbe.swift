import GRDBSQLite

/// Looks at a SQLite file before the pool opens it, without changing it.
enum SQLiteProbe {
    /// - Throws: `.missing`, `.notVigie`, or what opening the file gave.
    static func requireUsable(path: String, _ expectation: DatabaseOptions.Expectation) throws {
        if try !isEmptyOrMissing(path, expectation) {
            let tables = try tableNames(path)
            if !tables.isEmpty, !tables.contains("schema_migration") { throw StoreError.notVigie(place: path) }
        }
    }

    private static func isEmptyOrMissing(
        _ path: String, _ expectation: DatabaseOptions.Expectation
    ) throws(StoreError) -> Bool {
        guard let size = try fileSize(path) else {
            if expectation == .anyOrNew { return true }
            throw .missing(path: path)
        }
        return size == 0
    }

    private static func tableNames(_ path: String) throws -> Set<String> {
        var handle: OpaquePointer?
        defer { sqlite3_close_v2(handle) }
        // Read-write, because a WAL left by a killed process is recovered on the first look.
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &handle, flags, nil)
        guard code == SQLITE_OK, let handle else { throw sqliteError(code, handle, place: path) }
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 10_000)
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        let prepared = sqlite3_prepare_v2(handle, "SELECT name FROM sqlite_schema", -1, &statement, nil)
        guard prepared == SQLITE_OK else { throw sqliteError(prepared, handle, place: path) }
        var names: Set<String> = []
        while true {
            let step = sqlite3_step(statement)
            if step == SQLITE_DONE { return names }
            guard step == SQLITE_ROW else { throw sqliteError(step, handle, place: path) }
            if let name = sqlite3_column_text(statement, 0) { names.insert(String(cString: name)) }
        }
    }
}
