import Documents
import Kernel
import Prophylaxis
import Store

/// Asks dairy laboratories for the results that have not come two months after their fixed month began: for each
/// laboratory and month a letter with its list, the list as CSV, and a notice on the authority's work list (PRO-203).
package struct WriteDairyLetters: UseCase {
    package let intention = Intention.letterWrite
    package let campaign: CampaignSelector
    package let choice: WriteLetters.Choice
    /// One fixed month, by its first day; nil for all.
    package let month: Day?
    package let emit: @Sendable (LetterFile) throws -> Void

    package init(
        campaign: CampaignSelector, choice: WriteLetters.Choice, month: Day? = nil,
        emit: @escaping @Sendable (LetterFile) throws -> Void
    ) {
        self.campaign = campaign
        self.choice = choice
        self.month = month
        self.emit = emit
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> WriteLetters.Outcome {
        let (batches, written, findings) = try await open(context)
        var outcome = WriteLetters.Outcome()
        (outcome.skipped, outcome.findings) = (written, findings)
        for batch in batches {
            if choice.isDryRun {
                outcome.table.rows.append(batch.line(""))
            } else {
                let (id, files) = try await store(batch, context)
                outcome.table.rows.append(batch.line(String(id)))
                for file in files { try emit(file) }
            }
        }
        return outcome
    }

    /// The first letters that would be written now, marked as drafts, each with its list.
    func previewed(_ most: Int, _ context: Context) async throws -> (pages: [any PrintedDocument], findings: [Finding])
    {
        let (batches, _, findings) = try await open(context)
        return (try batches.prefix(most).flatMap { try $0.pages(nil) }, findings)
    }

    /// What is to be written, how many letters were written before, and what was found on the way.
    private func open(
        _ context: Context
    ) async throws -> (batches: [DairyBatch], written: Int, findings: [Finding]) {
        let useCase = self
        let kind = LetterKind.dairyLaboratoryReminder
        try await context.refreshStatuses(of: campaign)
        let (desk, missing, earlier) = try await context.database.read { connection in
            let campaign = try useCase.campaign.find(in: connection)
            let desk = try connection.letterDesk(kind, of: campaign, useCase.choice, context)
            let last = context.today.adding(months: -desk.parameters.milk.catchUpMonths)
            var filter = LetterFilter()
            filter.kind = kind.rawValue
            return (
                desk, try connection.missingMilk(of: campaign.id, until: last, on: context.today),
                try connection.letters(of: campaign.id, filter)
            )
        }
        let all = DairyBatch.batches(missing, desk).filter { month == nil || $0.month == month }
        let due = try all.filter { batch in try choice.again || !earlier.contains(where: batch.isAnswered) }
        return (due, all.count - due.count, WriteDairyLetters.unknown(missing))
    }

    /// Producers that no dairy laboratory knows: nobody can be asked about them.
    private static func unknown(_ missing: [MissingMilkRow]) -> [Finding] {
        Set(missing.filter { $0.laboratory == nil }.map(\.holding)).sorted().map {
            Finding(LetterFinding.producerUnknown, .warning, ["holding": $0])
        }
    }

    private func store(_ batch: DairyBatch, _ context: Context) async throws -> (Int64, [LetterFile]) {
        var ids = try await context.database.ids(2)
        let (id, entryID) = (ids.next(), ids.next())
        let files = try batch.files(id)
        try await context.database.write { connection in
            let campaign = batch.desk.campaign
            _ = try connection.lockCampaign(campaign.id)
            let digest = try connection.putBlob(files[0].bytes, mediaType: "application/pdf", at: context.now)
            let template = try connection.putBlob(
                Array(batch.desk.templateText.utf8), mediaType: "text/plain", at: context.now)
            var row = LetterRow(
                id: id, of: campaign, kind: batch.desk.kind.rawValue, to: batch.laboratory.code,
                written: (context.today, context.actor.login),
                content: (try CanonicalJSON.string(batch.frozen(template)), digest))
            row.copyTo = batch.desk.house.authority
            try connection.insert([row])
            try connection.raise([batch.notice], on: context.today)
            var entry = context.entry(entryID, .letterWrite, campaign)
            entry.details = [
                AuditDetail(
                    subject: "recipient:\(batch.laboratory.code)", outcome: "\(row.kind) \(batch.month.yearAndMonth)",
                    payload: digest)
            ]
            try connection.audit(entry)
        }
        return (id, files)
    }
}
