import Kernel
import Prophylaxis
import Store

/// Notes a malfunction that no file tells of (PRO-216); those of annex 3 belong to an intervention (PRO-218).
package struct RecordDysfunction: UseCase {
    package let intention = Intention.resultsEnter
    package let campaign: CampaignSelector
    package let kind: DysfunctionKind
    /// Twelve digits.
    package let intervention: String?
    /// Who is concerned: a laboratory's code, a veterinarian's number.
    package let concerned: String?
    package let note: String

    package init(
        _ kind: DysfunctionKind, in campaign: CampaignSelector, intervention: String? = nil,
        concerned: String? = nil, note: String
    ) {
        self.kind = kind
        self.campaign = campaign
        self.intervention = intervention
        self.concerned = concerned
        self.note = note
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws {
        guard note.contains(where: { !$0.isWhitespace }) else { throw Refused(ResultsFinding.reasonNeeded) }
        guard intervention != nil || !kind.isDescriptor else {
            throw Refused(ResultsFinding.interventionNeeded, ["kind": kind.rawValue])
        }
        let (useCase, entryID) = (self, try await context.database.id())
        try await context.database.write { connection in
            let campaign = try useCase.campaign.find(in: connection)
            try context.requireBasis(connection, of: campaign.id, for: useCase.intention)
            let intervention = try useCase.intervention.map { try connection.requireIntervention($0, of: campaign) }
            var noted = Dysfunction(
                useCase.kind.rawValue, department: campaign.department, concerned: useCase.concerned,
                facts: try CanonicalJSON.string(["note": useCase.note]))
            (noted.campaign, noted.intervention) = (campaign.id, intervention)
            try connection.record([noted], on: context.today, by: context.actor.login)
            var entry = context.entry(
                entryID, useCase.intention, campaign, subject: useCase.intervention.map { "intervention:\($0)" })
            entry.details = [AuditDetail(subject: useCase.note, outcome: useCase.kind.rawValue)]
            try connection.audit(entry)
        }
    }
}

/// The malfunctions of a campaign, and those of its department that belong to no campaign (PRO-216).
package struct ListDysfunctions: UseCase {
    package let intention = Intention.campaignRead
    package let campaign: CampaignSelector
    package let kind: DysfunctionKind?

    package init(in campaign: CampaignSelector, kind: DysfunctionKind? = nil) {
        self.campaign = campaign
        self.kind = kind
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> [DysfunctionRow] {
        let (selector, kind) = (campaign, kind)
        return try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            return try connection.dysfunctions(
                campaign: (campaign.id, campaign.department, campaign.startsOn), kind: kind?.rawValue)
        }
    }
}
