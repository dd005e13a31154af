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

/// What an actor's rights reach: a territory, or the herds that something ties to the account. Rights filter in SQL: by
/// the department column that every table of a programme carries, or by the keys of the tie.
package enum Scope: Hashable, Sendable {
    case national
    /// Department codes as INSEE writes them: `01`, `2A`, `63`, `974`.
    case departments(Set<String>)
    /// The holdings tied to the account with this login: a keeper.
    case holdings(of: String)
    /// The herds whose designation this veterinarian (by its identifier in the store) accepted, while it stands.
    case relations(of: Int64)
    /// No herd at all: an account that nothing is tied to.
    case nothing

    /// Whether a department is its own; those whose rights come by ties have none.
    package func covers(_ department: String) -> Bool {
        switch self {
        case .national: true
        case .departments(let departments): departments.contains(department)
        case .holdings, .relations, .nothing: false
        }
    }

    /// Rights that come with a territory, and not herd by herd.
    package var isTerritory: Bool {
        switch self {
        case .national, .departments: true
        case .holdings, .relations, .nothing: false
        }
    }
}
