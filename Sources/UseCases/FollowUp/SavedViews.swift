import Kernel
import Store

package typealias SavedView = Store.SavedView

/// The views of the follow-up that the account keeps.
package struct ListViews: UseCase {
    package let intention = Intention.campaignRead
    package var department: String? { nil }

    package init() {}

    package func run(_ context: Context) async throws -> [SavedView] {
        let login = context.actor.login
        return try await context.database.read { try $0.savedViews(of: login) }
    }
}

/// Keeps a view of the follow-up under a name of one's own, or forgets it.
package struct SaveView: UseCase {
    package static let mostViews = 20
    package static let longestName = 60

    package let intention = Intention.campaignRead
    package let name: String
    /// Nil: forget the view.
    package let content: (columns: String, query: String)?

    package init(_ name: String, _ content: (columns: String, query: String)?) {
        self.name = name
        self.content = content
    }

    package var department: String? { nil }

    package func run(_ context: Context) async throws {
        let (useCase, login, now) = (self, context.actor.login, context.now)
        guard !name.isEmpty, name.count <= SaveView.longestName else {
            throw Refused(FollowUpFinding.viewNameUnfit, ["most": String(SaveView.longestName)])
        }
        let auditID = try await context.database.id()
        try await context.database.write { connection in
            if let content = useCase.content {
                let views = try connection.savedViews(of: login)
                guard views.count < SaveView.mostViews || views.contains(where: { $0.name == useCase.name }) else {
                    throw Refused(FollowUpFinding.viewsTooMany, ["most": String(SaveView.mostViews)])
                }
                try connection.save(
                    SavedView(name: useCase.name, columns: content.columns, query: content.query), of: login, at: now)
            } else if try !connection.deleteView(useCase.name, of: login) {
                throw Refused(FollowUpFinding.viewNameUnfit, ["most": String(SaveView.longestName)])
            }
            var entry = AuditEntry(
                id: auditID, at: now, actor: login, role: context.actor.role.rawValue, intention: "view.save")
            entry.subject = "account:\(login)"
            try connection.audit(entry)
        }
    }
}
