import Register
import Secrets
import Store

/// Something to tell, before it has a name.
struct Announcement {
    let department: String?
    /// The number of the intervention, or of the file.
    let subject: String
    var campaign: Int64?
    var intervention: Int64?
    var version: Int?

    init(file: Int64, department: String) {
        subject = String(file)
        self.department = department
    }

    init(intervention number: String, _ key: (campaign: Int64, id: Int64), department: String, version: Int? = nil) {
        subject = number
        (campaign, intervention) = (key.campaign, key.id)
        self.department = department
        self.version = version
    }
}

extension Context {
    /// Writes down who is to be told of what has happened, in its transaction. Whose rights come with a territory is
    /// found out here, whose come by herds in one query; all are asked again when the call is made.
    func announce(_ kind: WebhookKind, _ news: [Announcement], in connection: Connection) throws {
        guard !news.isEmpty else { return }
        let webhooks = try connection.activeWebhooks(for: kind.rawValue)
        guard !webhooks.isEmpty else { return }
        let seconds = moment.seconds
        let events = news.map { news in
            var event = WebhookEventRow(
                id: WebhookName.event(at: seconds), kind: kind.rawValue, at: now, department: news.department,
                subject: news.subject)
            (event.campaign, event.intervention, event.version) = (news.campaign, news.intervention, news.version)
            return event
        }
        let batch = WebhookName.event(at: seconds)
        try connection.insert(events, batch: batch)
        for webhook in webhooks {
            guard let account = try connection.account(login: webhook.login), !account.isDisabled else { continue }
            let actor = Accounts.actor(account)
            guard Policy.allows(kind.intention, to: actor.role) else { continue }
            let ids =
                actor.scope.isTerritory
                ? events.filter { actor.scope.covers($0.department ?? "") }.map(\.id)
                : try connection.webhookEvents(ofBatch: batch, within: Reach(actor.scope, on: today))
            for part in ids.chunks(of: WebhookRules.eventsOfCall) {
                let delivery = WebhookDeliveryRow(
                    id: WebhookName.delivery(at: seconds), webhook: webhook.id, begunAt: seconds)
                try connection.insert(delivery, events: part)
            }
        }
    }

    /// Statuses that are about to be replaced by others: each intervention once, however many of its diseases. What is
    /// computed for the first time is no change. Nothing is looked at unless somebody wants to be told.
    func announceStatuses(
        _ states: [DiseaseStateRow], of campaign: CampaignRow, _ filter: InterventionFilter, in connection: Connection
    ) throws {
        guard try !connection.activeWebhooks(for: WebhookKind.statusChanged.rawValue).isEmpty else { return }
        let changed = try connection.interventionsWithNewStatus(of: campaign.id, filter, in: states)
        let news = changed.map {
            Announcement(intervention: $0.number, (campaign.id, $0.id), department: campaign.department)
        }
        try announce(.statusChanged, news, in: connection)
    }

    /// Results that now belong to interventions, each once.
    func announceResults(_ concerned: [ConcernedIntervention], in connection: Connection) throws {
        var seen: Set<Int64> = []
        let news = concerned.filter { seen.insert($0.intervention).inserted }.map {
            Announcement(intervention: $0.number, ($0.campaign, $0.intervention), department: $0.department)
        }
        try announce(.resultsReceived, news, in: connection)
    }
}

/// Names that nobody else has and that sort by time.
enum WebhookName {
    static func event(at seconds: Int) -> String { name("evt_", seconds) }
    static func delivery(at seconds: Int) -> String { name("dlv_", seconds) }

    private static func name(_ prefix: String, _ seconds: Int) -> String {
        let hex = String(seconds, radix: 16)
        return prefix + String(repeating: "0", count: max(0, 8 - hex.utf8.count)) + hex + Token.make().prefix(16)
    }
}
