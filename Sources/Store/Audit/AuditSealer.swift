extension Database {
    /// Chains the committed entries that no seal covers yet, in batches, and returns how many.
    ///
    /// Writers only add entries, so they never wait for the chain's tip. Two sealers at once take turns.
    @discardableResult
    package func sealAudit(now: String, batchSize: Int = 10_000) async throws -> Int {
        var total = 0
        while true {
            let sealed = try await write { try AuditSealer.sealBatch($0, now: now, limit: batchSize) }
            total += sealed
            if sealed < batchSize { return total }
        }
    }

    /// The end of the chain, nil before the first seal.
    package func auditHead() async throws -> AuditHead? { try await read { try AuditSealer.head($0) } }
}

enum AuditSealer {
    static func head(_ connection: Connection) throws -> AuditHead? {
        try connection.first("SELECT number, hash FROM audit_seal ORDER BY number DESC LIMIT 1") {
            AuditHead(seal: $0.int(0), hash: $0.text(1))
        }
    }

    static func sealBatch(_ connection: Connection, now: String, limit: Int) throws -> Int {
        try connection.lock(.auditSeal)
        let head = try head(connection)
        let number = (head?.seal ?? 0) + 1
        // Marked and read in one statement: an entry that commits in between waits for the next seal.
        var entries = try connection.all(
            """
            UPDATE audit_entry SET seal = ?
            WHERE id IN (SELECT id FROM audit_entry WHERE seal IS NULL ORDER BY id LIMIT ?)
            RETURNING id, digest
            """, [.int(number), .int(limit)]
        ) { (id: $0.int(0), digest: $0.text(1)) }
        guard !entries.isEmpty else { return 0 }
        entries.sort { $0.id < $1.id }

        let seal = AuditSeal(
            number: number, previousHash: head?.hash ?? AuditHash.origin, sealedAt: now,
            entryCount: Int64(entries.count))
        var hash = AuditHash.begin(seal)
        for entry in entries { hash.add(entry.digest) }
        try connection.execute(
            "INSERT INTO audit_seal (number, previous_hash, hash, sealed_at, entry_count) VALUES (?, ?, ?, ?, ?)",
            [
                .int(number), .text(seal.previousHash), SQLValue(hash.finish()), .text(now),
                .int(seal.entryCount),
            ])
        return entries.count
    }
}
