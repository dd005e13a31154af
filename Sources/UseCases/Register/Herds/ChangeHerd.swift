import Kernel
import Register
import Store

/// Changes what a herd is: class, orientation, delivery of its milk, name (PRO-20, PRO-47).
package struct ChangeHerd: UseCase {
    package let intention = Intention.herdMaintain
    let herd: HerdIdentity
    let change: HerdChange
    let reason: String

    package init(_ herd: HerdIdentity, _ change: HerdChange, reason: String) {
        self.herd = herd
        self.change = change
        self.reason = reason
    }

    package var department: String? { herd.department }

    package func run(_ context: Context) async throws -> [Finding] {
        guard !reason.isEmpty else { throw Refused(RegisterEditFinding.justificationMissing) }
        guard !change.isEmpty else { throw Refused(RegisterEditFinding.nothingToChange) }
        if let closed = herd.closedOn {
            throw Refused(RegisterEditFinding.herdAlreadyClosed, ["herd": herd.code, "closed": closed.french])
        }
        var entry = context.registerEntry(
            try await context.database.id(), intention, department, subject: "herd:\(herd.holding)/\(herd.code)")
        entry.details = change.parts.map { AuditDetail(subject: reason, outcome: "\($0) = \($1)") }
        let audit = entry
        try await context.database.write { connection in
            try context.requireSubject(connection, for: intention)
            try connection.change(herd: herd.id, to: change)
            try connection.audit(audit)
        }
        return herd.directSaleRemark(change.herdClass ?? HerdClass(rawValue: herd.herdClass), change.milkDelivery)
    }
}

extension HerdChange {
    fileprivate var parts: [(String, String)] {
        [
            ("name", name), ("class", herdClass?.rawValue), ("orientation", orientation?.rawValue),
            ("milk-delivery", milkDelivery?.rawValue),
        ].compactMap { name, value in value.map { (name, $0) } }
    }
}
