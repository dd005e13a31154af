/// Somebody signed in, failed to, or went: what the person and the administrator look at when something seems wrong.
package struct SignInEventRow: Sendable, Hashable {
    /// Empty for a login that no account has: what was typed instead may be a password.
    package let login: String
    /// Seconds since 1970.
    package let at: Int
    /// `entered password`, `failed password`, `failed code`, `failed pause`, `closed sessions`
    package let outcome: String
    package let address: String
    package let agent: String
    /// How many it stands for.
    package var count = 1

    package init(login: String, at: Int, outcome: String, from browser: (address: String, agent: String)) {
        self.login = login
        self.at = at
        self.outcome = outcome
        (address, agent) = browser
    }
}

extension Connection {
    package func insert(_ event: SignInEventRow) throws {
        try execute(
            "INSERT INTO sign_in_event (login, at, outcome, address, agent) VALUES (?, ?, ?, ?, ?)",
            [
                .text(event.login), .int(Int64(event.at)), .text(event.outcome), .text(event.address),
                .text(event.agent),
            ])
    }

    /// Counts one more where the same happened from there in the last minute, so that a flood is not one of rows too.
    package func count(_ event: SignInEventRow) throws {
        let known = try execute(
            """
            UPDATE sign_in_event SET count = count + 1, at = ?
            WHERE login = ? AND at > ? AND outcome = ? AND address = ?
            """,
            [
                .int(Int64(event.at)), .text(event.login), .int(Int64(event.at - 60)), .text(event.outcome),
                .text(event.address),
            ])
        if known == 0 { try insert(event) }
    }

    /// Latest first.
    package func signInEvents(of login: String, limit: Int) throws -> [SignInEventRow] {
        try all(
            """
            SELECT login, at, outcome, address, agent, count FROM sign_in_event WHERE login = ?
            ORDER BY at DESC LIMIT CAST(? AS BIGINT)
            """, [.text(login), .int(Int64(limit))]
        ) { row in
            var event = SignInEventRow(
                login: row.text(0), at: Int(row.int(1)), outcome: row.text(2), from: (row.text(3), row.text(4)))
            event.count = Int(row.int(5))
            return event
        }
    }

    /// Sign-ins from an unknown browser and closed sessions, the oldest first.
    package func signInNews(since seconds: Int) throws -> [SignInEventRow] {
        try all(
            """
            SELECT login, at, outcome, address, agent FROM sign_in_event
            WHERE at >= ? AND (outcome LIKE 'entered% unknown' OR outcome LIKE 'closed%') ORDER BY at, login
            """, [.int(seconds)]
        ) {
            SignInEventRow(
                login: $0.text(0), at: Int($0.int(1)), outcome: $0.text(2), from: ($0.text(3), $0.text(4)))
        }
    }

    package func hasEntered(_ login: String) throws -> Bool {
        try count(
            """
            SELECT count(*) FROM (SELECT 1 FROM sign_in_event WHERE login = ? AND outcome LIKE 'entered%' LIMIT 1) t
            """, [.text(login)]) > 0
    }

    /// How many entered, and how many failed.
    package func signInCounts(since seconds: Int) throws -> (entered: Int, failed: Int) {
        try first(
            """
            SELECT COALESCE(SUM(CASE WHEN outcome LIKE 'entered%' THEN count ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN outcome LIKE 'failed%' THEN count ELSE 0 END), 0)
            FROM sign_in_event WHERE at >= ?
            """, [.int(Int64(seconds))]
        ) { (Int($0.int(0)), Int($0.int(1))) } ?? (0, 0)
    }

    package func openSessions(at seconds: Int, seenSince: Int) throws -> Int {
        Int(
            try count(
                "SELECT count(*) FROM session WHERE ends_at > ? AND seen_at >= ?",
                [.int(Int64(seconds)), .int(Int64(seenSince))]))
    }

    package func forgetSignInEvents(before seconds: Int) throws {
        try execute("DELETE FROM sign_in_event WHERE at < ?", [.int(Int64(seconds))])
    }
}
