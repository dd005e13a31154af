import Secrets
import Store

/// Makes a new key that signs access tokens from now on; the one before goes on verifying until its tokens have ended.
package struct RotateKeys: UseCase {
    package let intention = Intention.databaseMaintain
    package let department: String? = nil
    package let book: KeyBook
    package let now: Int

    package init(_ book: KeyBook, at now: Int) {
        self.book = book
        self.now = now
    }

    /// - Returns: the name of the new key.
    package func run(_ context: Context) async throws -> String {
        guard let key = try book.rotate(at: now).signing.first else { throw Refused(KeyFinding.missing) }
        var entry = AuditEntry(
            id: try await context.database.id(), at: context.now, actor: context.actor.login,
            role: context.actor.role.rawValue, intention: intention.rawValue)
        entry.subject = "keys"
        entry.details = [AuditDetail(subject: "key:\(key.id)", outcome: "rotated")]
        let audit = entry
        try await context.database.write { try $0.audit(audit) }
        return key.id
    }
}
