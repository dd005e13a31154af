import CPostgreSQL

/// One transaction on PostgreSQL.
final class PostgresSession: Session {
    let state = TransactionState()
    let link: PostgresLink
    private var cursors = 0
    var dialect: Dialect { .postgres }

    init(_ link: PostgresLink) { self.link = link }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        let result = try run(sql, arguments)
        defer { PQclear(result) }
        // A SELECT's count is of rows read, not of rows changed.
        guard let status = PQcmdStatus(result), !String(cString: status).hasPrefix("SELECT"),
            let tuples = PQcmdTuples(result)
        else { return 0 }
        return Int(String(cString: tuples)) ?? 0
    }

    func script(_ sql: String) throws {
        try guarded { try link.run(sql) }
    }

    func query(
        _ sql: String, _ arguments: [SQLValue], whole: Bool, _ each: (borrowing Row) throws -> Bool
    ) throws {
        if !whole, isPlainQuery(sql) { return try stream(sql, arguments, each) }
        let result = try run(sql, arguments)
        defer { PQclear(result) }
        _ = try visit(result, each)
    }

    /// Runs a prepared statement. The caller clears the result.
    private func run(_ sql: String, _ arguments: [SQLValue]) throws -> OpaquePointer? {
        let arguments = try PostgresArguments(arguments)
        return try guarded {
            let name = try link.prepared(sql, arguments)
            let result = arguments.withPointers { count, values, lengths, formats in
                PQexecPrepared(link.handle, name, count, values, lengths, formats, 0)
            }
            do { try link.check(result) } catch {
                PQclear(result)
                throw error
            }
            return result
        }
    }

    /// Calls `each` for every row of the result; false when it wants no more.
    private func visit(_ result: OpaquePointer?, _ each: (borrowing Row) throws -> Bool) throws -> Bool {
        guard let result else { return false }
        let faults = RowFaults()
        var row = Row(postgres: result, line: 0, faults)
        for line in 0..<PQntuples(result) {
            row.line = line
            let more = try each(row)
            if let fault = faults.first { throw fault }
            if !more { return false }
        }
        return true
    }

    /// Runs `body`; whatever it throws dooms the transaction.
    func guarded<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch {
            state.failed = true
            throw error
        }
    }
}

// MARK: - Streaming

extension PostgresSession {
    /// How much of a result is held at once. Rows of documents are large, rows of results small.
    private static let batchSizeInBytes = 1_048_576
    private static let batchLimitInRows = 10_000

    /// Reads through a cursor: constant memory, and other statements may run in between.
    private func stream(
        _ sql: String, _ arguments: [SQLValue], _ each: (borrowing Row) throws -> Bool
    ) throws {
        cursors += 1
        let cursor = "vigie_c\(cursors)"
        try declare(cursor, sql, try PostgresArguments(arguments))
        var more = true
        var batch = 100
        while more {
            let result = try fetch(batch, cursor)
            defer { PQclear(result) }
            let count = Int(PQntuples(result))
            more = try visit(result, each) && count == batch
            let rowSize = max(1, PQresultMemorySize(result) / max(1, count))
            batch = min(max(1, PostgresSession.batchSizeInBytes / rowSize), PostgresSession.batchLimitInRows)
        }
        try script("CLOSE \(cursor)")
    }

    private func declare(_ cursor: String, _ sql: String, _ arguments: PostgresArguments) throws {
        try guarded {
            let (numbered, count) = numberedPlaceholders(sql)
            guard count == arguments.types.count else {
                throw StoreError.valueCount(expected: count, given: arguments.types.count)
            }
            let result = arguments.withPointers { count, values, lengths, formats in
                PQexecParams(
                    link.handle, "DECLARE \(cursor) NO SCROLL CURSOR FOR \(numbered)", count, arguments.types,
                    values, lengths, formats, 0)
            }
            defer { PQclear(result) }
            try link.check(result)
        }
    }

    private func fetch(_ count: Int, _ cursor: String) throws -> OpaquePointer? {
        try guarded {
            let result = PQexec(link.handle, "FETCH FORWARD \(count) FROM \(cursor)")
            do { try link.check(result) } catch {
                PQclear(result)
                throw error
            }
            return result
        }
    }

    /// Whether a cursor can read it: not when it changes something and returns rows.
    private func isPlainQuery(_ sql: String) -> Bool {
        let word = sql.drop { $0.isWhitespace || $0 == "(" }.prefix { $0.isLetter }.uppercased()
        return ["SELECT", "WITH", "VALUES"].contains(word) && !sql.contains("RETURNING")
    }
}
