import Kernel
import Register

/// Accounts: who acts, with which role, on which departments.
package struct AccountRow: Sendable {
    package let login: String
    package let name: String
    package let role: Role
    package let scope: Scope
    package let organisation: Int64?
    package let isDisabled: Bool
    /// Raised by every change of rights and of secrets; sessions of a former one are over.
    package var epoch: Int64 = 0
    /// Where notices go by mail.
    package var mail: String?

    package init(
        login: String, name: String, role: Role, scope: Scope, organisation: Int64? = nil, isDisabled: Bool = false
    ) {
        self.login = login
        self.name = name
        self.role = role
        self.scope = scope
        self.organisation = organisation
        self.isDisabled = isDisabled
    }
}

extension Connection {
    package func account(login: String) throws -> AccountRow? {
        try first("SELECT \(accountColumns) FROM user_account WHERE login = ?", [.text(login)]) { try AccountRow($0) }
    }

    package func accounts() throws -> [AccountRow] {
        try all("SELECT \(accountColumns) FROM user_account ORDER BY login") { try AccountRow($0) }
    }

    private var accountColumns: String {
        "login, name, role, department, organisation_id, disabled_at, epoch, veterinarian_id, mail"
    }

    /// Ends all sessions of an account with this transaction.
    /// - Returns: the new epoch.
    @discardableResult
    package func raiseEpoch(of login: String) throws -> Int64 {
        try first("UPDATE user_account SET epoch = epoch + 1 WHERE login = ? RETURNING epoch", [.text(login)]) {
            $0.int(0)
        } ?? 0
    }

    package func setRights(of login: String, role: Role, scope: Scope) throws {
        try execute(
            "UPDATE user_account SET role = ?, department = ? WHERE login = ?",
            [.text(role.rawValue), .textOrNull(scope.stored), .text(login)])
    }

    /// Logins of the accounts of a role that may act. PostgreSQL keeps them as they are until this transaction ends, so
    /// that two administrators cannot disable each other at the same moment.
    package func enabledAccounts(of role: Role) throws -> [String] {
        try all(
            "SELECT login FROM user_account WHERE role = ? AND disabled_at IS NULL ORDER BY login"
                + dialect.pick(sqlite: "", postgres: " FOR UPDATE"),
            [.text(role.rawValue)]
        ) { $0.text(0) }
    }

    package func attachAccount(_ login: String, to organisation: Int64?) throws {
        try execute(
            "UPDATE user_account SET organisation_id = ? WHERE login = ?",
            [.intOrNull(organisation), .text(login)])
    }

    /// - Parameter now: since when it may not act any more; nil: it may again.
    package func disableAccount(_ login: String, at now: String?) throws {
        try execute(
            "UPDATE user_account SET disabled_at = ? WHERE login = ?", [.textOrNull(now), .text(login)])
    }

    package func organisationID(code: String) throws -> Int64? {
        try first("SELECT id FROM organisation WHERE code = ?", [.text(code)]) { $0.int(0) }
    }

    package func hasAccounts() throws -> Bool { try count("SELECT count(*) FROM user_account") > 0 }

    package func insert(_ account: AccountRow) throws {
        try execute(
            """
            INSERT INTO user_account (login, name, role, department, organisation_id, veterinarian_id, mail)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(account.login), .text(account.name), .text(account.role.rawValue),
                .textOrNull(account.scope.stored), .intOrNull(account.organisation),
                .intOrNull(account.scope.veterinarian), SQLValue(account.mail),
            ])
    }
}

extension AccountRow {
    init(_ row: borrowing Row) throws {
        guard let role = Role(rawValue: row.text(2)) else {
            throw StoreError.unreadable(column: "role", found: row.text(2))
        }
        self.init(
            login: row.text(0), name: row.text(1), role: role,
            scope: Scope(stored: row.textOrNil(3), of: row.text(0), role, veterinarian: row.intOrNil(7)),
            organisation: row.intOrNil(4), isDisabled: !row.isNull(5))
        epoch = row.int(6)
        mail = row.textOrNil(8)
    }
}

extension Scope {
    /// Keepers and veterinarians reach what is tied to them, whatever their department. For all others `63,15`, or NULL
    /// for the whole country.
    init(stored: String?, of login: String, _ role: Role, veterinarian: Int64?) {
        switch (role, stored) {
        case (.keeper, _): self = .holdings(of: login)
        case (.veterinarian, _): self = veterinarian.map { .relations(of: $0) } ?? .nothing
        case (_, nil): self = .national
        case (_, let stored?): self = .departments(Set(stored.split(separator: ",").map(String.init)))
        }
    }

    fileprivate var stored: String? {
        switch self {
        case .national, .holdings, .relations, .nothing: nil
        case .departments(let departments): departments.sorted().joined(separator: ",")
        }
    }

    fileprivate var veterinarian: Int64? {
        switch self {
        case .relations(let id): id
        case .national, .departments, .holdings, .nothing: nil
        }
    }
}
