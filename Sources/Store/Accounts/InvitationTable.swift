/// A link that lets a person choose a password once.
package struct InvitationRow: Sendable, Hashable {
    package let login: String
    /// SHA-256 of the link's secret, in hex.
    package let digest: String
    package let madeBy: String
    /// UTC, ISO 8601.
    package let madeAt: String
    /// Seconds since 1970.
    package let expiresAt: Int

    package init(login: String, digest: String, made: (by: String, at: String), expiresAt: Int) {
        self.login = login
        self.digest = digest
        (madeBy, madeAt) = made
        self.expiresAt = expiresAt
    }
}

extension Connection {
    /// In the place of a former one, whose link opens nothing any more.
    package func set(_ invitation: InvitationRow) throws {
        try execute(
            """
            INSERT INTO invitation (login, digest, made_by, made_at, expires_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (login) DO UPDATE SET digest = excluded.digest, made_by = excluded.made_by,
                made_at = excluded.made_at, expires_at = excluded.expires_at
            """,
            [
                .text(invitation.login), .text(invitation.digest), .text(invitation.madeBy),
                .text(invitation.madeAt), .int(Int64(invitation.expiresAt)),
            ])
    }

    package func invitation(digest: String) throws -> InvitationRow? {
        try first("SELECT \(invitationColumns) FROM invitation WHERE digest = ?", [.text(digest)]) {
            InvitationRow($0)
        }
    }

    package func invitation(of login: String) throws -> InvitationRow? {
        try first("SELECT \(invitationColumns) FROM invitation WHERE login = ?", [.text(login)]) {
            InvitationRow($0)
        }
    }

    /// - Returns: whether it was this call that took it.
    package func takeInvitation(digest: String) throws -> Bool {
        try first("DELETE FROM invitation WHERE digest = ? RETURNING login", [.text(digest)]) { $0.text(0) } != nil
    }

    package func withdrawInvitation(of login: String) throws {
        try execute("DELETE FROM invitation WHERE login = ?", [.text(login)])
    }

    private var invitationColumns: String { "login, digest, made_by, made_at, expires_at" }
}

extension InvitationRow {
    fileprivate init(_ row: borrowing Row) {
        self.init(
            login: row.text(0), digest: row.text(1), made: (row.text(2), row.text(3)), expiresAt: Int(row.int(4)))
    }
}
