import Kernel

/// What a program carries in the place of a password: a personal token, or the identity of a client (OAuth 2). It acts
/// as its account. Only the digest of the secret is kept.
package struct APICredentialRow: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable { case token, client }

    package let id: Int64
    package let kind: Kind
    /// SHA-256 of the secret, in hex.
    package let digest: String
    package let login: String
    package let name: String
    /// UTC, ISO 8601.
    package let createdAt: String
    package let createdBy: String
    /// The last day on which it is accepted; nil: until revoked.
    package let expiresOn: Day?
    package let revokedAt: String?

    package init(
        id: Int64, _ kind: Kind, digest: String, of login: String, name: String,
        created: (at: String, by: String), expiresOn: Day?, revokedAt: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.digest = digest
        self.login = login
        self.name = name
        (createdAt, createdBy) = created
        self.expiresOn = expiresOn
        self.revokedAt = revokedAt
    }
}

extension Connection {
    package func insert(_ credential: APICredentialRow) throws {
        try execute(
            """
            INSERT INTO api_credential (id, kind, digest, login, name, created_at, created_by, expires_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(credential.id), .text(credential.kind.rawValue), .text(credential.digest),
                .text(credential.login), .text(credential.name), .text(credential.createdAt),
                .text(credential.createdBy), .dayOrNull(credential.expiresOn),
            ])
    }

    package func apiCredential(_ id: Int64) throws -> APICredentialRow? {
        try first("\(selectCredential) WHERE id = ?", [.int(id)]) { try APICredentialRow($0) }
    }

    package func apiCredential(digest: String) throws -> APICredentialRow? {
        try first("\(selectCredential) WHERE digest = ?", [.text(digest)]) { try APICredentialRow($0) }
    }

    /// - Parameter login: nil: of all accounts.
    package func apiCredentials(of login: String?) throws -> [APICredentialRow] {
        let condition = login == nil ? "" : " WHERE login = ?"
        return try all("\(selectCredential)\(condition) ORDER BY login, id", login.map { [.text($0)] } ?? []) {
            try APICredentialRow($0)
        }
    }

    /// A new secret in the place of the one before.
    package func setAPICredential(_ id: Int64, digest: String) throws {
        try execute("UPDATE api_credential SET digest = ? WHERE id = ?", [.text(digest), .int(id)])
    }

    package func revokeAPICredential(_ id: Int64, at now: String) throws {
        try execute(
            "UPDATE api_credential SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", [.text(now), .int(id)])
    }

    private var selectCredential: String {
        """
        SELECT id, kind, digest, login, name, created_at, created_by, expires_on, revoked_at FROM api_credential
        """
    }
}

extension APICredentialRow {
    fileprivate init(_ row: borrowing Row) throws {
        self.init(
            id: row.int(0), try row.code(1), digest: row.text(2), of: row.text(3), name: row.text(4),
            created: (row.text(5), row.text(6)), expiresOn: row.dayOrNil(7), revokedAt: row.textOrNil(8))
    }
}
