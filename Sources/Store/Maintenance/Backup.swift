/// What a backup holds.
package struct BackupContent: Sendable, Hashable {
    package enum AccessCopy: Sendable, Hashable {
        /// A file of its own.
        case file(path: String, bytes: Int)
        /// In the same file as the data.
        case inside
        /// Nobody has signed in yet.
        case none
    }

    /// The size of the file with the data.
    package let bytes: Int
    package let accessBook: AccessCopy
}

extension Database {
    /// Writes a consistent copy to a new file while others go on working: a SQLite file, or pg_dump's custom format.
    /// The access book comes along: beside a SQLite file under its name with `-access`, so that the copy can be opened
    /// as it is; inside PostgreSQL's. Copies are checked before they get their names; of two there are both or none.
    /// - Throws: `.targetExists`, `.diskFull`, `.tool`, `.file`.
    @discardableResult
    package func backup(to path: String) async throws -> BackupContent {
        switch url {
        case .sqlite(let source):
            return try await onQueue {
                let book = try fileSize(source.accessBook) == nil ? nil : path.accessBook
                for target in [path, path.accessBook] { try SQLiteBackup.requireFree(target) }
                try SQLiteBackup.copy(from: source, to: path)
                guard let book else { return BackupContent(bytes: try fileSize(path) ?? 0, accessBook: .none) }
                do {
                    try SQLiteBackup.copy(from: source.accessBook, to: book)
                } catch {
                    try removeFile(path)
                    throw error
                }
                let copy = BackupContent.AccessCopy.file(path: book, bytes: try fileSize(book) ?? 0)
                return BackupContent(bytes: try fileSize(path) ?? 0, accessBook: copy)
            }
        case .postgres(let uri):
            let hasBook = try await read { connection in
                try connection.count("SELECT count(*) FROM pg_namespace WHERE nspname = '\(AccessBook.schema)'") > 0
            }
            return try await onQueue {
                try PostgresBackup.dump(uri, to: path)
                return BackupContent(bytes: try fileSize(path) ?? 0, accessBook: hasBook ? .inside : .none)
            }
        }
    }

    /// Restores a backup into a SQLite file that does not exist yet, or into an empty PostgreSQL database; the access
    /// book too where the backup has one.
    /// The result may be of an older version: migrate it afterwards.
    /// - Throws: `.targetExists`, `.notABackup` (also for a backup of the other engine), `.damaged`, `.tool`.
    package static func restore(from path: String, into url: DatabaseURL) async throws {
        guard try await onQueue({ try fileSize(path) }) != nil else { throw StoreError.missing(path: path) }
        let head = try await onQueue { try fileHead(path, count: 16) }
        switch url {
        case .sqlite(let target):
            guard head.starts(with: "SQLite format 3".utf8) else { throw StoreError.notABackup(path: path) }
            try await onQueue { try SQLiteBackup.restore(path, to: target) }
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

extension String {
    /// The file with the access book of a SQLite file.
    fileprivate var accessBook: String { AccessBook.file(beside: self) }
}
