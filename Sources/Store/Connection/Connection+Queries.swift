extension Connection {
    /// Calls `each` for every row, in constant memory on both engines.
    ///
    /// The row is valid in the closure only. Other statements may run in between, but must not change the tables
    /// that are being read. For a handful of rows `all` is quicker on PostgreSQL (one exchange instead of three).
    package func rows(
        _ sql: String, _ arguments: [SQLValue] = [], _ each: (borrowing Row) throws -> Void
    ) throws {
        try session.requireUsable()
        try session.query(sql, arguments, whole: false) { row in
            try each(row)
            return true
        }
    }

    /// All rows at once, each made into a value.
    package func all<T>(
        _ sql: String, _ arguments: [SQLValue] = [], _ make: (borrowing Row) throws -> T
    ) throws -> [T] {
        try session.requireUsable()
        var values: [T] = []
        try session.query(sql, arguments, whole: true) { row in
            values.append(try make(row))
            return true
        }
        return values
    }

    /// The first row made into a value, or nil. Say `LIMIT 1` where there may be many.
    package func first<T>(
        _ sql: String, _ arguments: [SQLValue] = [], _ make: (borrowing Row) throws -> T
    ) throws -> T? {
        try session.requireUsable()
        var value: T?
        try session.query(sql, arguments, whole: true) { row in
            value = try make(row)
            return false
        }
        return value
    }

    /// The first column of the first row.
    /// - Throws: `StoreError.noRow` without a row, `.unreadable` for NULL or text.
    package func int(_ sql: String, _ arguments: [SQLValue] = []) throws -> Int64 {
        guard let value = try first(sql, arguments, { $0.int(0) }) else { throw StoreError.noRow }
        return value
    }

    /// The first column of the first row, as `SELECT count(*)` gives it.
    package func count(_ sql: String, _ arguments: [SQLValue] = []) throws -> Int {
        Int(try int(sql, arguments))
    }

    /// Inserts many rows and returns how many: the fast path for imports.
    ///
    /// For each row give every column in order, then `endRow`. Nothing else may run on the connection meanwhile.
    @discardableResult
    package func bulkInsert(
        into table: String, columns: [String], _ feed: (inout BulkWriter) throws -> Void
    ) throws -> Int {
        try session.requireUsable()
        return try session.bulkInsert(into: table, columns: columns, feed)
    }
}
