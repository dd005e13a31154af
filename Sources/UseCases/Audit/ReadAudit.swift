import Kernel
import Register
import Store

package typealias AuditFilter = Store.AuditFilter
package typealias AuditRow = Store.AuditRow
package typealias AuditDetail = Store.AuditDetail
package typealias AuditReport = Store.AuditReport

/// A page of the audit as people read it: an administrator, who looks after accounts and the system, sees who did what
/// and when, but not to which animal, herd or intervention.
package struct ReadAudit: UseCase {
    package struct Outcome: Sendable {
        package let rows: [AuditRow]
        /// Where the next page begins; nil on the last one.
        package let next: AuditFilter.Cursor?
        package let isRedacted: Bool
        /// The campaigns that lines are about, by the number that stands there.
        package let campaigns: [Int64: CampaignSelector]
    }

    package let intention = Intention.auditVerify
    package let filter: AuditFilter

    package init(_ filter: AuditFilter) { self.filter = filter }

    package var department: String? { filter.department }

    package func run(_ context: Context) async throws -> Outcome {
        let isRedacted = context.actor.role == .administrator
        var filter = filter
        // What one may not see one may not find by either.
        if isRedacted { filter.subject = nil }
        let rows = try await ListAudit(filter).run(context)
        let next = rows.count == filter.limit ? rows.last.map { AuditFilter.Cursor(at: $0.at, id: $0.id) } : nil
        let shown = isRedacted ? rows.map(\.redacted) : rows
        return Outcome(
            rows: shown, next: next, isRedacted: isRedacted, campaigns: try await campaigns(of: shown, context))
    }

    private func campaigns(of rows: [AuditRow], _ context: Context) async throws -> [Int64: CampaignSelector] {
        let numbers = Set(rows.compactMap { $0.subject.flatMap(SubjectCode.campaign) })
        return try await context.database.read { connection in
            let found = try numbers.compactMap { try connection.campaign($0) }
            return Dictionary(
                uniqueKeysWithValues: found.map {
                    ($0.id, CampaignSelector(department: $0.department, year: $0.prophylaxisYear, name: $0.name))
                })
        }
    }
}

extension AuditRow {
    /// Without what it was done to, unless that is an account or the system.
    fileprivate var redacted: AuditRow {
        let isSystem = ["account", "password", "database", "audit", "setting", "view"].contains { area in
            intention.hasPrefix(area + ".")
        }
        guard !isSystem else { return self }
        var row = self
        row.subject = nil
        return row
    }
}
