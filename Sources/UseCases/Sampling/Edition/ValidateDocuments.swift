import Kernel
import Prophylaxis
import Register
import Store

/// How drafts are validated.
package struct ValidateChoice: Sendable, Hashable {
    /// Instead of the usual two months, where the visit is at the limit (PRO-133, PRO-156).
    package var validUntil: Day?
    /// Refuses a document whose facts have changed since its draft.
    package var onlyUnchanged = false

    package init() {}
}

/// Validates the drafts of sampling documents: freezes their lists with facts, parameters, rules and seed, and issues
/// the analysis requests (PRO-124, PRO-125, PRO-139, PRO-166). Doing it again changes nothing.
///
/// The list is that of the draft's day and seed, as the register stands now; where it differs from what the draft
/// showed, a finding says so.
package struct ValidateDocuments: UseCase {
    package let intention = Intention.documentEdit
    package let campaign: CampaignSelector
    package let filter: DocumentFilter
    package let choice: ValidateChoice

    package init(
        campaign: CampaignSelector, filter: DocumentFilter, choice: ValidateChoice = ValidateChoice()
    ) {
        self.campaign = campaign
        self.filter = filter
        self.choice = choice
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> EditionOutcome {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        try await campaign.requireOpen(for: filter.numbers, in: context.database)
        let batch = EditionBatch(campaign, context, .ofDraft, .validate(choice), isNamed: !filter.numbers.isEmpty)
        let outcome = try await batch.run(filter, context.database)
        try await context.refreshStatuses(of: self.campaign)
        return outcome
    }
}
