import Documents
import Kernel
import Prophylaxis
import Register
import Store

/// Prints sampling documents: the validated list, once. What was issued is stored by its content, and printing it again
/// hands out the same bytes (PRO-151 to PRO-153, PRO-157, PRO-158; PRO-96: a missing laboratory does not block).
///
/// A batch goes file by file: stored and entered in the sending register first, then handed to `emit`. Killed in
/// between, the same command with `onlyUnprinted` goes on.
package struct PrintDocuments: UseCase {
    package let intention = Intention.documentDispatch
    package let campaign: CampaignSelector
    package let filter: DocumentFilter
    package let choice: PrintChoice
    package let emit: @Sendable (PrintedFile) throws -> Void

    package init(
        campaign: CampaignSelector, filter: DocumentFilter, choice: PrintChoice,
        emit: @escaping @Sendable (PrintedFile) throws -> Void
    ) {
        self.campaign = campaign
        self.filter = filter
        self.choice = choice
        self.emit = emit
    }

    package var department: String? { campaign.department }

    /// Interventions read at once; their files are made between two transactions.
    private static let chunkSize = 50

    package func run(_ context: Context) async throws -> PrintOutcome {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        let filter = filter
        let (groups, unknown) = try await context.database.read { connection in
            (
                try connection.printGroups(campaign: campaign.id, matching: filter, by: choice.grouping),
                try connection.unknownNumbers(campaign: campaign.id, among: filter.numbers)
            )
        }
        var outcome = PrintOutcome()
        outcome.findings = unknown.map { Finding(SamplingFinding.interventionUnknown, .refused, ["intervention": $0]) }
        guard !groups.isEmpty else {
            throw outcome.findings.isEmpty ? Refused(SamplingFinding.nothingSelected) : Refused(outcome.findings)
        }
        let room = try await PrintRoom.open(campaign, choice, context)
        // One for the whole batch: loading fonts takes longer than drawing a page.
        let press = try Press()
        for group in groups {
            var documents: [PrintableDocument] = []
            for ids in group.interventions.chunks(of: Self.chunkSize) {
                let (read, findings) = try await room.read(Array(ids), isNamed: !filter.numbers.isEmpty)
                outcome.findings += findings
                if choice.grouping == .document {
                    for document in read { try await room.print([document], as: nil, on: press, &outcome, emit) }
                } else {
                    documents += read
                }
            }
            if !documents.isEmpty { try await room.print(documents, as: group.key, on: press, &outcome, emit) }
        }
        return outcome
    }
}
