import Kernel
import Register
import Store

/// Who may migrate, copy and check a database: an administrator. While it holds no account anybody who can open it may,
/// since without that nobody could ever begin.
package enum Maintainer {
    package static func require(login: String?, on database: Database) async throws {
        // Accounts come with the second migration.
        guard try await database.schemaState().applied >= 2 else { return }
        guard try await database.read({ try $0.hasAccounts() }) else { return }
        let actor = try await Accounts.actor(login: login ?? "", in: database)
        try actor.require(.databaseMaintain, in: nil)
    }
}
