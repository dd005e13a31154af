import Kernel
import Register
import Store

package typealias AttachmentRow = Store.AttachmentRow

extension AttachmentRow {
    /// A service sees all. A veterinarian sees what it added itself, and what a service lets the herd's see.
    func isShown(to actor: Actor) -> Bool {
        actor.scope.isTerritory || addedBy == actor.login || (isShared && stands)
    }

    /// Only who added it takes it back, or a service.
    package func mayBeWithdrawn(by actor: Actor) -> Bool {
        stands && Policy.allows(.paperAdd, to: actor.role) && (actor.scope.isTerritory || addedBy == actor.login)
    }
}

/// Adds a paper to an intervention: the veterinarian's scanned report, a photo. Kept whole, byte for byte. What a
/// veterinarian adds is told to the delegate.
package struct AddAttachment: UseCase {
    package let intention = Intention.paperAdd
    let intervention: InterventionIdentity
    let name: String
    let bytes: [UInt8]
    /// A service lets the herd's veterinarians see it.
    let shares: Bool

    /// Longer names are cut.
    private static let mostNameCharacters = 120
    /// So many papers of one intervention stand at most.
    static let most = 40
    static let alert = "paper-received"

    package init(to intervention: InterventionIdentity, name: String, bytes: [UInt8], shares: Bool = false) {
        self.intervention = intervention
        self.name = name
        self.bytes = bytes
        self.shares = shares
    }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }

    package func run(_ context: Context) async throws {
        guard !bytes.isEmpty else { throw Refused(FollowUpFinding.attachmentEmpty) }
        guard bytes.count <= AttachmentKind.mostBytes else {
            throw Refused(FollowUpFinding.attachmentTooLarge, ["limit": String(AttachmentKind.mostBytes >> 20)])
        }
        guard let kind = AttachmentKind(bytes) else { throw Refused(FollowUpFinding.attachmentUnreadable) }
        var ids = try await context.database.ids(2)
        let (id, entryID, useCase) = (ids.next(), ids.next(), self)
        try await context.database.write { connection in
            let place = useCase.intervention
            let standing = try connection.attachments(campaign: place.campaign, intervention: place.id)
                .count { $0.stands }
            guard standing < AddAttachment.most else {
                throw Refused(FollowUpFinding.attachmentsTooMany, ["most": String(AddAttachment.most)])
            }
            let digest = try connection.putBlob(useCase.bytes, mediaType: kind.rawValue, at: context.now)
            var row = AttachmentRow(
                id: id, name: useCase.shownName(kind), content: (kind.rawValue, useCase.bytes.count, digest),
                added: (context.actor.login, context.now))
            row.isShared = useCase.shares && context.actor.scope.isTerritory
            try connection.insert(row, campaign: place.campaign, intervention: place.id)
            if !context.actor.scope.isTerritory { try connection.tell(of: row, at: place, context) }
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

/// The papers of an intervention that the actor may see, the first one first.
package struct ListAttachments: UseCase {
    package let intention = Intention.paperRead
    let intervention: InterventionIdentity

    package init(of intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }

    package func run(_ context: Context) async throws -> [AttachmentRow] {
        let place = intervention
        return try await context.database.read {
            try $0.attachments(campaign: place.campaign, intervention: place.id)
        }.filter { $0.isShown(to: context.actor) }
    }
}

/// The bytes of an attachment, also of one that was withdrawn.
package struct ReadAttachment: UseCase {
    package let intention = Intention.paperRead
    let intervention: InterventionIdentity
    let id: Int64

    package init(_ id: Int64, of intervention: InterventionIdentity) {
        self.id = id
        self.intervention = intervention
    }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }

    package func run(_ context: Context) async throws -> (kind: AttachmentKind, bytes: [UInt8]) {
        let (id, place) = (id, intervention)
        return try await context.database.read { connection in
            let found = try connection.attachments(campaign: place.campaign, intervention: place.id)
                .first { $0.id == id && $0.isShown(to: context.actor) }
            guard let found, let kind = AttachmentKind(rawValue: found.mediaType) else {
                throw Refused(FollowUpFinding.attachmentUnknown)
            }
            return (kind, try connection.blob(found.digest).bytes)
        }
    }
}

/// Takes an attachment back, with a reason: it is shown no more among those that count, and stays.
package struct WithdrawAttachment: UseCase {
    package let intention = Intention.paperAdd
    let intervention: InterventionIdentity
    let id: Int64
    let reason: String

    package init(_ id: Int64, of intervention: InterventionIdentity, reason: String) {
        self.id = id
        self.intervention = intervention
        self.reason = reason
    }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }

    package func run(_ context: Context) async throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw Refused(FollowUpFinding.closeReasonMissing) }
        let (useCase, entryID) = (self, try await context.database.id())
        try await context.database.write { connection in
            let place = useCase.intervention
            let isHere = try connection.attachments(campaign: place.campaign, intervention: place.id)
                .contains { $0.id == useCase.id && $0.mayBeWithdrawn(by: context.actor) }
            guard isHere,
                try connection.withdrawAttachment(
                    useCase.id, by: context.actor.login, at: context.now, reason: useCase.reason)
            else { throw Refused(FollowUpFinding.attachmentUnknown) }
            try connection.auditAttachment(entryID, of: place, (useCase.id, "withdrawn: \(useCase.reason)"), context)
        }
    }
}

extension Connection {
    /// Whoever follows the herd finds it on the list of alerts; a second paper waits with the first.
    fileprivate func tell(of row: AttachmentRow, at place: InterventionIdentity, _ context: Context) throws {
        var alert = ResultAlert(
            .delegate, AddAttachment.alert, department: place.department, subject: "",
            facts: try CanonicalJSON.string(["name": row.name, "by": context.actor.name]))
        (alert.campaign, alert.intervention) = (place.campaign, place.id)
        try raise([alert], on: context.today)
    }

    fileprivate func auditAttachment(
        _ entryID: Int64, of place: InterventionIdentity, _ what: (id: Int64, outcome: String), _ context: Context
    ) throws {
        guard let campaign = try campaign(place.campaign) else { throw Refused(FollowUpFinding.attachmentUnknown) }
        var entry = context.entry(
            entryID, .paperAdd, campaign, subject: "intervention:\(place.number)")
        entry.details = [AuditDetail(subject: "attachment:\(what.id)", outcome: what.outcome)]
        try audit(entry)
    }
}
