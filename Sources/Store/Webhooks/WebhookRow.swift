/// An address that an account, or a client of it, wants to be called at.
package struct WebhookRow: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable { case active, disabled, removed }

    /// Why it is not active: its owner let it rest.
    package static let suspended = "suspended"

    package let id: Int64
    package let login: String
    /// The client that added it; nil: the account itself.
    package let credential: Int64?
    package let address: String
    /// Stable codes of events.
    package let kinds: [String]
    /// How many secrets it has had.
    package var serial = 1
    /// Of the secret in use: whether the installation's keys are still those from which it follows.
    package var secretDigest: String
    package var previousDigest: String?
    /// Seconds since 1970 until which the secret before the present one signs too.
    package var previousUntil: Int?
    package var state = State.active
    /// Why it is not active: a stable code.
    package var reason: String?
    /// Calls that failed since the last one that did not.
    package var failures = 0
    /// It is not called before this second since 1970.
    package var restingUntil: Int?
    /// UTC, ISO 8601.
    package let createdAt: String

    package init(
        id: Int64, of owner: (login: String, credential: Int64?), address: String, kinds: [String],
        secretDigest: String, createdAt: String
    ) {
        self.id = id
        (login, credential) = owner
        self.address = address
        self.kinds = kinds
        self.secretDigest = secretDigest
        self.createdAt = createdAt
    }
}

extension WebhookRow {
    fileprivate static let columns = """
        id, login, credential_id, address, kinds, serial, secret_digest, previous_digest, previous_until, state, reason,
        failures, resting_until, created_at
        """

    fileprivate init(_ row: borrowing Row) throws {
        self.init(
            id: row.int(0), of: (row.text(1), row.intOrNil(2)), address: row.text(3),
            kinds: row.text(4).split(separator: " ").map(String.init), secretDigest: row.text(6),
            createdAt: row.text(13))
        serial = Int(row.int(5))
        (previousDigest, previousUntil) = (row.textOrNil(7), row.intOrNil(8).map { Int($0) })
        state = try row.code(9)
        (reason, failures, restingUntil) = (row.textOrNil(10), Int(row.int(11)), row.intOrNil(12).map { Int($0) })
    }
}

extension Connection {
    package func insert(_ webhook: WebhookRow) throws {
        try execute(
            """
            INSERT INTO webhook (id, login, credential_id, address, kinds, secret_digest, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(webhook.id), .text(webhook.login), .intOrNull(webhook.credential), .text(webhook.address),
                .text(webhook.kinds.joined(separator: " ")), .text(webhook.secretDigest), .text(webhook.createdAt),
            ])
    }

    package func webhook(_ id: Int64) throws -> WebhookRow? {
        try first("SELECT \(WebhookRow.columns) FROM webhook WHERE id = ?", [.int(id)], WebhookRow.init)
    }

    /// An account's, but for those that it removed.
    package func webhooks(of login: String) throws -> [WebhookRow] {
        try all(
            "SELECT \(WebhookRow.columns) FROM webhook WHERE login = ? AND state <> 'removed' ORDER BY id",
            [.text(login)], WebhookRow.init)
    }

    /// Those that want to be told of a kind of event.
    package func activeWebhooks(for kind: String) throws -> [WebhookRow] {
        try all("SELECT \(WebhookRow.columns) FROM webhook WHERE state = 'active' ORDER BY id", [], WebhookRow.init)
            .filter { $0.kinds.contains(kind) }
    }

    package func setWebhook(_ id: Int64, _ state: WebhookRow.State, reason: String?) throws {
        try execute(
            "UPDATE webhook SET state = ?, reason = ?, failures = 0, resting_until = NULL WHERE id = ?",
            [.text(state.rawValue), .textOrNull(reason), .int(id)])
    }

    /// A new secret; the one before it signs too, for a while.
    package func rotateWebhookSecret(_ id: Int64, digest: String, previousUntil: Int) throws {
        try execute(
            """
            UPDATE webhook SET serial = serial + 1, previous_digest = secret_digest, previous_until = ?,
                secret_digest = ? WHERE id = ?
            """, [.int(previousUntil), .text(digest), .int(id)])
    }

    /// A call failed: nothing is sent before `until`.
    package func restWebhook(_ id: Int64, until: Int) throws {
        try execute(
            "UPDATE webhook SET failures = failures + 1, resting_until = ? WHERE id = ?", [.int(until), .int(id)])
    }

    package func wakeWebhook(_ id: Int64) throws {
        try execute("UPDATE webhook SET failures = 0, resting_until = NULL WHERE id = ? AND failures > 0", [.int(id)])
    }
}
