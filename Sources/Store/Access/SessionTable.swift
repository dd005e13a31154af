/// One browser signed in. The cookie holds the secret; the book holds its digest only.
package struct SessionRow: Sendable, Hashable {
    /// SHA-256 of the cookie's value, in hex.
    package let digest: String
    package let login: String
    /// The account's, when the session began: another now means that its rights or secrets changed since.
    package let epoch: Int64
    /// Seconds since 1970.
    package let beganAt: Int
    package var seenAt: Int
    package let endsAt: Int
    /// When the person last showed who they are; 0: not known.
    package var provenAt: Int
    /// How the person proved who they are: `password`, `password+code`, `password+recovery`, `openid`.
    package let proof: String
    /// What the browser calls itself, shortened.
    package let agent: String
    package let address: String

    package init(
        digest: String, of account: (login: String, epoch: Int64), at: (began: Int, ends: Int), proof: String,
        from browser: (agent: String, address: String)
    ) {
        self.digest = digest
        (login, epoch) = account
        (beganAt, seenAt, endsAt) = (at.began, at.began, at.ends)
        provenAt = at.began
        self.proof = proof
        (agent, address) = browser
    }
}

extension Connection {
    package func insert(_ session: SessionRow) throws {
        try execute(
            """
            INSERT INTO session (digest, login, epoch, began_at, seen_at, ends_at, proof, agent, address, proven_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(session.digest), .text(session.login), .int(session.epoch),
                .int(Int64(session.beganAt)), .int(Int64(session.seenAt)), .int(Int64(session.endsAt)),
                .text(session.proof),
                .text(session.agent), .text(session.address), .int(Int64(session.provenAt)),
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

    package func setProof(_ proof: String, ofSession digest: String) throws {
        try execute("UPDATE session SET proof = ? WHERE digest = ?", [.text(proof), .text(digest)])
    }

    /// The person showed anew who they are.
    package func noteProof(ofSession digest: String, at seconds: Int) throws {
        try execute("UPDATE session SET proven_at = ? WHERE digest = ?", [.int(Int64(seconds)), .text(digest)])
    }

    package func endSession(_ digest: String) throws {
        try execute("DELETE FROM session WHERE digest = ?", [.text(digest)])
    }

    /// - Parameter kept: the digest of the one that goes on; nil: none does.
    package func endSessions(of login: String, but kept: String? = nil) throws {
        try execute("DELETE FROM session WHERE login = ? AND digest <> ?", [.text(login), .text(kept ?? "")])
    }

    /// Sessions that ended, and what hung on them.
    package func forgetEndedSessions(at seconds: Int) throws {
        for table in ["session", "half_session", "factor_offer", "sign_on"] {
            try execute("DELETE FROM \(table) WHERE ends_at <= ?", [.int(Int64(seconds))])
        }
        try execute(
            """
            DELETE FROM provider_session
            WHERE NOT EXISTS (SELECT 1 FROM session s WHERE s.digest = provider_session.session)
            """
        )
    }

    /// The same session under another secret.
    package func renewSession(_ digest: String, as next: String, epoch: Int64) throws {
        try execute(
            "UPDATE session SET digest = ?, epoch = ? WHERE digest = ?", [.text(next), .int(epoch), .text(digest)])
        try execute("UPDATE provider_session SET session = ? WHERE session = ?", [.text(next), .text(digest)])
    }

    private var sessionColumns: String {
        "digest, login, epoch, began_at, seen_at, ends_at, proof, agent, address, proven_at"
    }
}

extension SessionRow {
    fileprivate init(_ row: borrowing Row) {
        self.init(
            digest: row.text(0), of: (row.text(1), row.int(2)), at: (Int(row.int(3)), Int(row.int(5))),
            proof: row.text(6), from: (row.text(7), row.text(8)))
        seenAt = Int(row.int(4))
        provenAt = Int(row.int(9))
    }
}
