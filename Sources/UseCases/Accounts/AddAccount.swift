import Register
import Store

/// Adds an account. The very first one may be added by anybody who can open the database, and must be an administrator:
/// otherwise nobody could ever add a second.
package struct AddAccount: Sendable {
    package let account: AccountRow
    /// The herds of a keeper or a veterinarian.
    package let ties: [AccountTie]

    package init(account: AccountRow, ties: [AccountTie] = []) {
        self.account = account
        self.ties = ties
    }

    /// - Parameters:
    ///   - login: who adds it; not needed while there is no account at all.
    ///   - now: instant in UTC, ISO 8601.
    /// - Throws: `Refused` when the login is taken, the one who adds may not, or the account would see too much.
    package func perform(by login: String?, at now: String, in database: Database) async throws {
        let actor = try await adder(login, in: database)
        try AccountRules.require(account)
        var entry = AuditEntry(
            id: try await database.id(), at: now, actor: actor?.login ?? account.login,
            role: actor?.role.rawValue ?? account.role.rawValue, intention: Intention.accountAdd.rawValue)
        entry.subject = "account:\(account.login)"
        entry.details = [AuditDetail(subject: account.role.rawValue, outcome: "added")]
        entry.details += ties.map { AuditDetail(subject: account.login, outcome: $0.outcome) }
        let audit = entry
        try await database.write { connection in
            guard try connection.account(login: account.login) == nil else {
                throw Refused(UseCaseFinding.userExists, ["login": account.login])
            }
            try connection.insert(account)
            for tie in ties { try tie.carryOut(on: account, in: connection) }
            try connection.audit(audit)
        }
    }

    /// nil for the first account.
    private func adder(_ login: String?, in database: Database) async throws -> Actor? {
        if try await database.read({ try $0.hasAccounts() }) {
            let actor = try await Accounts.actor(login: login ?? "", in: database)
            try actor.require(.accountAdd, in: nil)
            return actor
        }
        guard account.role == .administrator else {
            throw Refused(UseCaseFinding.firstNotAdministrator, ["login": account.login])
        }
        return nil
    }
}
