import Kernel
import Store

/// Refers an error to the authority that only it can mend: an agreement, a prefectoral order, an exemption from blood
/// tests (PRO-119). It stands on the authority's work list until the authority closes it.
package struct ReferToAuthority: UseCase {
    package enum Subject: String, Sendable, CaseIterable {
        /// Bi-, tri- or quadripartite convention.
        case convention
        case order
        case exemption
        case other
    }

    package let intention = Intention.workItemClose
    package let campaign: CampaignSelector
    package let subject: Subject
    package let text: String
    /// Number of the intervention it is about.
    package let intervention: String?

    package init(campaign: CampaignSelector, _ subject: Subject, text: String, intervention: String? = nil) {
        self.campaign = campaign
        self.subject = subject
        self.text = text
        self.intervention = intervention
    }

    package var department: String? { campaign.department }

    package static let kind = "referral"

    package func run(_ context: Context) async throws {
        guard text.contains(where: { !$0.isWhitespace }) else { throw Refused(FollowUpFinding.closeReasonMissing) }
        let (useCase, auditID) = (self, try await context.database.id())
        try await context.database.write { connection in
            let campaign = try useCase.campaign.find(in: connection)
            var alert = ResultAlert(
                .authority, Self.kind, department: campaign.department,
                subject: "\(useCase.subject.rawValue): \(useCase.text)",
                facts: try CanonicalJSON.string([
                    "by": context.actor.login, "subject": useCase.subject.rawValue, "text": useCase.text,
                ]))
            alert.campaign = campaign.id
            if let number = useCase.intervention {
                alert.intervention = try connection.requireIntervention(number, of: campaign)
            }
            try connection.raise([alert], on: context.today)
            var entry = context.entry(auditID, useCase.intention, campaign)
            entry.details = [AuditDetail(subject: useCase.text, outcome: "referred \(useCase.subject.rawValue)")]
            try connection.audit(entry)
        }
    }
}
