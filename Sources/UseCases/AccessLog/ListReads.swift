import Register
import Store

package typealias ReadFilter = Store.ReadFilter
package typealias ReadRow = Store.ReadRow

/// Who looked at what: for a department's authority in its department, for the whole country where the scope is. An
/// administrator sees who read when and what kind of thing, but not which one.
package struct ListReads: UseCase {
    package struct Outcome: Sendable {
        package let rows: [ReadRow]
        /// Where the next page begins; nil on the last one.
        package let next: String?
        package let isRedacted: Bool
    }

    package let intention = Intention.readsRead
    package let filter: ReadFilter
    package let access: Database

    package init(_ filter: ReadFilter, _ access: Database) {
        self.filter = filter
        self.access = access
    }

    package var department: String? { filter.department }

    package func run(_ context: Context) async throws -> Outcome {
        let isRedacted = context.actor.role == .administrator
        if filter.department == nil, context.actor.scope != .national, !isRedacted {
            throw Refused(AuditFinding.departmentNeeded, ["login": context.actor.login])
        }
        var filter = filter
        // What one may not see one may not find by either.
        if isRedacted { filter.subject = nil }
        let asked = filter
        let rows = try await access.read { try $0.reads(asked) }
        let next = rows.count == filter.limit ? rows.last?.id : nil
        return Outcome(rows: isRedacted ? rows.map(\.redacted) : rows, next: next, isRedacted: isRedacted)
    }
}

extension ReadRow {
    fileprivate var redacted: ReadRow {
        var row = self
        row.subject = nil
        return row
    }
}
