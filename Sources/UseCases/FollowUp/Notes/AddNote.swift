import Kernel
import Prophylaxis
import Store

/// What somebody noted about an intervention.
package enum NoteKind: String, Sendable, CaseIterable {
    case note
    /// A call or a talk with keeper, laboratory or veterinarian (PRO-201, PRO-220).
    case call
    /// Keeper or veterinarian refuses: the authority is told (PRO-259).
    case refusal

    package var french: String {
        switch self {
        case .note: "note"
        case .call: "appel"
        case .refusal: "refus"
        }
    }
}

/// Notes something about an intervention; a refusal also goes to the authority's work list.
package struct AddNote: UseCase {
    package let intention = Intention.interventionNote
    /// On pages, in the interface for programs, at the command line.
    package static let mostCharacters = 10_000

    package let campaign: CampaignSelector
    package let intervention: String
    package let kind: NoteKind
    package let text: String

    package init(campaign: CampaignSelector, intervention: String, kind: NoteKind, text: String) {
        self.campaign = campaign
        self.intervention = intervention
        self.kind = kind
        self.text = text
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws {
        guard text.contains(where: { !$0.isWhitespace }) else { throw Refused(FollowUpFinding.noteEmpty) }
        guard text.count <= AddNote.mostCharacters else {
            throw Refused(FollowUpFinding.noteTooLong, ["most": String(AddNote.mostCharacters)])
        }
        var ids = try await context.database.ids(2)
        let (useCase, noteID, entryID) = (self, ids.next(), ids.next())
        try await context.database.write { connection in
            let campaign = try useCase.campaign.find(in: connection)
            let row = try connection.requireInterventionRow(useCase.intervention, of: campaign)
            try connection.insert([
                InterventionNote(
                    id: noteID, of: row, kind: useCase.kind.rawValue, written: (context.actor.login, context.now),
                    text: useCase.text)
            ])
            if useCase.kind == .refusal {
                var alert = ResultAlert(
                    .authority, "refusal", department: campaign.department, subject: useCase.text,
                    facts: try CanonicalJSON.string(["text": useCase.text]))
                (alert.campaign, alert.intervention) = (campaign.id, row.id)
                try connection.raise([alert], on: context.today)
            }
            var entry = context.entry(entryID, useCase.intention, campaign, subject: "intervention:\(row.number)")
            entry.details = [AuditDetail(subject: "note:\(noteID)", outcome: useCase.kind.rawValue)]
            try connection.audit(entry)
            try context.alongside?(connection, [])
        }
    }
}

/// The notes of an intervention, the first one first: added, withdrawn, calls, refusals.
package struct ListNotes: UseCase {
    package let intention = Intention.campaignRead
    package let campaign: CampaignSelector
    package let intervention: String

    package init(campaign: CampaignSelector, intervention: String) {
        self.campaign = campaign
        self.intervention = intervention
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> ListTable {
        let useCase = self
        let notes = try await context.database.read { connection in
            let campaign = try useCase.campaign.find(in: connection)
            let row = try connection.requireInterventionRow(useCase.intervention, of: campaign)
            return try connection.notes(campaign: campaign.id, intervention: row.id)
        }
        return ListTable(
            columns: ["ecrite_le", "par", "nature", "texte"],
            rows: notes.map { note in
                [note.writtenAt, note.writtenBy, NoteKind(rawValue: note.kind)?.french ?? note.kind, note.text]
            })
    }
}
