import Kernel
import Prophylaxis
import Register
import Store

/// Takes single animals off a list after the first visit: one person asks with a reason, another agrees (decision 7).
///
/// Nobody is named by somebody else: each acts under their own account. Until the second has agreed the animal counts
/// as requested. An animal that has a result was sampled, and is never taken off.
package struct CancelAnimals: UseCase {
    package enum Step: Sendable, Hashable {
        case propose(reason: String)
        case agree
        /// Either person withdraws the proposal.
        case withdraw
    }

    package let intention = Intention.documentCancelLate
    package let campaign: CampaignSelector
    /// Number of the intervention.
    package let number: String
    package let animals: [AnimalNumber]
    package let step: Step

    package init(campaign: CampaignSelector, number: String, animals: [AnimalNumber], step: Step) {
        self.campaign = campaign
        self.number = number
        self.animals = animals
        self.step = step
    }

    package var department: String? { campaign.department }

    /// Returns how many animals the step was done for; any that cannot is refused with all others.
    package func run(_ context: Context) async throws -> Int {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        try campaign.requireOpen()
        let audit = try await context.database.id()
        let count = try await context.database.write { connection in
            try connection.lockForEdition(campaign: campaign.id, try filter(campaign.id, connection))
            try context.requireBasis(connection, of: campaign.id, for: intention)
            let subject = try connection.documentSubject(campaign: campaign.id, number: number)
            let rows = try rows(of: subject, campaign.id, context, connection)
            for row in rows { try connection.updateRequested(campaign: campaign.id, row) }
            try connection.refreshOnDocument(campaign: campaign.id, interventions: [subject.id])
            try connection.markStatesDue(campaign: campaign.id, interventions: [subject.id], on: context.today)
            var entry = context.entry(audit, .documentCancelLate, campaign.row, subject: "intervention:\(number)")
            entry.details = rows.map { AuditDetail(subject: "animal:\($0.animal)", outcome: stepName) }
            try connection.audit(entry)
            return rows.count
        }
        try await context.refreshStatuses(of: self.campaign)
        return count
    }

    private func filter(_ campaign: Int64, _ connection: Connection) throws -> InterventionFilter {
        .ids(try connection.interventions(campaign: campaign, matching: DocumentFilter(numbers: [number])))
    }

    private var stepName: String {
        switch step {
        case .propose: "cancellation-proposed"
        case .agree: "cancelled-by-two"
        case .withdraw: "proposal-withdrawn"
        }
    }

    private func rows(
        of subject: DocumentSubject, _ campaign: Int64, _ context: Context, _ connection: Connection
    ) throws -> [RequestedAnimalRow] {
        let progress = try connection.documentProgress(campaign: campaign, intervention: subject.id)
        guard progress.begunOn != nil else { throw Refused(SamplingFinding.cancelWholeList, subject.facts) }
        let list = try connection.requestedAnimals(campaign: campaign, .ids([subject.id]))
        let byNumber = Dictionary(list.map { ($0.number, $0.row) }) { first, _ in first }
        var findings: [Finding] = []
        let rows = animals.compactMap { animal -> RequestedAnimalRow? in
            guard let row = byNumber[animal.description], !row.isCancelled else {
                findings.append(refusal(.animalNotListed, animal))
                return nil
            }
            if progress.animalsWithResult.contains(row.animal) {
                findings.append(refusal(.animalHasResult, animal))
                return nil
            }
            if let problem = problem(row, context) {
                findings.append(refusal(problem, animal))
                return nil
            }
            return next(row, context)
        }
        if !findings.isEmpty { throw Refused(findings) }
        return rows
    }

    /// Why the step cannot be done for this row; nil when it can.
    private func problem(_ row: RequestedAnimalRow, _ context: Context) -> SamplingFinding? {
        switch step {
        case .propose: return nil
        case .agree:
            guard row.isProposedForCancellation else { return .noProposal }
            return row.cancelledBy == context.actor.login ? .secondPersonNeeded : nil
        case .withdraw: return row.isProposedForCancellation ? nil : .noProposal
        }
    }

    private func next(_ row: RequestedAnimalRow, _ context: Context) -> RequestedAnimalRow {
        var row = row
        switch step {
        case .propose(let reason):
            row.cancelledBy = context.actor.login
            row.cancelReason = reason
        case .agree:
            row.cancelSecond = context.actor.login
            row.cancelledOn = context.today
        case .withdraw:
            row.cancelledBy = nil
            row.cancelReason = nil
        }
        return row
    }

    private func refusal(_ code: SamplingFinding, _ animal: AnimalNumber) -> Finding {
        Finding(code, .refused, ["intervention": number, "animal": animal.description])
    }
}
