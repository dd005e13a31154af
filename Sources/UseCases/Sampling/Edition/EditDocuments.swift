import Kernel
import Prophylaxis
import Register
import Store

/// For which day ages and presence are computed (PRO-122).
package enum ReferenceChoice: Sendable, Hashable {
    case today
    /// Today where no visit is planned.
    case plannedVisit
    case date(Day)

    func day(today: Day) -> ReferenceDay {
        switch self {
        case .today: .day(today)
        case .plannedVisit: .plannedVisit(otherwise: today)
        case .date(let day): .day(day)
        }
    }
}

/// How documents are edited.
package struct EditChoice: Sendable, Hashable {
    package var reference = ReferenceChoice.today
    package var display = DocumentDisplay(.all)
    /// 0 … 2^63 − 1; without one, each intervention has its own, derived from its number; a re-edition keeps the
    /// first's.
    package var seed: UInt64?
    /// Freezes the lists in the same step.
    package var validates = false
    /// A re-edition (PRO-126).
    package var again = false
    /// Who asked for the re-edition (PRO-132).
    package var request: VeterinarianRequest?

    package init() {}
}

/// Edits sampling documents, one or a batch (PRO-121 to PRO-123, PRO-126): a draft that the next edition replaces, or
/// validated at once.
///
/// The batch goes in chunks, each in a short transaction: a process killed in between leaves whole documents, and the
/// same command again completes the rest.
package struct EditDocuments: UseCase {
    package let intention = Intention.documentEdit
    package let campaign: CampaignSelector
    package let filter: DocumentFilter
    package let choice: EditChoice

    package init(campaign: CampaignSelector, filter: DocumentFilter, choice: EditChoice) {
        self.campaign = campaign
        self.filter = filter
        self.choice = choice
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> EditionOutcome {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        try await campaign.requireOpen(for: filter.numbers, in: context.database)
        let batch = EditionBatch(
            campaign, context, choice.reference.day(today: context.today), .edit(choice),
            isNamed: !filter.numbers.isEmpty)
        let outcome = try await batch.run(filter, context.database)
        if choice.validates { try await context.refreshStatuses(of: self.campaign) }
        return outcome
    }
}
