import GRDBSQLite

extension SQLiteSession {
    /// One prepared single-row INSERT, bound and stepped directly.
    func bulkInsert(
        into table: String, columns: [String], _ feed: (inout BulkWriter) throws -> Void
    ) throws -> Int {
        let names = columns.map(quoted).joined(separator: ", ")
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let sql = "INSERT INTO \(quoted(table)) (\(names)) VALUES (\(places))"
        let arguments = [SQLValue](repeating: .null, count: columns.count)
        return try withStatement(sql, arguments) { statement in
            var writer = BulkWriter(columnCount: columns.count, statement: statement) { [self] in
                let code = sqlite3_step(statement)
                sqlite3_reset(statement)
                guard code == SQLITE_DONE else { throw failure(code) }
            }
            try feed(&writer)
            try writer.finish()
            return writer.rowCount
        }
    }
}

/// A table or column name for a statement.
func quoted(_ name: String) -> String { "\"\(name)\"" }
