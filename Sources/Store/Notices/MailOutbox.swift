/// A notice that is to go by mail, with what its text tells.
package struct OutgoingMail: Sendable {
    package let notice: NoticeRow
    package let event: NoticeEventRow
    package let campaign: (year: Int, name: String)?
}

/// How the outbox stands.
package struct MailCounts: Sendable {
    package let waiting: Int
    /// Seconds since 1970; nil: nothing waits.
    package let oldestWaiting: Int?
    /// Since the instant that was asked for.
    package let sent: Int
    package let failed: Int
}

/// A mail that did not go, for administrators: whose, what about, and why not.
package struct FailedMailRow: Sendable {
    package let login: String
    package let topic: String
    package let fault: String
    package let at: Int
}

extension Connection {
    package func outgoingMail(_ id: Int64) throws -> OutgoingMail? {
        try outgoing("n.id = ?", id).first
    }

    /// What goes in the same mail as this notice, and still waits.
    package func carriedMails(by id: Int64) throws -> [OutgoingMail] {
        try outgoing("n.carrier_id = ? AND n.state = 'waiting'", id)
    }

    private func outgoing(_ condition: String, _ id: Int64) throws -> [OutgoingMail] {
        try all(
            """
            SELECT \(NoticeRow.columns), c.prophylaxis_year, c.name, \(NoticeEventRow.columns)
            FROM notice n JOIN notice_event e ON e.id = n.event_id LEFT JOIN campaign c ON c.id = e.campaign_id
            WHERE n.channel = 'mail' AND \(condition) ORDER BY e.department, n.id
            """, [.int(id)]
        ) { row in
            let campaign =
                row.isNull(NoticeRow.columnCount)
                ? nil : (Int(row.int(NoticeRow.columnCount)), row.text(NoticeRow.columnCount + 1))
            return OutgoingMail(
                notice: try NoticeRow(row), event: NoticeEventRow(row, from: NoticeRow.columnCount + 2),
                campaign: campaign)
        }
    }

    /// What became of a mail and of those that went with it; its secret is forgotten. One that has gone stays gone.
    package func settleMail(
        _ id: Int64, _ state: NoticeRow.State, fault: String? = nil, at seconds: Int
    ) throws {
        try execute(
            """
            UPDATE notice SET state = ?, fault = COALESCE(?, CASE WHEN ? = 'failed' THEN fault END), done_at = ?,
                secret = NULL
            WHERE (id = ? OR carrier_id = ?) AND channel = 'mail' AND state IN ('waiting', 'failed')
            """,
            [
                .text(state.rawValue), SQLValue(fault), .text(state.rawValue), .int(seconds), .int(id), .int(id),
            ])
    }

    /// The last fault of a mail that will be tried again.
    package func noteMailFault(_ id: Int64, _ fault: String) throws {
        try execute("UPDATE notice SET fault = ? WHERE id = ? AND channel = 'mail'", [.text(fault), .int(id)])
    }

    package func mailCounts(sentSince seconds: Int, failedSince: Int) throws -> MailCounts {
        let oldest =
            try first(
                """
                SELECT min(e.at) FROM notice n JOIN notice_event e ON e.id = n.event_id
                WHERE n.channel = 'mail' AND n.state = 'waiting'
                """
            ) { $0.intOrNil(0) } ?? nil
        func counted(_ state: NoticeRow.State, _ since: Int) throws -> Int {
            Int(
                try count(
                    """
                    SELECT count(*) FROM notice
                    WHERE channel = 'mail' AND state = ? AND COALESCE(done_at, ?) >= ?
                    """, [.text(state.rawValue), .int(Int.max), .int(since)]))
        }
        return MailCounts(
            waiting: try counted(.waiting, 0), oldestWaiting: oldest.map { Int($0) },
            sent: try counted(.done, seconds), failed: try counted(.failed, failedSince))
    }

    /// The latest first.
    package func failedMails(since seconds: Int, limit: Int) throws -> [FailedMailRow] {
        try all(
            """
            SELECT n.login, e.topic, COALESCE(n.fault, ''), n.done_at
            FROM notice n JOIN notice_event e ON e.id = n.event_id
            WHERE n.channel = 'mail' AND n.state = 'failed' AND n.done_at >= ? ORDER BY n.id DESC LIMIT ?
            """, [.int(seconds), .int(limit)]
        ) { FailedMailRow(login: $0.text(0), topic: $0.text(1), fault: $0.text(2), at: Int($0.int(3))) }
    }
}
