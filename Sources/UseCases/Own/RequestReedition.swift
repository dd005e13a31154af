import Kernel
import Prophylaxis
import Register
import Store

/// The herd's health veterinarian asks for a new edition of the sampling document: the traced request of PRO-132. It
/// waits on the delegate's list until it is answered (`AnswerReedition`).
package struct RequestReedition: UseCase {
    package static let kind = "re-edition-requested"
    package static let mostCharacters = 500

    package let intention = Intention.reeditionRequest
    package let intervention: InterventionIdentity
    package let reason: String

    package init(_ intervention: InterventionIdentity, reason: String) {
        self.intervention = intervention
        self.reason = String(reason.prefix(RequestReedition.mostCharacters))
    }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }
    package var isOfficial: Bool { true }

    package func run(_ context: Context) async throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw Refused(OwnFinding.reasonMissing) }
        let entryID = try await context.database.id()
        try await context.database.write { connection in
            let facts: KeyValuePairs = ["intervention": intervention.number]
            guard try connection.hasStandingDocument(intervention) else {
                throw Refused(OwnFinding.nothingToReedit, facts)
            }
            guard try connection.openReeditions(campaign: intervention.campaign, intervention: intervention.id).isEmpty
            else { throw Refused(OwnFinding.reeditionAskedAlready, facts) }
            let order = try connection.orderNumber(ofScope: context.actor.scope)
            let told = ReeditionFacts(
                reason: reason, requestedBy: context.actor.name, orderNumber: order ?? context.actor.login,
                requestedAt: context.now)
            var alert = ResultAlert(
                .delegate, RequestReedition.kind, department: intervention.department, subject: "",
                facts: try CanonicalJSON.string(told))
            (alert.campaign, alert.intervention) = (intervention.campaign, intervention.id)
            try connection.raise([alert], on: context.today)
            var entry = AuditEntry(
                id: entryID, at: context.now, actor: context.actor.login, role: context.actor.role.rawValue,
                intention: intention.rawValue)
            entry.department = intervention.department
            entry.subject = "intervention:\(intervention.number)"
            try connection.audit(entry)
            try context.alongside?(connection, [])
        }
    }
}

/// What the request says; kept with the item on the work list.
struct ReeditionFacts: Codable, Sendable {
    let reason: String
    let requestedBy: String
    let orderNumber: String
    /// UTC, ISO 8601.
    let requestedAt: String

    /// Where the request can be read (PRO-132).
    var trace: String { "demande dans Vigie, \(requestedAt) : \(reason)" }
}

extension Connection {
    func orderNumber(ofScope scope: Scope) throws -> String? {
        guard case .relations(let id) = scope else { return nil }
        return try orderNumber(ofVeterinarian: id)
    }
}
