import Kernel
import Store

package typealias AttachmentRow = Store.AttachmentRow

/// Adds a paper to an intervention: the veterinarian's scanned report, a photo. Kept whole, byte for byte.
package struct AddAttachment: UseCase {
    package let intention = Intention.interventionNote
    let intervention: InterventionIdentity
    let name: String
    let bytes: [UInt8]

    /// Longer names are cut.
    private static let mostNameCharacters = 120

    package init(to intervention: InterventionIdentity, name: String, bytes: [UInt8]) {
        self.intervention = intervention
        self.name = name
        self.bytes = bytes
    }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws {
        guard !bytes.isEmpty else { throw Refused(FollowUpFinding.attachmentEmpty) }
        guard bytes.count <= AttachmentKind.mostBytes else {
            throw Refused(FollowUpFinding.attachmentTooLarge, ["limit": String(AttachmentKind.mostBytes >> 20)])
        }
        guard let kind = AttachmentKind(bytes) else { throw Refused(FollowUpFinding.attachmentUnreadable) }
        var ids = try await context.database.ids(2)
        let (id, entryID, useCase) = (ids.next(), ids.next(), self)
        try await context.database.write { connection in
            let digest = try connection.putBlob(useCase.bytes, mediaType: kind.rawValue, at: context.now)
            let row = AttachmentRow(
                id: id, name: useCase.shownName(kind), content: (kind.rawValue, useCase.bytes.count, digest),
                added: (context.actor.login, context.now))
            let place = useCase.intervention
            try connection.insert(row, campaign: place.campaign, intervention: place.id)
            try connection.auditAttachment(entryID, of: place, (id, "attached \(digest.hex)"), context)
        }
    }

    /// The last part of what the sender's machine calls it, without what cannot be seen.
    private func shownName(_ kind: AttachmentKind) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let visible = last.unicodeScalars.filter { !$0.properties.generalCategory.isInvisible }
        let shown = String(String.UnicodeScalarView(visible)).prefix(AddAttachment.mostNameCharacters)
        return shown.allSatisfy(\.isWhitespace) ? "piece.\(kind.fileExtension)" : String(shown)
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isInvisible: Bool { [.control, .format, .privateUse, .unassigned].contains(self) }
}

/// The bytes of an attachment, also of one that was withdrawn.
package struct ReadAttachment: UseCase {
    package let intention = Intention.campaignRead
    let intervention: InterventionIdentity
    let id: Int64

    package init(_ id: Int64, of intervention: InterventionIdentity) {
        self.id = id
        self.intervention = intervention
    }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws -> (kind: AttachmentKind, bytes: [UInt8]) {
        let (id, place) = (id, intervention)
        return try await context.database.read { connection in
            let found = try connection.attachments(campaign: place.campaign, intervention: place.id)
                .first { $0.id == id }
            guard let found, let kind = AttachmentKind(rawValue: found.mediaType) else {
                throw Refused(FollowUpFinding.attachmentUnknown)
            }
            return (kind, try connection.blob(found.digest).bytes)
        }
    }
}

/// Takes an attachment back, with a reason: it is shown no more among those that count, and stays.
package struct WithdrawAttachment: UseCase {
    package let intention = Intention.interventionNote
    let intervention: InterventionIdentity
    let id: Int64
    let reason: String

    package init(_ id: Int64, of intervention: InterventionIdentity, reason: String) {
        self.id = id
        self.intervention = intervention
        self.reason = reason
    }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw Refused(FollowUpFinding.closeReasonMissing) }
        let (useCase, entryID) = (self, try await context.database.id())
        try await context.database.write { connection in
            let place = useCase.intervention
            let isHere = try connection.attachments(campaign: place.campaign, intervention: place.id)
                .contains { $0.id == useCase.id }
            guard isHere,
                try connection.withdrawAttachment(
                    useCase.id, by: context.actor.login, at: context.now, reason: useCase.reason)
            else { throw Refused(FollowUpFinding.attachmentUnknown) }
            try connection.auditAttachment(entryID, of: place, (useCase.id, "withdrawn: \(useCase.reason)"), context)
        }
    }
}

extension Connection {
    fileprivate func auditAttachment(
        _ entryID: Int64, of place: InterventionIdentity, _ what: (id: Int64, outcome: String), _ context: Context
    ) throws {
        guard let campaign = try campaign(place.campaign) else { throw Refused(FollowUpFinding.attachmentUnknown) }
        var entry = context.entry(
            entryID, .interventionNote, campaign, subject: "intervention:\(place.number)")
        entry.details = [AuditDetail(subject: "attachment:\(what.id)", outcome: what.outcome)]
        try audit(entry)
    }
}
