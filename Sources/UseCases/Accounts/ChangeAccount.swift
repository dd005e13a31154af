import Mail
import Register
import Store

/// Changes an account: its role and territory, the organisation that it acts for, or whether it may act at all. Its
/// sessions end with it. What it did stays under its name.
package struct ChangeAccount: UseCase {
    package enum Change: Sendable, Hashable {
        /// Its reports, letters and files are the organisation's (PRO-273); nil: nobody's but its own.
        case attach(organisation: String?)
        case rights(role: Role, scope: Scope)
        case tie(AccountTie)
        /// Where its mails go, on the administrator's word; nil: nowhere.
        case mail(String?)
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
            // An account that may not act any more hears of it before.
            if change == .disable { try tell(account, as: audit.id, at: context.moment, in: connection) }
            try carryOut(on: account, in: connection, at: context.now)
            if change != .disable { try tell(account, as: audit.id, at: context.moment, in: connection) }
            if case .mail(let text) = change {
                let mail = try text.map { text in
                    guard let address = MailAddress(text) else { throw Refused(NoticeFinding.mailUnfit) }
                    return address.description
                }
                try connection.changeMail(of: login, to: mail, as: audit.id, at: context.moment)
            } else {
                try connection.raiseEpoch(of: login)
            }
            try connection.audit(audit)
        }
    }

    /// Tells the person, unless nothing changes.
    private func tell(
        _ account: AccountRow, as id: Int64, at moment: (text: String, seconds: Int), in connection: Connection
    ) throws {
        let topic: NoticeTopic? =
            switch change {
            case .rights(let role, let scope) where role == account.role && scope == account.scope: nil
            case .attach, .rights, .tie: .rightsChanged
            case .disable: account.isDisabled ? nil : .accountDisabled
            case .enable: account.isDisabled ? .accountEnabled : nil
            case .mail: nil  // told with the change, at the address that is left
            }
        if let topic { try connection.tell(topic, of: login, once: String(id), at: moment) }
    }

    private var outcome: String {
        switch change {
        case .attach(let organisation): "attached \(organisation ?? "-")"
        case .rights(let role, let scope): "rights \(role.rawValue) \(scope.listed)"
        case .tie(let tie): tie.outcome
        case .mail(let mail): mail == nil ? "mail-removed" : "mail-set"
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
        case .rights(let role, let scope):
            try AccountRules.require(AccountRow(login: login, name: account.name, role: role, scope: scope))
            if role != .administrator { try keepAdministrator(account, in: connection) }
            try connection.setRights(of: login, role: role, scope: scope)
        case .tie(let tie): try tie.carryOut(on: account, in: connection)
        case .disable:
            try keepAdministrator(account, in: connection)
            try connection.disableAccount(login, at: now)
            try connection.withdrawInvitation(of: login)
        case .enable: try connection.disableAccount(login, at: nil)
        case .mail: break  // told to the person, too, and ends no session
        }
    }

    /// Somebody must be left who can let others in.
    private func keepAdministrator(_ account: AccountRow, in connection: Connection) throws {
        guard account.role == .administrator, !account.isDisabled else { return }
        if try connection.enabledAccounts(of: .administrator) == [login] {
            throw Refused(UseCaseFinding.lastAdministrator, ["login": login])
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
