/// How far the chain of the audit reaches.
extension Connection {
    /// When the last seal was set; nil: never.
    package func lastSealedAt() throws -> String? {
        try first("SELECT sealed_at FROM audit_seal ORDER BY number DESC LIMIT 1") { $0.text(0) }
    }

    package func unsealedEntries() throws -> Int {
        Int(try count("SELECT count(*) FROM audit_entry WHERE seal IS NULL"))
    }

    package func enabledAccountCount() throws -> Int {
        Int(try count("SELECT count(*) FROM user_account WHERE disabled_at IS NULL"))
    }
}
