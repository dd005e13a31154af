import Kernel
import Prophylaxis
import Register
import Store

/// Cancels the whole list of a document before the first visit, and edits it anew in the same step: the list can be
/// replaced, never just emptied (PRO-127, decision 7).
package struct CancelDocument: UseCase {
    package let intention = Intention.documentCancel
    package let campaign: CampaignSelector
    /// Number of the intervention.
    package let number: String
    package let reason: String
    /// How the list is edited anew; a draft, to be looked at before it is validated.
    package let choice: EditChoice

    package init(campaign: CampaignSelector, number: String, reason: String, choice: EditChoice = EditChoice()) {
        self.campaign = campaign
        self.number = number
        self.reason = reason
        var choice = choice
        choice.validates = false
        choice.again = false
        self.choice = choice
    }

    package var department: String? { campaign.department }

    package struct Outcome: Sendable {
        package var cancelled = 0
        /// The new draft.
        package var edition = EditionOutcome()
    }

    package func run(_ context: Context) async throws -> Outcome {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        try campaign.requireOpen()
        let batch = EditionBatch(
            campaign, context, choice.reference.day(today: context.today), .edit(choice), isNamed: true)
        var audits = try await context.database.ids(2)
        let (first, second) = (audits.next(), audits.next())
        let outcome = try await context.database.write { connection in
            try context.requireBasis(connection, of: campaign.id, for: intention)
            let subject = try connection.documentSubject(campaign: campaign.id, number: number)
            var outcome = try cancel(subject, batch, connection)
            var entry = context.entry(first, .documentCancel, campaign.row, subject: "intervention:\(number)")
            entry.details = [AuditDetail(subject: "intervention:\(number)", outcome: "list-cancelled")]
            try connection.audit(entry)
            outcome.edition.join(try EditionDesk.run([subject.id], connection, batch, auditID: second))
            return outcome
        }
        try await context.refreshStatuses(of: self.campaign)
        return outcome
    }

    private func cancel(
        _ subject: DocumentSubject, _ batch: EditionBatch, _ connection: Connection
    ) throws -> Outcome {
        guard subject.standing != nil else { throw Refused(SamplingFinding.notValidatedYet, subject.facts) }
        let progress = try connection.documentProgress(campaign: batch.campaign.id, intervention: subject.id)
        if let begunOn = progress.begunOn {
            throw Refused(
                SamplingFinding.cancelledAfterVisit, ["intervention": subject.number, "visit": begunOn.french])
        }
        var outcome = Outcome()
        let list = try connection.requestedAnimals(campaign: batch.campaign.id, .ids([subject.id]))
        for listed in list where !listed.row.isCancelled {
            var row = listed.row
            row.cancelledOn = batch.today
            row.cancelledBy = batch.actor.login
            row.cancelReason = reason
            try connection.updateRequested(campaign: batch.campaign.id, row)
            outcome.cancelled += 1
        }
        try connection.cancelEditions(campaign: batch.campaign.id, intervention: subject.id)
        try connection.refreshOnDocument(campaign: batch.campaign.id, interventions: [subject.id])
        try connection.markStatesDue(campaign: batch.campaign.id, interventions: [subject.id], on: batch.today)
        outcome.edition.findings += afterthoughts(subject, progress)
        return outcome
    }

    /// What is out of the house already has to be called back by people.
    private func afterthoughts(_ subject: DocumentSubject, _ progress: DocumentProgress) -> [Finding] {
        var findings: [Finding] = []
        if progress.sent > 0 { findings.append(Finding(SamplingFinding.cancelledButSent, .warning, subject.facts)) }
        if progress.requestsWritten > 0 {
            findings.append(Finding(SamplingFinding.cancelledButRequested, .warning, subject.facts))
        }
        return findings
    }
}

extension Connection {
    /// - Throws: `Refused` when the campaign has no such intervention.
    func documentSubject(campaign: Int64, number: String) throws -> DocumentSubject {
        let ids = try interventions(campaign: campaign, matching: DocumentFilter(numbers: [number]))
        guard let subject = try documentSubjects(campaign: campaign, .ids(ids)).first else {
            throw Refused(SamplingFinding.interventionUnknown, ["intervention": number])
        }
        return subject
    }
}
