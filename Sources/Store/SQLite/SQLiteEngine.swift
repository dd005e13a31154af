import Dispatch
import GRDB

/// SQLite through GRDB's pool: one writer, several readers on WAL snapshots, each on a queue of its own.
struct SQLiteEngine: StorageEngine {
    let pool: DatabasePool
    let path: String
    let options: DatabaseOptions
    var dialect: Dialect { .sqlite }

    static func open(path: String, _ options: DatabaseOptions) async throws -> SQLiteEngine {
        try await onQueue {
            _ = SQLiteLibrary.isSetUp
            // The pool turns whatever file it opens to WAL, so another program's file is refused before.
            try SQLiteProbe.requireUsable(path: path, options.expectation)
            let pool = try translated(place: path) {
                try DatabasePool(path: path, configuration: configuration(options))
            }
            return SQLiteEngine(pool: pool, path: path, options: options)
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        do {
            return try await pool.read { database in
                try body(Connection(try SQLiteSession(database)))
            }
        } catch {
            throw storeError(error)
        }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        do {
            return try await pool.write { database in
                let session = try SQLiteSession(database)
                let result = try body(Connection(session))
                // A caught failure must not be committed: PostgreSQL would not do it either.
                try session.requireUsable()
                return result
            }
        } catch {
            throw storeError(error)
        }
    }

    /// A connection of its own, so that the pool's writer stays free while the staging area fills.
    func stagedWrite<Staged, T: Sendable>(
        stage: @escaping @Sendable (Connection) throws -> Staged,
        merge: @escaping @Sendable (Connection, Staged) throws -> T
    ) async throws -> T {
        try await onQueue {
            do {
                let queue = try DatabaseQueue(path: path, configuration: SQLiteEngine.configuration(options))
                defer { try? queue.close() }  // the work is committed or rolled back by now
                return try queue.writeWithoutTransaction { database in
                    let session = try SQLiteSession(database)
                    let connection = Connection(session)
                    // The staging area is as large as the file: it gets a cache of its own, and no journal to roll
                    // back with, since a failed import drops it anyway.
                    try session.script(
                        "PRAGMA temp.cache_size = -32768; PRAGMA temp.journal_mode = OFF; PRAGMA temp.synchronous = OFF"
                    )
                    let staged = try stage(connection)
                    try session.requireUsable()
                    var result: T?
                    try database.inTransaction(.immediate) {
                        result = try merge(connection, staged)
                        try session.requireUsable()
                        return .commit
                    }
                    guard let result else { throw StoreError.transactionFailed }
                    return result
                }
            } catch {
                throw storeError(error)
            }
        }
    }

    func close() async throws {
        try await onQueue {
            try translated {
                // The last connection to go plays the log back and removes it, which a reader may not do. GRDB closes
                // the writer first, so the readers are sent away before: a single file is left.
                pool.invalidateReadOnlyConnections()
                try pool.close()
            }
        }
    }

    private static func configuration(_ options: DatabaseOptions) -> Configuration {
        var configuration = Configuration()
        configuration.label = "vigie.sqlite"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(options.waitSeconds)
        configuration.maximumReaderCount = max(1, options.maximumConnections)
        configuration.prepareDatabase { database in
            // 32 MB of page cache a connection (the default is 2); sorts go to temporary files, not to memory;
            // a WAL grown by an import is cut back to 64 MB at the next checkpoint.
            try database.execute(
                sql: """
                    PRAGMA cache_size = -32768;
                    PRAGMA mmap_size = 0;
                    PRAGMA temp_store = FILE;
                    PRAGMA journal_size_limit = 67108864;
                    PRAGMA trusted_schema = OFF;
                    """)
        }
        return configuration
    }
}

/// Runs blocking work on a thread of Dispatch's own, not on the cooperative pool.
func onQueue<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue(label: "vigie.store.blocking").async { continuation.resume(with: Result { try work() }) }
    }
}
