import Kernel
import Register
import Store

/// Turns a configured login into an actor.
package enum Accounts {
    /// - Throws: `Refused` for a login that is unknown or disabled.
    package static func actor(login: String, in database: Database) async throws -> Actor {
        guard let account = try await database.read({ try $0.account(login: login) }) else {
            throw Refused(UseCaseFinding.userUnknown, ["login": login])
        }
        guard !account.isDisabled else { throw Refused(UseCaseFinding.userDisabled, ["login": login]) }
        return actor(account)
    }

    static func actor(_ account: AccountRow) -> Actor {
        Actor(
            login: account.login, name: account.name, role: account.role, scope: account.scope,
            organisation: account.organisation)
    }
}
