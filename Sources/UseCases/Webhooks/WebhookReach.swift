import Register
import Store

extension Connection {
    /// Whether an account may be told of an event now.
    func mayHear(_ actor: Actor, _ event: WebhookEventRow, on reach: Reach) throws -> Bool {
        guard let kind = WebhookKind(rawValue: event.kind), Policy.allows(kind.intention, to: actor.role) else {
            return false
        }
        switch kind {
        case .ping: return true
        case .fileJudged:
            guard let id = Int64(event.subject), let run = try resultRun(id), actor.scope.covers(run.department) else {
                return false
            }
            return try sees(run, actor)
        case .resultsReceived, .documentIssued, .reportIssued, .statusChanged:
            guard let campaign = event.campaign, let id = event.intervention else { return false }
            return try reaches(.intervention(campaign: campaign, id: id), reach)
        }
    }
}
