import Kernel
import Register
import Store

package typealias ResultRun = Store.ResultRun

/// The files of results that came in, the latest first. A laboratory sees its own.
package struct ListResultImports: UseCase {
    package struct Outcome: Sendable {
        package let runs: [ResultRun]
        /// The next page holds those before this one; nil on the last page.
        package let next: Int64?
    }

    package let intention = Intention.importRead
    package let department: String?
    let before: Int64?
    let limit: Int

    package init(department: String, before: Int64? = nil, limit: Int = 100) {
        self.department = department
        self.before = before
        self.limit = limit
    }

    package func run(_ context: Context) async throws -> Outcome {
        let (department, before, limit, actor) = (department ?? "", before, limit, context.actor)
        let runs = try await context.database.read { connection in
            try connection.resultRuns(
                of: department, sentBy: try connection.ownSender(actor), before: before, limit: limit)
        }
        return Outcome(runs: runs, next: runs.count == limit ? runs.last?.id : nil)
    }
}

/// One of them, by its number alone. One of another territory or another laboratory answers like one that is not there.
package struct FindResultImport: UseCase {
    package let intention = Intention.importRead
    package let department: String? = nil
    let id: Int64

    package init(_ id: Int64) { self.id = id }

    package func run(_ context: Context) async throws -> ResultRun {
        let (id, actor) = (id, context.actor)
        let found = try await context.database.read { connection -> ResultRun? in
            guard let run = try connection.resultRun(id), actor.scope.covers(run.department),
                try connection.sees(run, actor)
            else { return nil }
            return run
        }
        guard let found else { throw Refused(ResultsFinding.importUnknown, ["import": String(id)]) }
        return found
    }
}

extension Connection {
    /// Laboratories see what they sent themselves, or what came in under their organisation's code.
    func sees(_ run: ResultRun, _ actor: Actor) throws -> Bool {
        guard let own = try ownSender(actor) else { return true }
        return run.actor == own.login || (own.code != nil && run.sender == own.code)
    }

    /// nil: sees all senders.
    func ownSender(_ actor: Actor) throws -> ResultSender? {
        guard actor.role.isLaboratory else { return nil }
        return ResultSender(login: actor.login, code: try actor.organisation.map { try organisationCode($0) })
    }
}
