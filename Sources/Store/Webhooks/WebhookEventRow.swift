/// Something that happened, as far as it is told: what, where, and by which number it is found.
package struct WebhookEventRow: Sendable, Hashable {
    /// Stays the same however often it is told.
    package let id: String
    /// A stable code.
    package let kind: String
    /// UTC, ISO 8601.
    package let at: String
    package let department: String?
    package var campaign: Int64?
    package var intervention: Int64?
    /// The number of the intervention, or of the file.
    package let subject: String
    /// Of the document or report.
    package var version: Int?

    package init(id: String, kind: String, at: String, department: String?, subject: String) {
        self.id = id
        self.kind = kind
        self.at = at
        self.department = department
        self.subject = subject
    }
}

extension Connection {
    /// - Parameter batch: what they are found by in the same transaction.
    package func insert(_ events: [WebhookEventRow], batch: String) throws {
        let columns = [
            "id", "batch", "kind", "at", "department", "campaign_id", "intervention_id", "subject", "version",
        ]
        try bulkInsert(into: "webhook_event", columns: columns) { writer in
            for event in events {
                writer.text(event.id)
                writer.text(batch)
                writer.text(event.kind)
                writer.text(event.at)
                writer.text(event.department)
                writer.int(event.campaign)
                writer.int(event.intervention)
                writer.text(event.subject)
                writer.int(event.version)
                try writer.endRow()
            }
        }
    }

    /// The events of a batch whose intervention is within reach.
    package func webhookEvents(ofBatch batch: String, within reach: Reach) throws -> [String] {
        let own = reach.intervention("i")
        return try all(
            """
            SELECT e.id FROM webhook_event e
            JOIN intervention i ON i.campaign_id = e.campaign_id AND i.id = e.intervention_id
            WHERE e.batch = ? AND \(own.sql) ORDER BY e.id
            """, [.text(batch)] + own.arguments
        ) { $0.text(0) }
    }

    package func webhookEvents(of delivery: String) throws -> [WebhookEventRow] {
        try all(
            """
            SELECT e.id, e.kind, e.at, e.department, e.campaign_id, e.intervention_id, e.subject, e.version
            FROM webhook_delivery_event d JOIN webhook_event e ON e.id = d.event_id
            WHERE d.delivery_id = ? ORDER BY e.id
            """, [.text(delivery)]
        ) { row in
            var event = WebhookEventRow(
                id: row.text(0), kind: row.text(1), at: row.text(2), department: row.textOrNil(3),
                subject: row.text(6))
            (event.campaign, event.intervention) = (row.intOrNil(4), row.intOrNil(5))
            event.version = row.intOrNil(7).map { Int($0) }
            return event
        }
    }
}
