/// One call of a webhook, with the events that it tells of.
package struct WebhookDeliveryRow: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        /// Written with its events; no job has it yet.
        case new
        /// A job has it.
        case waiting
        case sent
        /// Given up.
        case failed
        /// Nobody is left to be told: rights, account or webhook have ended.
        case dropped
    }

    /// Sorts by when it was written.
    package let id: String
    package let webhook: Int64
    package var state = State.new
    /// How often it was asked for: once, and again with each replay.
    package var round = 1
    package var attempts = 0
    /// Seconds since 1970.
    package var begunAt: Int
    package var lastAt: String?
    /// What the receiver answered last.
    package var lastStatus: Int?
    /// Why there was no answer, or why it ended: a stable code.
    package var lastFault: String?

    package init(id: String, webhook: Int64, begunAt: Int) {
        self.id = id
        self.webhook = webhook
        self.begunAt = begunAt
    }
}

extension WebhookDeliveryRow {
    fileprivate static let columns =
        "id, webhook_id, state, round, attempts, begun_at, last_at, last_status, last_fault"

    fileprivate init(_ row: borrowing Row) throws {
        self.init(id: row.text(0), webhook: row.int(1), begunAt: Int(row.int(5)))
        state = try row.code(2)
        (round, attempts) = (Int(row.int(3)), Int(row.int(4)))
        (lastAt, lastStatus, lastFault) = (row.textOrNil(6), row.intOrNil(7).map { Int($0) }, row.textOrNil(8))
    }
}

extension Connection {
    package func insert(_ delivery: WebhookDeliveryRow, events: some Sequence<String>) throws {
        try execute(
            "INSERT INTO webhook_delivery (id, webhook_id, begun_at) VALUES (?, ?, ?)",
            [.text(delivery.id), .int(delivery.webhook), .int(delivery.begunAt)])
        try bulkInsert(into: "webhook_delivery_event", columns: ["delivery_id", "event_id"]) { writer in
            for event in events {
                writer.text(delivery.id)
                writer.text(event)
                try writer.endRow()
            }
        }
    }

    package func webhookDelivery(_ id: String) throws -> WebhookDeliveryRow? {
        try first(
            "SELECT \(WebhookDeliveryRow.columns) FROM webhook_delivery WHERE id = ?", [.text(id)],
            WebhookDeliveryRow.init)
    }

    /// The latest first.
    package func webhookDeliveries(of webhook: Int64, before: String?, limit: Int) throws -> [WebhookDeliveryRow] {
        try all(
            """
            SELECT \(WebhookDeliveryRow.columns) FROM webhook_delivery
            WHERE webhook_id = ?\(before == nil ? "" : " AND id < ?") ORDER BY id DESC LIMIT ?
            """, [.int(webhook)] + (before.map { [.text($0)] } ?? []) + [.int(limit)], WebhookDeliveryRow.init)
    }

    /// Deliveries that no job has yet, the oldest first.
    package func newWebhookDeliveries(limit: Int) throws -> [WebhookDeliveryRow] {
        try all(
            "SELECT \(WebhookDeliveryRow.columns) FROM webhook_delivery WHERE state = 'new' ORDER BY id LIMIT ?",
            [.int(limit)], WebhookDeliveryRow.init)
    }

    /// - Returns: false when another worker has been quicker.
    package func takeWebhookDelivery(_ id: String) throws -> Bool {
        try execute("UPDATE webhook_delivery SET state = 'waiting' WHERE id = ? AND state = 'new'", [.text(id)]) > 0
    }

    /// What became of an attempt, or of the whole. Nothing changes for one that was asked for anew meanwhile.
    package func note(_ delivery: WebhookDeliveryRow) throws {
        try execute(
            """
            UPDATE webhook_delivery SET state = ?, attempts = ?, last_at = ?, last_status = ?, last_fault = ?
            WHERE id = ? AND round = ?
            """,
            [
                .text(delivery.state.rawValue), .int(delivery.attempts), .textOrNull(delivery.lastAt),
                .intOrNull(delivery.lastStatus), .textOrNull(delivery.lastFault), .text(delivery.id),
                .int(delivery.round),
            ])
    }

    /// Asks for one that is over once more.
    /// - Returns: false for one that is still under way.
    package func replayWebhookDelivery(_ id: String, at seconds: Int) throws -> Bool {
        try execute(
            """
            UPDATE webhook_delivery SET state = 'new', round = round + 1, attempts = 0, begun_at = ?
            WHERE id = ? AND state NOT IN ('new', 'waiting')
            """, [.int(seconds), .text(id)]) > 0
    }

    /// Forgets what is over since before `before`, and events that no delivery tells of any more.
    /// - Parameter instant: the same as `before`, UTC, ISO 8601.
    package func forgetWebhookDeliveries(before: Int, instant: String) throws {
        let old = "SELECT id FROM webhook_delivery WHERE begun_at < ? AND state NOT IN ('new', 'waiting')"
        try execute("DELETE FROM webhook_delivery_event WHERE delivery_id IN (\(old))", [.int(before)])
        try execute("DELETE FROM webhook_delivery WHERE id IN (\(old))", [.int(before)])
        try execute(
            """
            DELETE FROM webhook_event WHERE at < ? AND NOT EXISTS (
                SELECT 1 FROM webhook_delivery_event d WHERE d.event_id = webhook_event.id)
            """, [.text(instant)])
    }
}
