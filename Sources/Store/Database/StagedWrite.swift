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
        try await engine.stagedWrite(stage: stage, merge: merge)
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
}
