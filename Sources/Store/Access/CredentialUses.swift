/// When each personal token and client was last used.
extension Connection {
    package func noteUse(of credential: Int64, at seconds: Int) throws {
        try execute(
            """
            INSERT INTO credential_use (credential_id, used_at) VALUES (?, ?)
            ON CONFLICT (credential_id) DO UPDATE SET used_at = excluded.used_at
            """, [.int(credential), .int(seconds)])
    }

    /// Seconds since 1970, by credential.
    package func lastUses() throws -> [Int64: Int] {
        let pairs = try all("SELECT credential_id, used_at FROM credential_use") { ($0.int(0), Int($0.int(1))) }
        return Dictionary(pairs, uniquingKeysWith: max)
    }
}
