extension Connection {
    package func insertAccessToken(_ digest: String, of credential: Int64, endsAt seconds: Int) throws {
        try execute(
            "INSERT INTO access_token (digest, credential_id, ends_at) VALUES (?, ?, ?)",
            [.text(digest), .int(credential), .int(seconds)])
    }

    /// The credential by which an access token was given, and when it ends (seconds since 1970).
    package func accessToken(_ digest: String) throws -> (credential: Int64, endsAt: Int)? {
        try first("SELECT credential_id, ends_at FROM access_token WHERE digest = ?", [.text(digest)]) {
            ($0.int(0), Int($0.int(1)))
        }
    }

    package func forgetAccessTokens(of credential: Int64) throws {
        try execute("DELETE FROM access_token WHERE credential_id = ?", [.int(credential)])
    }

    package func forgetEndedAccessTokens(at seconds: Int) throws {
        try execute("DELETE FROM access_token WHERE ends_at <= ?", [.int(seconds)])
    }

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
