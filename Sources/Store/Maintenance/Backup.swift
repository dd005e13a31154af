extension Database {
    /// Writes a consistent copy to a new file while others go on working: a SQLite file, or pg_dump's custom format.
    /// The copy is checked before it gets its name. Returns its size in bytes.
    /// - Throws: `.targetExists`, `.diskFull`, `.tool`, `.file`.
    @discardableResult
    package func backup(to path: String) async throws -> Int {
        let url = url
        return try await onQueue {
            switch url {
            case .sqlite(let source): try SQLiteBackup.copy(from: source, to: path)
            case .postgres(let uri): try PostgresBackup.dump(uri, to: path)
            }
            return try fileSize(path) ?? 0
        }
    }

    /// Restores a backup into a SQLite file that does not exist yet, or into an empty PostgreSQL database.
    /// The result may be of an older version: migrate it afterwards.
    /// - Throws: `.targetExists`, `.notABackup` (also for a backup of the other engine), `.damaged`, `.tool`.
    package static func restore(from path: String, into url: DatabaseURL) async throws {
        guard try await onQueue({ try fileSize(path) }) != nil else { throw StoreError.missing(path: path) }
        let head = try await onQueue { try fileHead(path, count: 16) }
        switch url {
        case .sqlite(let target):
            guard head.starts(with: "SQLite format 3".utf8) else { throw StoreError.notABackup(path: path) }
            try await onQueue {
                try SQLiteBackup.verify(path)
                try SQLiteBackup.copy(from: path, to: target)
            }
        case .postgres(let uri):
            guard head.starts(with: "PGDMP".utf8) else { throw StoreError.notABackup(path: path) }
            let database = try await Database.open(url, DatabaseOptions(.anyOrNew))
            let found = try await database.read { try SchemaState.tables($0) }
            try await database.close()
            guard found == .none else { throw StoreError.targetExists(place: url.description) }
            try await onQueue { try PostgresBackup.restore(path, into: uri) }
        }
    }
}
