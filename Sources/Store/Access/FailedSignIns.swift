/// How often somebody failed to sign in of late: by login and address, so that a stranger's failures slow down the
/// stranger and not the person.
package struct FailedSignIns: Sendable, Hashable {
    package let count: Int
    /// Seconds since 1970.
    package let lastAt: Int

    package init(count: Int, lastAt: Int) {
        self.count = count
        self.lastAt = lastAt
    }
}

extension Connection {
    package func failedSignIns(_ subject: String) throws -> FailedSignIns? {
        try first("SELECT count, last_at FROM failed_sign_in WHERE subject = ?", [.text(subject)]) {
            FailedSignIns(count: Int($0.int(0)), lastAt: Int($0.int(1)))
        }
    }

    /// One failure less: the try that was counted beforehand turned out right.
    package func takeBackFailedSignIn(_ subject: String) throws {
        try execute("UPDATE failed_sign_in SET count = count - 1 WHERE subject = ? AND count > 0", [.text(subject)])
    }

    /// - Parameter cleared: failures before this instant do not count any more.
    package func noteFailedSignIn(_ subject: String, at seconds: Int, cleared: Int) throws {
        try execute(
            """
            INSERT INTO failed_sign_in (subject, count, last_at) VALUES (?, 1, ?)
            ON CONFLICT (subject) DO UPDATE SET
                count = CASE WHEN failed_sign_in.last_at <= CAST(? AS BIGINT) THEN 1 ELSE failed_sign_in.count + 1 END,
                last_at = excluded.last_at
            """, [.text(subject), .int(Int64(seconds)), .int(Int64(cleared))])
    }

    /// Nobody else reads or counts this subject until the transaction ends: tries that come at once are judged one
    /// after the other. SQLite has one writer anyway. Whoever takes several takes them in one order of their kinds.
    package func holdFailedSignIns(_ subject: String) throws {
        guard dialect == .postgres else { return }
        _ = try all("SELECT pg_advisory_xact_lock(hashtextextended(CAST(? AS TEXT), 0))", [.text(subject)]) { _ in () }
    }

    package func forgetFailedSignIns(_ subject: String) throws {
        try execute("DELETE FROM failed_sign_in WHERE subject = ?", [.text(subject)])
    }

    package func forgetFailedSignIns(before seconds: Int) throws {
        try execute("DELETE FROM failed_sign_in WHERE last_at < ?", [.int(Int64(seconds))])
    }
}
