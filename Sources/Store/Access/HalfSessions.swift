/// Somebody whose password was right and whose second factor is awaited. It opens no page.
package struct HalfSessionRow: Sendable, Hashable {
    /// SHA-256 of the cookie's value, in hex.
    package let digest: String
    package let login: String
    package let epoch: Int64
    /// Seconds since 1970.
    package let endsAt: Int

    package init(digest: String, of account: (login: String, epoch: Int64), endsAt: Int) {
        self.digest = digest
        (login, epoch) = account
        self.endsAt = endsAt
    }
}

extension Connection {
    package func insert(_ half: HalfSessionRow) throws {
        try execute(
            "INSERT INTO half_session (digest, login, epoch, ends_at) VALUES (?, ?, ?, ?)",
            [.text(half.digest), .text(half.login), .int(half.epoch), .int(Int64(half.endsAt))])
    }

    package func halfSession(_ digest: String) throws -> HalfSessionRow? {
        try first("SELECT digest, login, epoch, ends_at FROM half_session WHERE digest = ?", [.text(digest)]) {
            HalfSessionRow(digest: $0.text(0), of: ($0.text(1), $0.int(2)), endsAt: Int($0.int(3)))
        }
    }

    /// Counts a try before it is judged, so that many at once count as many.
    /// - Returns: how many there were with this one; nil: the session is gone.
    package func countTry(ofHalfSession digest: String) throws -> Int? {
        try first(
            "UPDATE half_session SET failures = failures + 1 WHERE digest = ? RETURNING failures", [.text(digest)]
        ) { Int($0.int(0)) }
    }

    package func endHalfSession(_ digest: String) throws {
        try execute("DELETE FROM half_session WHERE digest = ?", [.text(digest)])
    }

    /// Marks the step of a code as used.
    /// - Returns: false when it or a later one was used before: the code is a replay.
    package func useStep(_ step: Int, of login: String) throws -> Bool {
        try first(
            """
            INSERT INTO used_step (login, step) VALUES (?, ?)
            ON CONFLICT (login) DO UPDATE SET step = excluded.step WHERE excluded.step > used_step.step
            RETURNING step
            """, [.text(login), .int(Int64(step))]
        ) { $0.int(0) } != nil
    }

    package func lastStep(of login: String) throws -> Int? {
        try first("SELECT step FROM used_step WHERE login = ?", [.text(login)]) { Int($0.int(0)) }
    }

    /// The secret that the enrolment page shows, until a code confirms it.
    package func offeredFactor(toSession digest: String) throws -> String? {
        try first("SELECT secret FROM factor_offer WHERE session = ?", [.text(digest)]) { $0.text(0) }
    }

    package func offerFactor(_ secret: String, toSession digest: String, until seconds: Int) throws {
        try execute(
            """
            INSERT INTO factor_offer (session, secret, ends_at) VALUES (?, ?, ?)
            ON CONFLICT (session) DO NOTHING
            """, [.text(digest), .text(secret), .int(Int64(seconds))])
    }

    package func withdrawOffer(toSession digest: String) throws {
        try execute("DELETE FROM factor_offer WHERE session = ?", [.text(digest)])
    }
}
