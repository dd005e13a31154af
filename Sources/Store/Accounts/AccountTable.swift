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
        try first(
            "SELECT name, role, department, organisation_id, disabled_at FROM user_account WHERE login = ?",
            [.text(login)]
        ) { row in
            guard let role = Role(rawValue: row.text(1)) else {
                throw StoreError.unreadable(column: "role", found: row.text(1))
            }
            return AccountRow(
                login: login, name: row.text(0), role: role, scope: Scope(stored: row.textOrNil(2)),
                organisation: row.intOrNil(3), isDisabled: !row.isNull(4))
        }
    }

    package func hasAccounts() throws -> Bool { try count("SELECT count(*) FROM user_account") > 0 }

    package func insert(_ account: AccountRow) throws {
        try execute(
            "INSERT INTO user_account (login, name, role, department, organisation_id) VALUES (?, ?, ?, ?, ?)",
            [
                .text(account.login), .text(account.name), .text(account.role.rawValue),
                .textOrNull(account.scope.stored), .intOrNull(account.organisation),
            ])
    }
}

extension Scope {
    /// `63,15`, or NULL for the whole country.
    fileprivate init(stored: String?) {
        guard let stored else {
            self = .national
            return
        }
        self = .departments(Set(stored.split(separator: ",").map(String.init)))
    }

    fileprivate var stored: String? {
        switch self {
        case .national: nil
        case .departments(let departments): departments.sorted().joined(separator: ",")
        }
    }
}
