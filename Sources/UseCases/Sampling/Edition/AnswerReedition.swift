import Kernel
import Prophylaxis
import Store

/// The requests of veterinarians for a new edition that wait in a campaign (PRO-132).
package struct ListReeditionRequests: UseCase {
    package struct Line: Sendable {
        package let item: Int64
        package let intervention: String
        package let holding: String
        package let requestedBy: String
        package let reason: String
        package let requestedOn: Day
    }

    package let intention = Intention.documentRead
    package let campaign: CampaignSelector

    package init(campaign: CampaignSelector) { self.campaign = campaign }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> [Line] {
        let selector = campaign
        return try await context.database.read { connection in
            try connection.openReeditions(campaign: selector.find(in: connection).id).map { item in
                let told = try CanonicalJSON.decode(ReeditionFacts.self, from: item.facts.utf8)
                return Line(
                    item: item.id, intervention: item.number, holding: item.holding, requestedBy: told.requestedBy,
                    reason: told.reason, requestedOn: item.openedOn)
            }
        }
    }
}

/// Edits the document again at a veterinarian's request, which the edition names, and closes the request (PRO-132).
package struct AnswerReedition: UseCase {
    package let intention = Intention.documentEdit
    package let campaign: CampaignSelector
    package let item: Int64
    /// Freezes the new list in the same step.
    package let validates: Bool

    package init(campaign: CampaignSelector, item: Int64, validates: Bool) {
        self.campaign = campaign
        self.item = item
        self.validates = validates
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> EditionOutcome {
        let (selector, item) = (campaign, item)
        let request = try await context.database.read { connection in
            try connection.openReeditions(campaign: selector.find(in: connection).id).first { $0.id == item }
        }
        guard let request else { throw Refused(FollowUpFinding.workItemUnknown, ["item": String(item)]) }
        let told = try CanonicalJSON.decode(ReeditionFacts.self, from: request.facts.utf8)
        var choice = EditChoice()
        (choice.again, choice.validates) = (true, validates)
        choice.request = VeterinarianRequest(veterinarian: told.orderNumber, trace: told.trace)
        let outcome = try await EditDocuments(
            campaign: campaign, filter: DocumentFilter(numbers: [request.number]), choice: choice
        ).run(context)
        guard !outcome.isRefused, outcome.documents > 0 else { return outcome }
        try await context.database.write { connection in
            try connection.closeWorkItem(
                item, isDismissed: false, by: context.actor.login, on: context.today, reason: "réédité")
        }
        return outcome
    }
}
