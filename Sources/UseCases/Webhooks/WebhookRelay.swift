import Store

/// Hands deliveries that were written with their events to the queue of jobs. Killed in between it is done by the next
/// worker: a delivery is taken and queued in one transaction.
struct WebhookRelay {
    let installation: Installation

    private static let most = 500

    /// - Returns: how many there were.
    func run() async throws -> Int {
        let database = installation.database
        let count = try await database.read { try $0.newWebhookDeliveries(limit: WebhookRelay.most).count }
        guard count > 0 else { return 0 }
        let ids = try await database.ids(count)
        let now = installation.clock()
        return try await database.write { connection in
            var ids = ids
            var taken = 0
            for delivery in try connection.newWebhookDeliveries(limit: count) {
                guard try connection.takeWebhookDelivery(delivery.id) else { continue }
                let work = WebhookWork(delivery: delivery.id)
                var order = try work.order(
                    ids.next(), title: delivery.id, for: nil, at: (Instant.text(ofSeconds: now), now))
                order.onceKey = "\(delivery.id) \(delivery.round)"
                try connection.enqueue(order)
                taken += 1
            }
            let oldest = now - WebhookRules.keptSeconds
            try connection.forgetWebhookDeliveries(before: oldest, instant: Instant.text(ofSeconds: oldest))
            return taken
        }
    }
}
