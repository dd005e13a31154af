import Documents
import Kernel
import Prophylaxis
import Store

/// Hands out what was issued in any campaign, closed ones included, for the file: the stored bytes as they are. Nothing
/// is entered in the sending register, since nothing is sent (PRO-157: such a document serves no new visit).
///
/// A validated document that was never printed is drawn from its frozen list, as a copy without labels; so is one that
/// was only printed in one file with others, for whoever may not see all of those.
package struct ReprintDocuments: UseCase {
    package let intention = Intention.documentRead
    package let campaign: CampaignSelector
    package let filter: DocumentFilter
    package let copy: DispatchRow.Copy
    package let emit: @Sendable (PrintedFile) throws -> Void

    package init(
        campaign: CampaignSelector, filter: DocumentFilter, copy: DispatchRow.Copy,
        emit: @escaping @Sendable (PrintedFile) throws -> Void
    ) {
        self.campaign = campaign
        self.filter = filter
        self.copy = copy
        self.emit = emit
    }

    package var department: String? { campaign.department }

    private static let chunkSize = 50

    package func run(_ context: Context) async throws -> PrintOutcome {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        let (ids, unknown) = try await context.database.read { connection in
            (
                try connection.interventions(campaign: campaign.id, matching: filter),
                try connection.unknownNumbers(campaign: campaign.id, among: filter.numbers)
            )
        }
        var outcome = PrintOutcome()
        outcome.findings = unknown.map { Finding(SamplingFinding.interventionUnknown, .refused, ["intervention": $0]) }
        var choice = PrintChoice()
        choice.copy = copy == .tuberculin ? .tuberculin : .farmer
        let room = try await PrintRoom.open(campaign, choice, context)
        let press = try Press()
        for chunk in ids.chunks(of: Self.chunkSize) {
            let (stored, drawable, left) = try await context.database.read {
                try issued(chunk, campaign, seesAll: context.actor.scope.isTerritory, $0)
            }
            for file in stored {
                try emit(file)
                outcome.reissued += 1
            }
            for document in drawable {
                try emit(
                    PrintedFile(
                        name: "\(document.subject.number)-copie.pdf", bytes: try room.drawn(document, on: press),
                        documents: 1))
                outcome.findings.append(Finding(SamplingFinding.neverPrinted, .info, document.subject.facts))
            }
            outcome.files += stored.count + drawable.count
            outcome.findings += left
        }
        outcome.documents = outcome.files
        if outcome.files == 0, outcome.findings.isEmpty { throw Refused(SamplingFinding.nothingSelected) }
        return outcome
    }

    /// Files of the chunk that were issued, documents that were validated but never printed, and what was neither.
    private func issued(
        _ ids: [Int64], _ campaign: DocumentCampaign, seesAll: Bool, _ connection: Connection
    ) throws -> ([PrintedFile], [PrintableDocument], [Finding]) {
        let printed = Dictionary(
            grouping: try connection.dispatches(campaign: campaign.id, .ids(ids)).filter { $0.copy == copy },
            by: \.intervention)
        var findings: [Finding] = []
        let reader = PrintReader(connection: connection, campaign: campaign, filter: .ids(ids))
        let documents = try reader.standing { subject in
            let severity: Finding.Severity = filter.numbers.isEmpty ? .info : .refused
            findings.append(Finding(SamplingFinding.notValidatedYet, severity, subject.facts))
        }
        var files: [PrintedFile] = []
        var drawable: [PrintableDocument] = []
        for document in documents {
            if copy == .tuberculin, !document.subject.plans.contains(where: { $0.matrix == .skin }) {
                let severity: Finding.Severity = filter.numbers.isEmpty ? .info : .refused
                let facts: KeyValuePairs = ["intervention": document.subject.number]
                findings.append(Finding(OwnFinding.notForTuberculin, severity, facts))
                continue
            }
            let own = printed[document.subject.id, default: []].filter { $0.edition == document.edition.number }
            // A file of its own before one of a batch that holds it with others.
            let dispatch = own.first { $0.batch == document.subject.number } ?? (seesAll ? own.first : nil)
            guard let digest = dispatch.flatMap({ ContentDigest(hex: $0.documentDigest) }) else {
                drawable.append(document)
                continue
            }
            let suffix = copy == .labels ? "" : "-\(copy.rawValue)"
            files.append(
                PrintedFile(
                    name: "\(document.subject.number)\(suffix).pdf", bytes: try connection.blob(digest).bytes,
                    documents: 1))
        }
        return (files, drawable, findings)
    }
}
