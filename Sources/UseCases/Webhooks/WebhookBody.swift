import Store

/// What a call says: names and links. Whoever gets it asks for the rest with rights of its own.
struct WebhookBody: Encodable {
    struct Event: Encodable {
        let id: String
        let kind: String
        let at: String
        let department: String?
        let intervention: String?
        let version: Int?
        let link: String?
    }

    let delivery: String
    let webhook: Int64
    let events: [Event]

    init(_ delivery: WebhookDeliveryRow, _ events: [WebhookEventRow], root: String) {
        self.delivery = delivery.id
        webhook = delivery.webhook
        self.events = events.map { event in
            let kind = WebhookKind(rawValue: event.kind)
            return Event(
                id: event.id, kind: event.kind, at: event.at, department: event.department,
                intervention: event.intervention == nil ? nil : event.subject, version: event.version,
                link: kind?.path(event).map { root + $0 })
        }
    }
}

extension WebhookKind {
    /// Below the root of the API.
    fileprivate func path(_ event: WebhookEventRow) -> String? {
        switch self {
        case .resultsReceived, .statusChanged: "/interventions/\(event.subject)"
        case .documentIssued: "/interventions/\(event.subject)/document"
        case .reportIssued: event.version.map { "/interventions/\(event.subject)/reports/\($0)" }
        case .fileJudged: "/imports/\(event.subject)/acknowledgement"
        case .ping: nil
        }
    }
}
