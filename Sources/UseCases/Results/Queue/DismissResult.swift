import Kernel
import Store

/// Takes a waiting result or a refused line off its list, with a reason. A non-negative one is the authority's to let
/// go (decision 4).
package struct DismissResult: UseCase {
    package enum Subject: Sendable {
        case unattached(Int64)
        /// A line of an import; all its open lines without a number.
        case refused(run: Int64, line: Int?)
    }

    package let intention = Intention.resultAttach
    package let subject: Subject
    package let departmentCode: String
    package let reason: String

    package init(_ subject: Subject, department: String, reason: String) {
        self.subject = subject
        departmentCode = department
        self.reason = reason
    }

    package var department: String? { departmentCode }

    /// Returns how many were dismissed.
    package func run(_ context: Context) async throws -> Int {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw Refused(ResultsFinding.reasonNeeded) }
        let desk = ResultDesk(context: context, department: departmentCode)
        let entryID = try await context.database.id()
        return try await context.database.write { connection in
            let who = (context.actor.login, context.now)
            let count: Int
            let name: String
            switch subject {
            case .unattached(let id):
                guard let row = try connection.unattached(id, department: departmentCode), row.state == "open" else {
                    throw Refused(ResultsFinding.unattachedUnknown, ["id": String(id)])
                }
                try requireAuthority(row.nonNegative, context)
                try connection.settleUnattached(id, as: "dismissed", by: who, resolution: reason)
                (count, name) = (1, "unattached:\(id)")
            case .refused(let run, let line):
                guard let found = try connection.resultRun(run), found.department == departmentCode else {
                    throw Refused(ResultsFinding.importUnknown, ["import": String(run)])
                }
                let open = try connection.openRefusedResults(ofRun: run).filter { line == nil || $0.line == line }
                try requireAuthority(open.contains(where: \.nonNegative), context)
                count = try connection.settleRefusedResults(
                    ofRun: run, line: line, as: "dismissed", by: who, resolution: reason)
                name = "import:\(run)"
            }
            var entry = desk.entry(entryID, intention, subject: name)
            entry.details = [AuditDetail(subject: name, outcome: "dismissed")]
            try connection.audit(entry)
            return count
        }
    }

    private func requireAuthority(_ nonNegative: Bool, _ context: Context) throws {
        if nonNegative, context.actor.role != .authority {
            throw Refused(ResultsFinding.authorityOnly, ["login": context.actor.login])
        }
    }
}
