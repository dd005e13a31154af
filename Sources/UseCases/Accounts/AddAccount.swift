import Kernel
import Register
import Store

/// Adds an account. The very first one may be added by anybody who can open the database, and must be an administrator:
/// otherwise nobody could ever add a second.
package struct AddAccount: Sendable {
    package let account: AccountRow

    package init(account: AccountRow) { self.account = account }

    /// - Parameter login: who adds it; not needed while there is no account at all.
    /// - Throws: `Refused` when the login is taken, or the one who adds may not.
    package func perform(by login: String?, in database: Database) async throws {
        let isFirst = try await database.read { try !$0.hasAccounts() }
        if isFirst {
            guard account.role == .administrator else {
                throw Refused(UseCaseFinding.firstNotAdministrator, ["login": account.login])
            }
        } else {
            let actor = try await Accounts.actor(login: login ?? "", in: database)
            try actor.require(.accountAdd, in: nil)
        }
        try await database.write { connection in
            guard try connection.account(login: account.login) == nil else {
                throw Refused(UseCaseFinding.userExists, ["login": account.login])
            }
            try connection.insert(account)
        }
    }
}
