import Kernel
import Store

/// Closes an alert with its reason, and the others that the same event raised for the same people; the authority's are
/// closed by the authority alone.
package struct CloseWorkItem: UseCase {
    package let intention = Intention.workItemClose
    package let departmentCode: String
    package let item: Int64
    package let reason: String
    package let isDismissed: Bool

    package init(department: String, item: Int64, reason: String, isDismissed: Bool = false) {
        departmentCode = department
        self.item = item
        self.reason = reason
        self.isDismissed = isDismissed
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw Refused(FollowUpFinding.closeReasonMissing) }
        let (useCase, auditID) = (self, try await context.database.id())
        try await context.database.write { connection in
            guard
                let audience = try connection.openWorkItemAudience(
                    useCase.item, department: useCase.departmentCode)
            else { throw Refused(FollowUpFinding.workItemUnknown, ["item": String(useCase.item)]) }
            if audience == "authority" {
                try context.actor.require(.workItemCloseAuthority, in: useCase.departmentCode)
            }
            let closed = try connection.closeWorkItem(
                useCase.item, isDismissed: useCase.isDismissed, by: context.actor.login, on: context.today,
                reason: useCase.reason)
            var entry = AuditEntry(
                id: auditID, at: context.now, actor: context.actor.login, role: context.actor.role.rawValue,
                intention: useCase.intention.rawValue)
            entry.department = useCase.departmentCode
            entry.subject = "work-item:\(useCase.item)"
            entry.details = closed.map {
                AuditDetail(subject: "work-item:\($0)", outcome: useCase.isDismissed ? "dismissed" : "done")
            }
            try connection.audit(entry)
        }
    }
}
