/// Who acts: an account, its role and the territory it may act on.
package struct Actor: Hashable, Sendable {
    package let login: String
    package let name: String
    package let role: Role
    package let scope: Scope
    /// The organisation that the account belongs to, by its identifier in the store.
    package let organisation: Int64?

    package init(login: String, name: String, role: Role, scope: Scope, organisation: Int64? = nil) {
        self.login = login
        self.name = name
        self.role = role
        self.scope = scope
        self.organisation = organisation
    }
}

/// The territory of an actor. Rights filter in SQL by the department column that every table of a programme carries.
package enum Scope: Hashable, Sendable {
    case national
    /// Department codes as INSEE writes them: `01`, `2A`, `63`, `974`.
    case departments(Set<String>)

    package func covers(_ department: String) -> Bool {
        switch self {
        case .national: true
        case .departments(let departments): departments.contains(department)
        }
    }
}
