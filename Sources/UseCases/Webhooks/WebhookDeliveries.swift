import Register
import Store

/// A delivery with what it tells of.
package struct WebhookDeliveryView: Sendable {
    package let delivery: WebhookDelivery
    package let events: [WebhookEvent]
}

/// The calls of one's webhook, the latest first.
package struct ListWebhookDeliveries: UseCase {
    package let intention = Intention.webhookManage
    package let department: String? = nil
    package let webhook: Int64
    package let before: String?
    package let limit: Int

    package init(of webhook: Int64, before: String? = nil, limit: Int = 100) {
        self.webhook = webhook
        self.before = before
        self.limit = limit
    }

    package func run(_ context: Context) async throws -> (lines: [WebhookDeliveryView], next: String?) {
        let (id, login, before, limit) = (webhook, context.actor.login, before, limit)
        let lines = try await context.database.read { connection in
            _ = try connection.webhook(id, of: login)
            return try connection.webhookDeliveries(of: id, before: before, limit: limit).map {
                WebhookDeliveryView(delivery: $0, events: try connection.webhookEvents(of: $0.id))
            }
        }
        return (lines, lines.count == limit ? lines.last?.delivery.id : nil)
    }
}

/// One call. Somebody else's, or another webhook's, answers like one that is not there.
package struct FindWebhookDelivery: UseCase {
    package let intention = Intention.webhookManage
    package let department: String? = nil
    package let webhook: Int64
    package let delivery: String

    package init(_ delivery: String, of webhook: Int64) {
        self.webhook = webhook
        self.delivery = delivery
    }

    package func run(_ context: Context) async throws -> WebhookDeliveryView {
        let (id, delivery, login) = (webhook, delivery, context.actor.login)
        return try await context.database.read { connection in
            _ = try connection.webhook(id, of: login)
            guard let found = try connection.webhookDelivery(delivery), found.webhook == id else {
                throw Refused(WebhookFinding.deliveryUnknown, ["delivery": delivery])
            }
            return WebhookDeliveryView(delivery: found, events: try connection.webhookEvents(of: delivery))
        }
    }
}

/// A call that tells of nothing, to try the address.
package struct PingWebhook: UseCase {
    package let intention = Intention.webhookManage
    package let department: String? = nil
    package let id: Int64

    package init(_ id: Int64) { self.id = id }

    package func run(_ context: Context) async throws -> WebhookDeliveryView {
        let (id, login, seconds) = (id, context.actor.login, context.moment.seconds)
        let entry = context.webhookEntry(try await context.database.id(), id, "ping")
        let event = WebhookEvent(
            id: WebhookName.event(at: seconds), kind: WebhookKind.ping.rawValue, at: context.now, department: nil,
            subject: String(id))
        let delivery = WebhookDelivery(id: WebhookName.delivery(at: seconds), webhook: id, begunAt: seconds)
        return try await context.database.write { connection in
            guard try connection.webhook(id, of: login).state == .active else {
                throw Refused(WebhookFinding.notActive, ["webhook": String(id)])
            }
            try connection.insert([event], batch: event.id)
            try connection.insert(delivery, events: [event.id])
            try connection.audit(entry)
            return WebhookDeliveryView(delivery: delivery, events: [event])
        }
    }
}

/// Makes a call that is over once more: with the same events under the same names, as far as they may still be told.
package struct ReplayWebhookDelivery: UseCase {
    package let intention = Intention.webhookManage
    package let department: String? = nil
    package let webhook: Int64
    package let delivery: String

    package init(_ delivery: String, of webhook: Int64) {
        self.webhook = webhook
        self.delivery = delivery
    }

    package func run(_ context: Context) async throws -> WebhookDeliveryView {
        let (id, delivery, login, seconds) = (webhook, delivery, context.actor.login, context.moment.seconds)
        let entry = context.webhookEntry(try await context.database.id(), id, "replay:\(delivery)")
        return try await context.database.write { connection in
            guard try connection.webhook(id, of: login).state == .active else {
                throw Refused(WebhookFinding.notActive, ["webhook": String(id)])
            }
            guard try connection.webhookDelivery(delivery)?.webhook == id else {
                throw Refused(WebhookFinding.deliveryUnknown, ["delivery": delivery])
            }
            guard try connection.replayWebhookDelivery(delivery, at: seconds) else {
                throw Refused(WebhookFinding.underWay, ["delivery": delivery])
            }
            try connection.audit(entry)
            guard let again = try connection.webhookDelivery(delivery) else {
                throw Refused(WebhookFinding.deliveryUnknown, ["delivery": delivery])
            }
            return WebhookDeliveryView(delivery: again, events: try connection.webhookEvents(of: delivery))
        }
    }
}
