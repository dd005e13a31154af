import Register

/// An account that may be told something, and what it chose about the kind.
package struct NoticeContact: Sendable {
    package let account: AccountRow
    package let choice: NoticeChoiceRow?
}

extension Connection {
    /// Writes an event, in the transaction of what it tells.
    /// - Returns: false when one with its key is there already: everything about it has been told.
    package func insert(_ event: NoticeEventRow) throws -> Bool {
        try execute(
            """
            INSERT INTO notice_event
                (id, kind, topic, once_key, at, department, campaign_id, intervention, import_id, job_id, raw_milk)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (once_key) DO NOTHING
            """,
            [
                .int(event.id), .text(event.kind), .text(event.topic), .text(event.onceKey), .int(event.at),
                SQLValue(event.department), SQLValue(event.campaign), SQLValue(event.intervention),
                SQLValue(event.importID), SQLValue(event.job), .flag(event.isRawMilk),
            ]) > 0
    }

    package func insert(_ notices: [NoticeRow]) throws {
        for notice in notices {
            try execute(
                """
                INSERT INTO notice (id, event_id, login, channel, state, mail, secret, carrier_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .int(notice.id), .int(notice.event), .text(notice.login), .text(notice.channel.rawValue),
                    .text(notice.state.rawValue), SQLValue(notice.mail), SQLValue(notice.secret),
                    SQLValue(notice.carrier),
                ])
        }
    }

    /// Of some event keys those that are there.
    package func noticeKeys(among keys: [String]) throws -> Set<String> {
        guard !keys.isEmpty else { return [] }
        let places = keys.map { _ in "?" }.joined(separator: ", ")
        return Set(
            try all("SELECT once_key FROM notice_event WHERE once_key IN (\(places))", keys.map { .text($0) }) {
                $0.text(0)
            })
    }

    // MARK: Whom

    /// Accounts that may act, of some roles.
    package func noticeContacts(roles: [Role], kind: String) throws -> [NoticeContact] {
        let places = roles.map { _ in "?" }.joined(separator: ", ")
        return try contacts(kind, "a.role IN (\(places))", roles.map { .text($0.rawValue) })
    }

    /// The one, if it may act.
    package func noticeContact(login: String, kind: String) throws -> NoticeContact? {
        try contacts(kind, "a.login = ?", [.text(login)]).first
    }

    /// The one, who is to hear that it may not act any more.
    package func formerContact(login: String, kind: String) throws -> NoticeContact? {
        try contacts(kind, "a.login = ?", [.text(login)], orDisabled: true).first
    }

    /// The accounts of an organisation that may act.
    package func noticeContacts(organisation code: String, kind: String) throws -> [NoticeContact] {
        try contacts(kind, "a.organisation_id = (SELECT o.id FROM organisation o WHERE o.code = ?)", [.text(code)])
    }

    private func contacts(
        _ kind: String, _ condition: String, _ values: [SQLValue], orDisabled: Bool = false
    ) throws -> [NoticeContact] {
        try all(
            """
            SELECT a.login, a.name, a.role, a.department, a.organisation_id, a.disabled_at, a.epoch,
                a.veterinarian_id, a.mail, c.in_app, c.by_mail
            FROM user_account a LEFT JOIN notice_choice c ON c.login = a.login AND c.kind = ?
            WHERE \(condition)\(orDisabled ? "" : " AND a.disabled_at IS NULL") ORDER BY a.login
            """, [.text(kind)] + values
        ) { row in
            let account = try AccountRow(row)
            let choice =
                row.isNull(9)
                ? nil
                : NoticeChoiceRow(login: account.login, kind: kind, inApp: row.flag(9), byMail: row.flag(10))
            return NoticeContact(account: account, choice: choice)
        }
    }

    /// The twelve digits that people know it by.
    package func interventionNumber(_ id: Int64, in campaign: Int64) throws -> String? {
        try first(
            "SELECT number FROM intervention WHERE campaign_id = ? AND id = ?", [.int(campaign), .int(id)]
        ) { $0.text(0) }
    }

    /// Whether any of the herds of these interventions is allowed to sell raw milk on the day.
    package func sellsRawMilk(interventions: [(campaign: Int64, id: Int64)], on day: SQLValue) throws -> Bool {
        for part in Set(interventions.map { [$0.campaign, $0.id] }) {
            let found = try count(
                """
                SELECT count(*) FROM intervention i
                JOIN authorisation x ON x.herd_id = i.herd_id AND x.kind = 'raw-milk-sale'
                WHERE i.campaign_id = ? AND i.id = ? AND x.since <= ? AND (x.until IS NULL OR x.until >= ?)
                """, [.int(part[0]), .int(part[1]), day, day])
            if found > 0 { return true }
        }
        return false
    }
}
