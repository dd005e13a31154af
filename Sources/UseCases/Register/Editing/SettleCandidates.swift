import Kernel
import Register
import Store

/// Holdings and herds that a full bundle no longer held, and what is decided about them (decision 17). Herds may be
/// closed by the delegate (PRO-20), holdings by the authority alone (PRO-23).
package struct ListClosureCandidates: UseCase {
    package let intention = Intention.registerReview
    let departmentCode: String

    package init(department: String) { departmentCode = department }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> [ClosureCandidate] {
        try await context.database.read { try $0.openClosureCandidates(department: departmentCode) }
    }
}

package struct SettleCandidate: UseCase {
    package let candidate: ClosureCandidate
    /// The day of closing; nil keeps it open.
    let closingDay: Day?

    package init(_ candidate: ClosureCandidate, closingDay: Day?) {
        self.candidate = candidate
        self.closingDay = closingDay
    }

    package var intention: Intention {
        closingDay != nil && candidate.kind == "holding" ? .authorisationSet : .herdMaintain
    }
    package var department: String? { candidate.department }

    package func run(_ context: Context) async throws {
        let subject = [candidate.holding, candidate.herd].compactMap(\.self).joined(separator: "/")
        var entry = context.registerEntry(
            try await context.database.id(), intention, department, subject: "\(candidate.kind):\(subject)")
        entry.details = [AuditDetail(subject: subject, outcome: closingDay.map { "closed \($0)" } ?? "kept")]
        let audit = entry
        try await context.database.write { connection in
            if let closingDay { try connection.close(candidate, on: closingDay) }
            try connection.settle(
                candidate, as: closingDay == nil ? "kept" : "closed", by: (context.actor.login, context.now))
            try connection.audit(audit)
        }
    }
}
