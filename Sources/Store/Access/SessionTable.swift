/// One browser signed in. The cookie holds the secret; the book holds its digest only.
package struct SessionRow: Sendable, Hashable {
    /// SHA-256 of the cookie's value, in hex.
    package let digest: String
    package let login: String
    /// Seconds since 1970.
    package let beganAt: Int
    package var seenAt: Int
    package let endsAt: Int
    /// How the person proved who they are: `password`, `password+code`, `oidc`.
    package let proof: String
    /// What the browser calls itself, shortened.
    package let agent: String
    package let address: String

    package init(
        digest: String, login: String, at: (began: Int, ends: Int), proof: String, agent: String, address: String
    ) {
        self.digest = digest
        self.login = login
        (beganAt, seenAt, endsAt) = (at.began, at.began, at.ends)
        self.proof = proof
        self.agent = agent
        self.address = address
    }
}

extension Connection {
    package func insert(_ session: SessionRow) throws {
        try execute(
            """
            INSERT INTO session (digest, login, began_at, seen_at, ends_at, proof, agent, address)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(session.digest), .text(session.login), .int(Int64(session.beganAt)),
                .int(Int64(session.seenAt)), .int(Int64(session.endsAt)), .text(session.proof),
                .text(session.agent), .text(session.address),
            ])
    }

    package func session(_ digest: String) throws -> SessionRow? {
        try first("SELECT \(sessionColumns) FROM session WHERE digest = ?", [.text(digest)]) { SessionRow($0) }
    }

    /// Latest first.
    package func sessions(of login: String) throws -> [SessionRow] {
        try all(
            "SELECT \(sessionColumns) FROM session WHERE login = ? ORDER BY began_at DESC, digest", [.text(login)]
        ) { SessionRow($0) }
    }

    package func touchSession(_ digest: String, at seconds: Int) throws {
        try execute("UPDATE session SET seen_at = ? WHERE digest = ?", [.int(Int64(seconds)), .text(digest)])
    }

    package func endSession(_ digest: String) throws {
        try execute("DELETE FROM session WHERE digest = ?", [.text(digest)])
    }

    /// - Parameter kept: the digest of the one that goes on; nil: none does.
    package func endSessions(of login: String, but kept: String? = nil) throws {
        try execute("DELETE FROM session WHERE login = ? AND digest <> ?", [.text(login), .text(kept ?? "")])
    }

    package func forgetEndedSessions(at seconds: Int) throws {
        try execute("DELETE FROM session WHERE ends_at <= ?", [.int(Int64(seconds))])
    }

    private var sessionColumns: String { "digest, login, began_at, seen_at, ends_at, proof, agent, address" }
}

extension SessionRow {
    fileprivate init(_ row: borrowing Row) {
        self.init(
            digest: row.text(0), login: row.text(1), at: (Int(row.int(2)), Int(row.int(4))), proof: row.text(5),
            agent: row.text(6), address: row.text(7))
        seenAt = Int(row.int(3))
    }
}
