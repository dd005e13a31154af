import Kernel
import Outgoing
import Register
import Secrets
import Store

package typealias WebhookRow = Store.WebhookRow
package typealias WebhookDelivery = Store.WebhookDeliveryRow
package typealias WebhookEvent = Store.WebhookEventRow

/// A webhook with its secret: the one moment when it can be read.
package struct NewWebhook: Sendable {
    package let webhook: WebhookRow
    package let secret: String
}

/// Adds an address to be called at for kinds of events, within what the account reaches when they are told.
package struct AddWebhook: Sendable {
    package let address: String
    package let kinds: [String]
    /// The credential by which it is asked for; a client's webhook ends with the client.
    package let credential: Int64?
    /// What else belongs to the transaction: the stored answer to a program's request.
    package var alongside: (@Sendable (Connection, WebhookRow) throws -> Void)?

    package init(_ address: String, kinds: [String], credential: Int64? = nil) {
        self.address = address
        self.kinds = kinds
        self.credential = credential
    }

    /// - Throws: `Refused`.
    package func perform(_ context: Context, _ installation: Installation) async throws -> NewWebhook {
        try context.actor.require(.webhookManage, in: nil)
        let (address, kinds) = (try checked(installation.webhooks), try wanted(of: context.actor.role))
        let keys = try installation.keys.keys(at: installation.clock())
        var ids = try await context.database.ids(2)
        let id = ids.next()
        let secret = WebhookSecret(of: id, serial: 1, keys)
        let entry = context.webhookEntry(ids.next(), id, "added")
        let (asked, login, alongside) = (credential, context.actor.login, alongside)
        let row = try await context.database.write { connection in
            guard try connection.webhooks(of: login).count < WebhookRules.mostOfAccount else {
                throw Refused(WebhookFinding.tooMany, ["most": String(WebhookRules.mostOfAccount)])
            }
            let isClient = try asked.flatMap { try connection.apiCredential($0) }?.kind == .client
            let row = WebhookRow(
                id: id, of: (login, isClient ? asked : nil), address: address, kinds: kinds,
                secretDigest: secret.digest, createdAt: context.now)
            try connection.insert(row)
            try connection.audit(entry)
            try alongside?(connection, row)
            return row
        }
        return NewWebhook(webhook: row, secret: secret.text)
    }

    private func checked(_ rules: WebhookRules) throws(Refused) -> String {
        do throws(DestinationFault) {
            return try Destination(address, rules.allowance).address
        } catch {
            switch error {
            case .malformed: throw Refused(WebhookFinding.addressMalformed)
            case .insecure: throw Refused(WebhookFinding.addressInsecure)
            case .forbidden: throw Refused(WebhookFinding.addressForbidden)
            }
        }
    }

    private func wanted(of role: Role) throws(Refused) -> [String] {
        let known = WebhookKind.offered.filter { kinds.contains($0.rawValue) }
        guard !known.isEmpty else { throw Refused(WebhookFinding.kindsMissing) }
        for kind in kinds {
            guard let known = WebhookKind(rawValue: kind), known != .ping, Policy.allows(known.intention, to: role)
            else { throw Refused(WebhookFinding.kindRefused, ["kind": kind]) }
        }
        return known.map(\.rawValue)
    }
}

/// One's own webhooks.
package struct ListWebhooks: UseCase {
    package let intention = Intention.webhookManage
    package let department: String? = nil

    package init() {}

    package func run(_ context: Context) async throws -> [WebhookRow] {
        let login = context.actor.login
        return try await context.database.read { try $0.webhooks(of: login) }
    }
}

/// One of them. Somebody else's answers like one that is not there.
package struct FindWebhook: UseCase {
    package let intention = Intention.webhookManage
    package let department: String? = nil
    package let id: Int64

    package init(_ id: Int64) { self.id = id }

    package func run(_ context: Context) async throws -> WebhookRow {
        let (id, login) = (id, context.actor.login)
        return try await context.database.read { try $0.webhook(id, of: login) }
    }
}

/// Lets a webhook rest until its owner wants it again. What happens meanwhile is not told, now or later.
package struct PauseWebhook: UseCase {
    package enum Change: Sendable { case suspend, resume }

    package let intention = Intention.webhookManage
    package let department: String? = nil
    package let id: Int64
    package let change: Change

    package init(_ id: Int64, _ change: Change) {
        self.id = id
        self.change = change
    }

    package func run(_ context: Context) async throws -> WebhookRow {
        let (id, login, isResumed) = (id, context.actor.login, change == .resume)
        let entry = context.webhookEntry(try await context.database.id(), id, isResumed ? "resumed" : "suspended")
        return try await context.database.write { connection in
            let before = try connection.webhook(id, of: login)
            guard (before.state == .active) != isResumed else { return before }
            try connection.setWebhook(
                id, isResumed ? .active : .disabled, reason: isResumed ? nil : WebhookRow.suspended)
            try connection.audit(entry)
            return try connection.webhook(id, of: login)
        }
    }
}

/// Ends a webhook: what is not sent yet is not sent any more.
package struct RemoveWebhook: UseCase {
    package let intention = Intention.webhookManage
    package let department: String? = nil
    package let id: Int64

    package init(_ id: Int64) { self.id = id }

    package func run(_ context: Context) async throws -> WebhookRow {
        let (id, login) = (id, context.actor.login)
        let entry = context.webhookEntry(try await context.database.id(), id, "removed")
        return try await context.database.write { connection in
            var webhook = try connection.webhook(id, of: login)
            try connection.setWebhook(id, .removed, reason: nil)
            try connection.audit(entry)
            webhook.state = .removed
            return webhook
        }
    }
}

/// Gives a new secret, wakes a webhook that was disabled; the secret before it signs too for a day.
package struct RotateWebhookSecret: Sendable {
    package let id: Int64
    /// What else belongs to the transaction: the stored answer to a program's request.
    package var alongside: (@Sendable (Connection, WebhookRow) throws -> Void)?

    package init(_ id: Int64) { self.id = id }

    /// - Throws: `Refused`.
    package func perform(_ context: Context, _ installation: Installation) async throws -> NewWebhook {
        try context.actor.require(.webhookManage, in: nil)
        let alongside = alongside
        let (id, login, now) = (id, context.actor.login, installation.clock())
        let keys = try installation.keys.keys(at: now)
        let entry = context.webhookEntry(try await context.database.id(), id, "rotated")
        return try await context.database.write { connection in
            let before = try connection.webhook(id, of: login)
            let secret = WebhookSecret(of: id, serial: before.serial + 1, keys)
            try connection.rotateWebhookSecret(
                id, digest: secret.digest, previousUntil: now + WebhookRules.previousSecretSeconds)
            if before.state == .disabled { try connection.setWebhook(id, .active, reason: nil) }
            try connection.audit(entry)
            let row = try connection.webhook(id, of: login)
            try alongside?(connection, row)
            return NewWebhook(webhook: row, secret: secret.text)
        }
    }
}

extension Connection {
    /// - Throws: `Refused` for one that is not there, that is removed, or that is somebody else's: they answer alike.
    func webhook(_ id: Int64, of login: String) throws -> WebhookRow {
        guard let webhook = try webhook(id), webhook.login == login, webhook.state != .removed else {
            throw Refused(WebhookFinding.unknown, ["webhook": String(id)])
        }
        return webhook
    }
}

extension Context {
    func webhookEntry(_ id: Int64, _ webhook: Int64, _ outcome: String) -> AuditEntry {
        var entry = AuditEntry(
            id: id, at: now, actor: actor.login, role: actor.role.rawValue,
            intention: Intention.webhookManage.rawValue)
        entry.subject = "webhook:\(webhook)"
        entry.details = [AuditDetail(subject: "webhook:\(webhook)", outcome: outcome)]
        return entry
    }
}
