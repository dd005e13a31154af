import Store

/// Changes an account: the organisation that it acts for, or whether it may act at all. What it did stays under its
/// name.
package struct ChangeAccount: UseCase {
    package enum Change: Sendable, Hashable {
        /// Its reports, letters and files are the organisation's (PRO-273); nil: nobody's but its own.
        case attach(organisation: String?)
        case tie(AccountTie)
        case disable
        case enable
    }

    package let intention = Intention.accountAdd
    package let department: String? = nil
    package let login: String
    package let change: Change

    package init(login: String, _ change: Change) {
        self.login = login
        self.change = change
    }

    package func run(_ context: Context) async throws {
        var entry = AuditEntry(
            id: try await context.database.id(), at: context.now, actor: context.actor.login,
            role: context.actor.role.rawValue, intention: intention.rawValue)
        entry.subject = "account:\(login)"
        entry.details = [AuditDetail(subject: login, outcome: outcome)]
        let audit = entry
        try await context.database.write { connection in
            guard let account = try connection.account(login: login) else {
                throw Refused(UseCaseFinding.userUnknown, ["login": login])
            }
            try carryOut(on: account, in: connection, at: context.now)
            try connection.audit(audit)
        }
    }

    private var outcome: String {
        switch change {
        case .attach(let organisation): "attached \(organisation ?? "-")"
        case .tie(let tie): tie.outcome
        case .disable: "disabled"
        case .enable: "enabled"
        }
    }

    private func carryOut(on account: AccountRow, in connection: Connection, at now: String) throws {
        switch change {
        case .attach(let code):
            let organisation = try code.map { code in
                guard let id = try connection.organisationID(code: code) else {
                    throw Refused(UseCaseFinding.organisationUnknown, ["code": code])
                }
                return id
            }
            try connection.attachAccount(login, to: organisation)
        case .tie(let tie): try tie.carryOut(on: account, in: connection)
        case .disable:
            if account.role == .administrator, try connection.enabledAccounts(of: .administrator) == [login] {
                throw Refused(UseCaseFinding.lastAdministrator, ["login": login])
            }
            try connection.disableAccount(login, at: now)
        case .enable: try connection.disableAccount(login, at: nil)
        }
    }
}

/// All accounts, by login.
package struct ListAccounts: UseCase {
    package let intention = Intention.accountAdd
    package let department: String? = nil

    package init() {}

    package func run(_ context: Context) async throws -> [AccountRow] {
        try await context.database.read { try $0.accounts() }
    }
}
