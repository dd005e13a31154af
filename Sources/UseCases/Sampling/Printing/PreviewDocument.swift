import Documents
import Kernel
import Prophylaxis
import Store

/// The sampling document that would be issued now, as a PDF marked as a draft: its draft as validating would freeze it,
/// or, where none was edited yet, what editing would give. No edition is made, nothing frozen, stored or entered
/// (PRO-121, PRO-124, PRO-151).
package struct PreviewDocument: UseCase {
    package let intention = Intention.documentRead
    package let intervention: InterventionIdentity
    package let copy: DocumentCopy

    package init(_ intervention: InterventionIdentity, copy: DocumentCopy = .labels) {
        self.intervention = intervention
        self.copy = copy
    }

    package var department: String? { intervention.department }

    /// - Throws: `Refused` where nothing would be issued: the document is validated, or none is needed.
    package func run(_ context: Context) async throws -> PrintedFile {
        let asked = intervention
        guard let row = try await context.database.read({ try $0.campaign(asked.campaign) }) else {
            throw Refused(SamplingFinding.interventionUnknown, ["intervention": asked.number])
        }
        let campaign = DocumentCampaign(row: row, parameters: try row.decodedParameters())
        try await campaign.requireOpen(for: [asked.number], in: context.database)
        var choice = PrintChoice()
        (choice.copy, choice.drafts) = (copy, true)
        let room = try await PrintRoom.open(campaign, choice, context)
        let document = try await context.database.read { connection in
            try PrintReader(connection: connection, campaign: campaign, filter: .ids([asked.id])).proposed(context)
        }
        if copy == .tuberculin, !document.subject.plans.contains(where: { $0.matrix == .skin }) {
            throw Refused(OwnFinding.notForTuberculin, ["intervention": asked.number])
        }
        return PrintedFile(
            name: "\(asked.number)-brouillon.pdf", bytes: try room.drawn(document, on: Press()), documents: 1)
    }
}

extension PrintReader {
    /// What would be issued for the one intervention that the filter names.
    fileprivate func proposed(_ context: Context) throws -> PrintableDocument {
        let subjects = try connection.documentSubjects(campaign: campaign.id, filter)
        let mode: EditionBatch.Mode =
            subjects.contains { $0.draft != nil } ? .validate(ValidateChoice()) : .edit(EditChoice())
        let reference: ReferenceDay =
            subjects.contains { $0.draft != nil } ? .ofDraft : EditChoice().reference.day(today: context.today)
        let batch = EditionBatch(campaign, context, reference, mode, isNamed: true)
        var findings: [Finding] = []
        guard let document = try drafts(batch, &findings).first else {
            throw Refused(
                findings.isEmpty ? [Finding(SamplingFinding.nothingSelected, .refused)] : findings)
        }
        return document
    }
}
