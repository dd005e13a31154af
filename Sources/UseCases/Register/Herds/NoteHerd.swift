import Kernel
import Register
import Store

/// Keeps what somebody told about a herd: that it ceases (PRO-25), that it has cattle a part of the year only
/// (PRO-148), what an enquiry found (the authority's, never delegated: PRO-207).
package struct NoteHerd: UseCase {
    let herd: HerdIdentity
    let kind: HerdNoteKind
    let told: HerdNoteRow.Told
    let text: String

    package init(_ herd: HerdIdentity, _ kind: HerdNoteKind, told: HerdNoteRow.Told, text: String) {
        self.herd = herd
        self.kind = kind
        self.told = told
        self.text = text
    }

    package var intention: Intention { kind == .enquiry ? .enquiryRecord : .herdMaintain }
    package var department: String? { herd.department }

    package func run(_ context: Context) async throws {
        guard !text.isEmpty else { throw Refused(RegisterEditFinding.justificationMissing) }
        var ids = try await context.database.ids(2)
        let note = HerdNoteRow(
            id: ids.next(), herd: herd.id, kind, told: told, content: (text, context.actor.login, context.now))
        var entry = context.registerEntry(
            ids.next(), intention, department, subject: "herd:\(herd.holding)/\(herd.code)")
        entry.details = [AuditDetail(subject: "note \(kind.rawValue)", outcome: "\(told.source.rawValue) \(told.day)")]
        let audit = entry
        try await context.database.write { connection in
            try context.requireSubject(connection, for: intention)
            try connection.insert(note)
            try connection.audit(audit)
        }
    }
}

/// Takes back what was told: the keeper goes on after all. The notes stay readable.
package struct WithdrawHerdNotes: UseCase {
    let herd: HerdIdentity
    let kind: HerdNoteKind

    package init(_ herd: HerdIdentity, _ kind: HerdNoteKind) {
        self.herd = herd
        self.kind = kind
    }

    package var intention: Intention { kind == .enquiry ? .enquiryRecord : .herdMaintain }
    package var department: String? { herd.department }

    /// Returns how many notes stood.
    package func run(_ context: Context) async throws -> Int {
        var entry = context.registerEntry(
            try await context.database.id(), intention, department, subject: "herd:\(herd.holding)/\(herd.code)")
        entry.details = [AuditDetail(subject: "note \(kind.rawValue)", outcome: "withdrawn")]
        let audit = entry
        return try await context.database.write { connection in
            try context.requireSubject(connection, for: intention)
            let count = try connection.withdrawNotes(ofHerd: herd.id, kind, by: (context.actor.login, context.now))
            guard count > 0 else { throw Refused(RegisterEditFinding.nothingToChange) }
            try connection.audit(audit)
            return count
        }
    }
}
