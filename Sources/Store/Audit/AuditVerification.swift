extension Database {
    /// Walks the chain from its origin: every entry against its digest, every seal against its entries and the seal
    /// before, the whole against a head exported earlier.
    package func verifyAudit(expecting head: AuditHead? = nil) async throws -> AuditReport {
        try await read { try AuditVerification.run($0, expecting: head) }
    }
}

enum AuditVerification {
    static func run(_ connection: Connection, expecting head: AuditHead?) throws -> AuditReport {
        var walker = AuditWalker(expected: head)
        try connection.rows(
            """
            SELECT \(AuditWalker.entryColumns), s.number, s.previous_hash, s.hash, s.sealed_at, s.entry_count
            FROM audit_seal s
            LEFT JOIN audit_entry e ON e.seal = s.number
            LEFT JOIN audit_detail d ON d.entry_id = e.id
            ORDER BY s.number, e.id, d.position
            """
        ) { walker.addSealed($0) }
        walker.endSealedPart()
        try connection.rows(
            """
            SELECT \(AuditWalker.entryColumns)
            FROM audit_entry e LEFT JOIN audit_detail d ON d.entry_id = e.id
            WHERE e.seal IS NULL ORDER BY e.id, d.position
            """
        ) { walker.addUnsealed($0) }
        walker.endTail(entriesInAll: try connection.count("SELECT count(*) FROM audit_entry"))
        return walker.report
    }
}
