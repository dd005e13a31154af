extension Database {
    /// Imports in two steps: `stage` fills temporary tables outside of any transaction, `merge` moves them into the
    /// real ones in one short transaction, so that nobody waits for a file (design: imports).
    ///
    /// The temporary tables belong to the connection and go with it; a killed process leaves nothing of them.
    /// `stage` must not touch a real table. Ids that `merge` needs are taken by `Connection.takeIDs` at the end of it.
    package func stagedWrite<Staged, T: Sendable>(
        stage: @escaping @Sendable (Connection) throws -> Staged,
        merge: @escaping @Sendable (Connection, Staged) throws -> T
    ) async throws -> T {
        try Task.checkCancellation()
        return try await engine.stagedWrite(stage: stage, merge: merge)
    }
}

extension Connection {
    /// Takes `count` ids from inside a stage, where the statement commits by itself. In a transaction ask
    /// `Database.ids` before it instead: this would keep others waiting for the block.
    package func takeIDs(_ count: Int) throws -> IDRange {
        let end = try int(
            "UPDATE id_block SET next = next + ? WHERE name = 'id' RETURNING next", [.int(Int64(count))])
        return IDRange((end - Int64(count))..<end)
    }

    /// Runs a part of the stage in one transaction: on SQLite a bulk insert would otherwise commit every row.
    @discardableResult
    package func together<T>(_ body: () throws -> T) throws -> T {
        try script("BEGIN")
        do {
            let result = try body()
            try script("COMMIT")
            return result
        } catch {
            // The first error is the one to tell; a rollback that fails leaves nothing but temporary tables.
            try? session.script("ROLLBACK")
            throw error
        }
    }
}
