import GRDBSQLite

/// Copies a SQLite database to a new file, while others go on reading and writing.
enum SQLiteBackup {
    /// Writes `target` whole or not at all: copied beside it, checked, flushed to disk, renamed.
    static func copy(from source: String, to target: String) throws {
        try requireFree(target)
        let partial = target + ".partial"
        try removeFile(partial)
        do {
            try RawSQLite(path: source, writable: true).run("VACUUM INTO ?", [partial])
            try verify(partial)
            try flushFile(partial)
            try renameFile(partial, to: target)
        } catch {
            try removeFile(partial)
            throw error
        }
    }

    /// - Throws: `.targetExists` for a target that nothing may be written over.
    static func requireFree(_ target: String) throws {
        for path in [target, target + "-wal", target + "-journal"] where try fileSize(path) != nil {
            // An empty file is a fair target; a log left beside it would be played into the copy.
            if path == target, try fileSize(path) == 0 { continue }
            throw StoreError.targetExists(place: path)
        }
    }

    /// The data, and the access book where the backup has one. One that is left from another database is not taken for
    /// that of the restored one.
    static func restore(_ path: String, to target: String) throws {
        let (kept, book) = (AccessBook.file(beside: path), AccessBook.file(beside: target))
        let hasBook = try fileSize(kept) != nil
        for source in [path] + (hasBook ? [kept] : []) { try verify(source) }
        for free in [target, book] { try requireFree(free) }
        try copy(from: path, to: target)
        guard hasBook else { return }
        do {
            try copy(from: kept, to: book)
        } catch {
            try removeFile(target)
            throw error
        }
    }

    /// - Throws: `.damaged` with SQLite's first complaint, `.notABackup` when it holds no tables of Vigie.
    static func verify(_ path: String) throws {
        let database = try RawSQLite(path: path, writable: false)
        let tables = try database.texts("SELECT name FROM sqlite_schema WHERE name = 'schema_migration'")
        guard !tables.isEmpty else { throw StoreError.notABackup(path: path) }
        let complaints = try database.texts("PRAGMA integrity_check(1)").filter { $0 != "ok" }
        if let complaint = complaints.first { throw StoreError.damaged(message: complaint) }
    }
}

/// A connection beside the pool, for what the pool does not do. Closed when it goes.
final class RawSQLite {
    private let handle: OpaquePointer

    /// - Parameter writable: SQLite falls back to reading where the file allows no more.
    convenience init(path: String, writable: Bool) throws {
        try self.init(path: path, flags: writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY)
    }

    init(path: String, flags: Int32) throws {
        var opened: OpaquePointer?
        let flags = flags | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let error = sqliteError(code, opened, place: path)
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
        self.path = path
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 30_000)
    }

    private let path: String

    deinit { sqlite3_close_v2(handle) }

    func run(_ sql: String, _ arguments: [String] = []) throws { _ = try texts(sql, arguments) }

    /// The first column of every row as text.
    func texts(_ sql: String, _ arguments: [String] = []) throws -> [String] {
        var statement: OpaquePointer?
        let prepared = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
        defer { sqlite3_finalize(statement) }
        guard prepared == SQLITE_OK else { throw sqliteError(prepared, handle, place: path) }
        for (index, argument) in arguments.enumerated() {
            sqlite3_bind_text(statement, Int32(index + 1), argument, -1, sqliteTransient)
        }
        var texts: [String] = []
        while true {
            let step = sqlite3_step(statement)
            if step == SQLITE_DONE { return texts }
            guard step == SQLITE_ROW else { throw sqliteError(step, handle, place: path) }
            if let text = sqlite3_column_text(statement, 0) { texts.append(String(cString: text)) }
        }
    }
}
