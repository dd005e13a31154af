/// What somebody may see of the own notices now, whatever was allowed when they were written.
package struct NoticeSight: Sendable {
    package let login: String
    /// Kinds that the role may be told of.
    package let kinds: [String]
    /// nil: of every department.
    package let departments: Set<String>?
    /// Which received files the account may see.
    package let files: ReceivedFileFilter

    package init(login: String, kinds: [String], departments: Set<String>?, files: ReceivedFileFilter) {
        self.login = login
        self.kinds = kinds
        self.departments = departments
        self.files = files
    }

    /// On a row of `notice_event` as `e`.
    var condition: SQLCondition {
        var (parts, values): ([String], [SQLValue]) = ([], [])
        func among(_ column: String, _ list: [String]) -> String {
            values += list.map { .text($0) }
            return list.isEmpty ? "1 = 0" : "\(column) IN (\(list.map { _ in "?" }.joined(separator: ", ")))"
        }
        parts.append(among("e.kind", kinds))
        // A laboratory sees its own files, of whatever department.
        if let departments, files.sender == nil {
            parts.append("(e.department IS NULL OR \(among("e.department", departments.sorted())))")
        }
        if let sender = files.sender {
            let own = sender.code == nil ? "r.actor = ?" : "(r.sender = ? OR r.actor = ?)"
            values += (sender.code.map { [.text($0)] } ?? []) + [.text(sender.login)]
            parts.append(
                """
                (e.import_id IS NULL OR EXISTS (SELECT 1 FROM import_run r WHERE r.id = e.import_id AND \(own)))
                """)
        }
        return SQLCondition(parts.joined(separator: " AND "), values)
    }
}

/// A notice as it is shown.
package struct ShownNotice: Sendable {
    package let id: Int64
    package let isRead: Bool
    package let event: NoticeEventRow
    /// The campaign's year and name, where the event is of one.
    package let campaign: (year: Int, name: String)?
}

extension Connection {
    /// The latest first.
    /// - Parameter before: only those with lower ids, for the next page.
    package func notices(_ sight: NoticeSight, before: Int64? = nil, limit: Int) throws -> [ShownNotice] {
        try shown("n.channel = 'app' AND n.id < ?", .int(before ?? .max), sight, limit: limit)
    }

    /// One, here or sent by mail.
    package func notice(_ id: Int64, _ sight: NoticeSight) throws -> ShownNotice? {
        try shown("n.id = ?", .int(id), sight, limit: 1).first
    }

    private func shown(
        _ which: String, _ value: SQLValue, _ sight: NoticeSight, limit: Int
    ) throws -> [ShownNotice] {
        let condition = sight.condition
        return try all(
            """
            SELECT n.id, CASE WHEN EXISTS (SELECT 1 FROM notice a WHERE a.event_id = n.event_id
                    AND a.login = n.login AND a.channel = 'app' AND a.state = 'waiting') THEN 1 ELSE 0 END,
                c.prophylaxis_year, c.name, \(NoticeEventRow.columns)
            FROM notice n JOIN notice_event e ON e.id = n.event_id LEFT JOIN campaign c ON c.id = e.campaign_id
            WHERE n.login = ? AND \(which) AND \(condition.sql) ORDER BY n.id DESC LIMIT ?
            """, [.text(sight.login), value] + condition.arguments + [.int(limit)], ShownNotice.init)
    }

    /// Not more than `limit` are counted.
    package func unreadNotices(_ sight: NoticeSight, limit: Int) throws -> Int {
        let condition = sight.condition
        return Int(
            try count(
                """
                SELECT count(*) FROM (SELECT n.id FROM notice n JOIN notice_event e ON e.id = n.event_id
                WHERE n.login = ? AND n.channel = 'app' AND n.state = 'waiting' AND \(condition.sql) LIMIT ?) t
                """, [.text(sight.login)] + condition.arguments + [.int(limit)]))
    }

    package func markNoticeRead(_ id: Int64, of login: String, at seconds: Int) throws {
        try markRead(of: login, "id = ?", id, at: seconds)
    }

    package func markNoticesRead(of login: String, event: Int64, at seconds: Int) throws {
        try markRead(of: login, "event_id = ?", event, at: seconds)
    }

    /// Those up to the latest that the person saw on the page.
    package func markNoticesRead(of login: String, upTo id: Int64, at seconds: Int) throws {
        try markRead(of: login, "id <= ?", id, at: seconds)
    }

    private func markRead(of login: String, _ which: String, _ id: Int64, at seconds: Int) throws {
        try execute(
            """
            UPDATE notice SET state = 'done', done_at = ?
            WHERE login = ? AND channel = 'app' AND state = 'waiting' AND \(which)
            """, [.int(seconds), .text(login), .int(id)])
    }

    /// What was told long ago goes, with its notices; nothing that still waits to be sent.
    package func forgetNotices(before seconds: Int) throws {
        let old = "SELECT e.id FROM notice_event e WHERE e.at < ?"
        let waits = "SELECT m.event_id FROM notice m WHERE m.channel = 'mail' AND m.state = 'waiting'"
        try execute(
            "DELETE FROM notice WHERE carrier_id IS NOT NULL AND event_id IN (\(old)) AND event_id NOT IN (\(waits))",
            [.int(seconds)])
        try execute(
            """
            DELETE FROM notice WHERE event_id IN (\(old)) AND event_id NOT IN (\(waits))
                AND id NOT IN (SELECT k.carrier_id FROM notice k WHERE k.carrier_id IS NOT NULL)
            """, [.int(seconds)])
        try execute(
            "DELETE FROM notice_event WHERE at < ? AND id NOT IN (SELECT n.event_id FROM notice n)", [.int(seconds)])
    }
}

extension ShownNotice {
    init(_ row: borrowing Row) throws {
        id = row.int(0)
        isRead = !row.flag(1)
        event = NoticeEventRow(row, from: 4)
        campaign = row.isNull(2) ? nil : (Int(row.int(2)), row.text(3))
    }
}
