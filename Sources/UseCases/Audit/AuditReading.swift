import Kernel
import Register
import Store

/// Who did what, when, to which: the entries of the audit. Someone with a department sees that department's only.
package struct ListAudit: UseCase {
    package let intention = Intention.auditVerify
    package let filter: AuditFilter

    package init(_ filter: AuditFilter) { self.filter = filter }

    package var department: String? { filter.department }

    package func run(_ context: Context) async throws -> [AuditRow] {
        // A whole country is read by someone whose scope is the whole country.
        if filter.department == nil, context.actor.scope != .national {
            throw Refused(AuditFinding.departmentNeeded, ["login": context.actor.login])
        }
        guard context.actor.role == .administrator else {
            return try await context.database.read { try $0.auditEntries(filter) }
        }
        // Filtering by what is hidden would tell it.
        guard filter.subject?.hasPrefix("account") ?? true else { return [] }
        return try await context.database.read { try $0.auditEntries(filter) }.map(\.redacted)
    }
}

/// The parts of one entry.
package struct ShowAuditEntry: UseCase {
    package let intention = Intention.auditVerify
    package let departmentCode: String?
    package let entry: Int64

    package init(_ entry: Int64, department: String?) {
        self.entry = entry
        departmentCode = department
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> [AuditDetail] {
        if departmentCode == nil, context.actor.scope != .national {
            throw Refused(AuditFinding.departmentNeeded, ["login": context.actor.login])
        }
        return try await context.database.read { connection in
            let isAccountsOnly = context.actor.role == .administrator
            guard try connection.isAuditEntry(entry, of: departmentCode, onAccountsOnly: isAccountsOnly) else {
                throw Refused(AuditFinding.entryUnknown, ["entry": String(entry)])
            }
            return try connection.auditDetails(of: entry)
        }
    }
}

/// Seals what is not sealed yet, walks the whole chain, and holds it against a head that was kept elsewhere.
package struct VerifyAudit: UseCase {
    package let intention = Intention.auditVerify
    package let head: AuditHead?
    /// Covers the entries that no seal covers yet before the walk.
    package let seals: Bool

    package init(expecting head: AuditHead? = nil, sealing seals: Bool = false) {
        self.head = head
        self.seals = seals
    }

    package var department: String? { nil }

    package func run(_ context: Context) async throws -> AuditReport {
        if seals { try await context.database.sealAudit(now: context.now) }
        let report = try await context.database.verifyAudit(expecting: head)
        if let fault = report.fault { throw Refused([AuditFinding.finding(of: fault)]) }
        return report
    }
}
