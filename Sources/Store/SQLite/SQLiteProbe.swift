/// Looks at a SQLite file before the pool opens it, without changing it.
enum SQLiteProbe {
    /// - Throws: `.missing`, `.notVigie`, or what opening the file gave.
    static func requireUsable(path: String, _ expectation: DatabaseOptions.Expectation) throws {
        guard let size = try fileSize(path) else {
            if expectation == .anyOrNew { return }
            throw StoreError.missing(path: path)
        }
        if size == 0 { return }
        // Writable, because a log left by a killed process is played back on the first look.
        let tables = try RawSQLite(path: path, writable: true).texts("SELECT name FROM sqlite_schema")
        if !tables.isEmpty, !tables.contains("schema_migration") { throw StoreError.notVigie(place: path) }
    }
}
