import Kernel
import Register

/// A person to invite.
package struct InvitedAccountRow: TableRow {
    package var login: String
    package var name: String
    package var role: Role
    /// INSEE codes, separated by commas; none: the whole country. Not for veterinarians and keepers.
    package var departments: String?
    /// What gives a veterinarian or a keeper its herds: the number at the Order, or EDE numbers separated by commas.
    package var ties: String?
    /// The organisation's code in the register.
    package var organisation: String?
    /// Where notices go.
    package var mail: String?

    package init(login: String, name: String, role: Role) {
        self.login = login
        self.name = name
        self.role = role
    }

    package enum Column: Int, TableColumn {
        case login, name, role, departments, ties, organisation, mail

        package var definition: ColumnDefinition {
            switch self {
            case .login: .init("Identifiant", .text(64), .required, "Letters, digits and . - _ @.")
            case .name: .init("Nom", .text(200), .required)
            case .role: .init("Profil", .code(of: Role.self), .required)
            case .departments: .init("Départements", .text(400), .optional, "Separated by commas.")
            case .ties: .init("Liens", .text(400), .optional, "Number at the Order, or EDE numbers.")
            case .organisation: .init("Organisme", .text(64), .optional, "Its code in the register.")
            case .mail: .init("Courriel", .text(254), .optional, "Where notices go.")
            }
        }
    }

    package static let table = TableSpecification("accounts", "Comptes à inviter", Column.self, key: [.login])

    package init?(_ fields: inout FieldScope<InvitedAccountRow>) {
        let login = fields.text(.login)
        let name = fields.text(.name)
        let role: Role? = fields.code(.role)
        departments = fields.text(.departments)
        ties = fields.text(.ties)
        organisation = fields.text(.organisation)
        mail = fields.text(.mail)
        guard let login, let name, let role else { return nil }
        self.login = login
        self.name = name
        self.role = role
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .login: login
        case .name: name
        case .role: cell(role)
        case .departments: departments ?? ""
        case .ties: ties ?? ""
        case .organisation: organisation ?? ""
        case .mail: mail ?? ""
        }
    }
}

extension Role: CodeTable {
    package var french: String {
        switch self {
        case .nationalAuthority: "administration centrale"
        case .authority: "autorité du département"
        case .delegateRegion: "délégataire régional"
        case .inspector: "opérateur d'inspection"
        case .laboratory: "laboratoire"
        case .dairyLaboratory: "laboratoire laitier"
        case .veterinarian: "vétérinaire"
        case .keeper: "éleveur"
        case .administrator: "administrateur"
        }
    }
    /// By its name, too, as people write it.
    package static var aliases: [String: Role] {
        Dictionary(
            allCases.flatMap { role in
                let plain = role.french.replacing("é", with: "e")
                return [role.french, plain, role.french.replacing("é", with: "É")].map { ($0, role) }
            }, uniquingKeysWith: { first, _ in first })
    }
    package static let index = CodeIndex<Role>()
}
