/// How an account proves who it is.
package struct CredentialRow: Sendable, Hashable {
    package let login: String
    /// As libargon2 writes it: `$argon2id$v=19$…`.
    package let passwordHash: String
    /// UTC, ISO 8601.
    package let setAt: String
    /// Whoever reset it chose it: the person must choose another.
    package let mustChange: Bool

    package init(login: String, passwordHash: String, setAt: String, mustChange: Bool) {
        self.login = login
        self.passwordHash = passwordHash
        self.setAt = setAt
        self.mustChange = mustChange
    }
}

extension Connection {
    package func credential(of login: String) throws -> CredentialRow? {
        try first(
            "SELECT login, password_hash, set_at, must_change FROM credential WHERE login = ?", [.text(login)]
        ) {
            CredentialRow(
                login: $0.text(0), passwordHash: $0.text(1), setAt: $0.text(2), mustChange: $0.int(3) == 1)
        }
    }

    /// Sets it, in the place of the former one.
    package func set(_ credential: CredentialRow) throws {
        try execute(
            """
            INSERT INTO credential (login, password_hash, set_at, must_change) VALUES (?, ?, ?, ?)
            ON CONFLICT (login) DO UPDATE SET password_hash = excluded.password_hash, set_at = excluded.set_at,
                must_change = excluded.must_change
            """,
            [
                .text(credential.login), .text(credential.passwordHash), .text(credential.setAt),
                .int(credential.mustChange ? 1 : 0),
            ])
    }
}
