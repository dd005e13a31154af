/// PostgreSQL through libpq: a bounded pool of connections, each on a thread of its own while it works.
struct PostgresEngine: StorageEngine {
    let pool: PostgresPool
    var dialect: Dialect { .postgres }

    /// Opens one connection, so that a wrong address is told at once.
    static func open(uri: String, _ options: DatabaseOptions) async throws -> PostgresEngine {
        let pool = PostgresPool(uri: uri, limit: max(1, options.maximumConnections), waitSeconds: options.waitSeconds)
        let engine = PostgresEngine(pool: pool)
        try await pool.use { _ in }
        if options.expectation != .anyOrNew {
            let state = try await engine.read { try SchemaState.tables($0) }
            if state == .foreign { throw StoreError.notVigie(place: DatabaseURL.withoutPassword(uri)) }
        }
        return engine
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        try await transaction("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", body)
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        try await transaction("BEGIN ISOLATION LEVEL READ COMMITTED", body)
    }

    func stagedWrite<Staged, T: Sendable>(
        stage: @escaping @Sendable (Connection) throws -> Staged,
        merge: @escaping @Sendable (Connection, Staged) throws -> T
    ) async throws -> T {
        try await pool.use { link in
            let session = PostgresSession(link)
            let connection = Connection(session)
            defer { link.endStaging() }
            try link.beginStaging()
            let staged = try stage(connection)
            try session.requireUsable()
            try link.begin("BEGIN ISOLATION LEVEL READ COMMITTED")
            do {
                let result = try merge(connection, staged)
                try session.requireUsable()
                try link.run("COMMIT")
                return result
            } catch {
                link.rollback()
                throw error
            }
        }
    }

    func close() async throws { pool.close() }

    private func transaction<T: Sendable>(
        _ begin: String, _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await pool.use { link in
            try link.begin(begin)
            let session = PostgresSession(link)
            do {
                let result = try body(Connection(session))
                // COMMIT of a failed transaction rolls back and calls itself a success.
                try session.requireUsable()
                try link.run("COMMIT")
                return result
            } catch {
                link.rollback()
                throw error
            }
        }
    }
}
