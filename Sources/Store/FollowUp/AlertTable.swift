import Kernel

/// An alert with what it knows of the event that it is about.
package struct AlertRow: Sendable, Hashable {
    package let id: Int64
    /// `delegate` or `authority`.
    package let audience: String
    package let kind: String
    package let disease: String
    package let subject: String
    /// JSON.
    package let facts: String
    package let openedOn: Day
    package let dueOn: Day?
    /// `open`, `done` or `dismissed`.
    package let state: String
    package let closing: (on: Day?, by: String, reason: String)
    /// The same for all alerts that one event raised.
    package let event: [String]

    package static func == (one: AlertRow, other: AlertRow) -> Bool { one.id == other.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// One event, say a positive after the report, raises several alerts: that it is not negative, that it takes the place
/// of another result, that it contradicts the report. For each of those whose it is they are one.
enum AlertSQL {
    private static let ofResults = """
        ('alert-non-negative', 'alert-doubtful', 'replacement-removes-non-negative', 'replacement-changes-sign',
            'report-contradicted')
        """

    /// What alerts of one event share, of the table `k`.
    static let event = """
        CASE WHEN k.kind IN \(ofResults) THEN 'result' ELSE k.kind END, COALESCE(k.campaign_id, 0),
        COALESCE(k.intervention_id, 0), COALESCE(k.disease, ''), k.subject
        """

    /// The open alerts of a department, the newest one of each event and audience; its argument: the department.
    static let open = """
        SELECT * FROM (SELECT k.*, ROW_NUMBER() OVER (PARTITION BY k.audience, \(event) ORDER BY k.id DESC) AS place
            FROM work_item k WHERE k.department = ? AND k.state = 'open') o WHERE o.place = 1
        """
}

extension Connection {
    /// How many events wait in a department, for each audience.
    package func openAlerts(department: String) throws -> [String: Int] {
        Dictionary(
            try all(
                "SELECT w.audience, count(*) FROM (\(AlertSQL.open)) w GROUP BY w.audience", [.text(department)]
            ) { ($0.text(0), Int($0.int(1))) }, uniquingKeysWith: +)
    }

    /// All open alerts of a department, those of one event too.
    package func openAlertRows(department: String) throws -> [AlertRow] {
        try alerts("k.department = ? AND k.state = 'open'", [.text(department)])
    }

    /// All alerts of an intervention, open and closed, oldest first.
    package func alertRows(of intervention: InterventionIdentity) throws -> [AlertRow] {
        try alerts(
            "k.campaign_id = ? AND k.intervention_id = ?", [.int(intervention.campaign), .int(intervention.id)])
    }

    private func alerts(_ condition: String, _ arguments: [SQLValue]) throws -> [AlertRow] {
        try all(
            """
            SELECT k.id, k.audience, k.kind, COALESCE(k.disease, ''), k.subject, k.facts, k.opened_on, k.due_on,
                k.state, k.closed_on, COALESCE(k.closed_by, ''), COALESCE(k.close_reason, ''), \(AlertSQL.event)
            FROM work_item k WHERE \(condition) ORDER BY k.opened_on, k.id
            """, arguments
        ) { row in
            AlertRow(
                id: row.int(0), audience: row.text(1), kind: row.text(2), disease: row.text(3), subject: row.text(4),
                facts: row.text(5), openedOn: row.day(6), dueOn: row.dayOrNil(7), state: row.text(8),
                closing: (row.dayOrNil(9), row.text(10), row.text(11)),
                event: [
                    row.text(1), row.text(12), String(row.int(13)), String(row.int(14)), row.text(15), row.text(16),
                ])
        }
    }

    /// Names of received files and of who sent them.
    package func fileOrigins(_ ids: Set<Int64>) throws -> [Int64: (file: String, sender: String)] {
        var found: [Int64: (file: String, sender: String)] = [:]
        for part in ids.sorted().chunks(of: 500) {
            let places = part.map { _ in "?" }.joined(separator: ", ")
            for (id, origin) in try all(
                """
                SELECT r.id, r.file_name, COALESCE(o.name, r.sender, '') FROM import_run r
                LEFT JOIN organisation o ON o.code = r.sender WHERE r.id IN (\(places))
                """, part.map { .int($0) }, { ($0.int(0), (file: $0.text(1), sender: $0.text(2))) })
            { found[id] = origin }
        }
        return found
    }

    /// The audience of an open alert of the department (`delegate` or `authority`), nil when there is none such.
    package func openWorkItemAudience(_ id: Int64, department: String) throws -> String? {
        try first(
            "SELECT audience FROM work_item WHERE id = ? AND department = ? AND state = 'open'",
            [.int(id), .text(department)]
        ) { $0.text(0) }
    }

    /// Closes an alert and the earlier ones of the same event that are for the same audience: what came after it, the
    /// person who closes it did not see.
    /// - Returns: the numbers of those that were closed.
    package func closeWorkItem(
        _ id: Int64, isDismissed: Bool, by actor: String, on day: Day, reason: String
    ) throws -> [Int64] {
        guard
            let department = try first(
                "SELECT department FROM work_item WHERE id = ?", [.int(id)], { $0.text(0) })
        else { return [] }
        let open = try openAlertRows(department: department)
        let event = open.first { $0.id == id }?.event
        let closed = open.filter { $0.event == event && $0.id <= id }.map(\.id)
        for item in closed {
            try execute(
                "UPDATE work_item SET state = ?, closed_on = ?, closed_by = ?, close_reason = ? WHERE id = ?",
                [.text(isDismissed ? "dismissed" : "done"), .day(day), .text(actor), .text(reason), .int(item)])
        }
        return closed
    }
}
