/// A database of Vigie, on either engine. This value is all that the layers above see of the store.
///
/// `read` and `write` run their body on a thread of the engine, never on the cooperative pool. The connection
/// that the body gets is valid in the body only.
package struct Database: Sendable {
    package let url: DatabaseURL
    let engine: any StorageEngine
    let allocator: IDAllocator
    /// The tables that it is expected to have.
    let migrations: [Migration]

    package var dialect: Dialect { url.dialect }

    /// Opens the database and checks that its tables are what `options` expect.
    /// - Throws: `StoreError`, among others `.missing`, `.notVigie`, `.schemaOlder`, `.schemaNewer`, `.connection`.
    package static func open(_ url: DatabaseURL, _ options: DatabaseOptions = DatabaseOptions()) async throws
        -> Database
    {
        let engine: any StorageEngine
        switch url {
        case .sqlite(let path): engine = try await SQLiteEngine.open(path: path, options)
        case .postgres(let uri): engine = try await PostgresEngine.open(uri: uri, options)
        }
        let database = Database(
            url: url, engine: engine, allocator: IDAllocator(engine: engine), migrations: options.migrations)
        do {
            if options.expectation == .current { try await database.schemaState().requireCurrent() }
        } catch {
            try await database.close()
            throw error
        }
        return database
    }

    /// Runs `body` on one snapshot of the data: what others commit meanwhile is not seen, nothing can be changed.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        try Task.checkCancellation()
        return try await engine.read(body)
    }

    /// Runs `body` in one transaction: committed when it returns, rolled back when it throws. A task that was
    /// cancelled begins none, so that long work in many transactions can be stopped between two of them.
    ///
    /// A failed statement dooms its transaction on both engines, even if the body catches the error: see
    /// `Connection.savepoint`.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        try Task.checkCancellation()
        return try await engine.write(body)
    }

    /// Closes the connections. Call it last: work that is still running is not waited for on PostgreSQL.
    package func close() async throws {
        try await engine.close()
    }
}

/// What an engine does for `Database`.
protocol StorageEngine: Sendable {
    var dialect: Dialect { get }
    func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T
    func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T
    func stagedWrite<Staged, T: Sendable>(
        stage: @escaping @Sendable (Connection) throws -> Staged,
        merge: @escaping @Sendable (Connection, Staged) throws -> T
    ) async throws -> T
    func close() async throws
}
