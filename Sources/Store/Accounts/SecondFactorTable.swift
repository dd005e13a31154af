/// The secret that an account shares with a telephone.
package struct SecondFactorRow: Sendable, Hashable {
    package let login: String
    /// Sealed for the login; whoever reads the data has nothing of it.
    package let secret: String
    /// UTC, ISO 8601.
    package let setAt: String

    package init(login: String, secret: String, setAt: String) {
        self.login = login
        self.secret = secret
        self.setAt = setAt
    }
}

/// A code for who has lost the telephone, as it is kept.
package struct RecoveryCodeRow: Sendable, Hashable {
    package let salt: String
    /// SHA-256 of salt and code, in hex.
    package let digest: String

    package init(salt: String, digest: String) {
        self.salt = salt
        self.digest = digest
    }
}

extension Connection {
    package func secondFactor(of login: String) throws -> SecondFactorRow? {
        try first("SELECT login, secret, set_at FROM second_factor WHERE login = ?", [.text(login)]) {
            SecondFactorRow(login: $0.text(0), secret: $0.text(1), setAt: $0.text(2))
        }
    }

    /// The secrets of all, as they are kept.
    package func sealedFactors() throws -> [String] {
        try all("SELECT secret FROM second_factor ORDER BY login", []) { $0.text(0) }
    }

    /// Sets it with its recovery codes, in the place of the former ones.
    package func set(_ factor: SecondFactorRow, recovery: [RecoveryCodeRow]) throws {
        try removeSecondFactor(of: factor.login)
        try execute(
            "INSERT INTO second_factor (login, secret, set_at) VALUES (?, ?, ?)",
            [.text(factor.login), .text(factor.secret), .text(factor.setAt)])
        try replaceRecoveryCodes(of: factor.login, by: recovery)
    }

    package func replaceRecoveryCodes(of login: String, by codes: [RecoveryCodeRow]) throws {
        try execute("DELETE FROM recovery_code WHERE login = ?", [.text(login)])
        for code in codes {
            try execute(
                "INSERT INTO recovery_code (login, salt, digest) VALUES (?, ?, ?)",
                [.text(login), .text(code.salt), .text(code.digest)])
        }
    }

    package func removeSecondFactor(of login: String) throws {
        try execute("DELETE FROM recovery_code WHERE login = ?", [.text(login)])
        try execute("DELETE FROM second_factor WHERE login = ?", [.text(login)])
    }

    /// Those that still open.
    package func recoveryCodes(of login: String) throws -> [RecoveryCodeRow] {
        try all(
            "SELECT salt, digest FROM recovery_code WHERE login = ? AND used_at IS NULL ORDER BY digest",
            [.text(login)]
        ) { RecoveryCodeRow(salt: $0.text(0), digest: $0.text(1)) }
    }

    /// - Returns: whether it was this call that used it up.
    package func useRecoveryCode(_ digest: String, of login: String, at now: String) throws -> Bool {
        try first(
            """
            UPDATE recovery_code SET used_at = ? WHERE login = ? AND digest = ? AND used_at IS NULL RETURNING digest
            """, [.text(now), .text(login), .text(digest)]
        ) { $0.text(0) } != nil
    }
}
