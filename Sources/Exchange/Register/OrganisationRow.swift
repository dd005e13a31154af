import Kernel
import Prophylaxis

/// Whoever takes part: authority, delegate, laboratory, practice, dairy. Named by a code that other tables use.
package struct OrganisationRow: TableRow {
    package var code: String
    package var kind: OrganisationKindCode
    package var name: String
    package var department: String?
    /// Code of the organisation it belongs to: the region of a section.
    package var parent: String?
    package var siret: Siret?
    package var address: String?
    package var postcode: String?
    package var town: String?
    package var email: String?
    /// Diseases a laboratory is approved for.
    package var approvals: [Disease] = []

    package init(code: String, kind: OrganisationKindCode, name: String) {
        self.code = code
        self.kind = kind
        self.name = name
    }

    package enum Column: Int, TableColumn {
        case code, kind, name, department, parent, siret, address, postcode, town, email, approvals

        package var definition: ColumnDefinition {
            switch self {
            case .code: .init("Code", .text(32), .required, "Chosen by the sender, stable from file to file.")
            case .kind: .init("Nature", .code(of: OrganisationKindCode.self), .required)
            case .name: .init("Nom", .text(200), .required)
            case .department: .init("Département", .department, .optional)
            case .parent: .init("Organisme de rattachement", .text(32), .optional, "Code of another organisation.")
            case .siret: .init("SIRET", .siret, .informative)
            case .address: .init("Adresse", .text(300), .informative)
            case .postcode: .init("Code postal", .postcode, .informative)
            case .town: .init("Ville", .text(100), .informative)
            case .email: .init("Courriel", .text(254), .informative)
            case .approvals:
                .init("Agréments", .codes(of: Disease.self), .optional, "Of a laboratory: `BRU,LEU`.")
            }
        }
    }

    package static let table = TableSpecification("organisations", "Organismes", Column.self, key: [.code])

    package init?(_ fields: inout FieldScope<OrganisationRow>) {
        let code = fields.text(.code)
        let kind: OrganisationKindCode? = fields.code(.kind)
        let name = fields.text(.name)
        department = fields.territory(.department)
        parent = fields.text(.parent)
        siret = fields.siret(.siret)
        address = fields.text(.address)
        postcode = fields.territory(.postcode)
        town = fields.text(.town)
        email = fields.text(.email)
        approvals = fields.codes(.approvals)
        guard let code, let kind, let name else { return nil }
        self.code = code
        self.kind = kind
        self.name = name
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .code: code
        case .kind: cell(kind)
        case .name: name
        case .department: cell(department)
        case .parent: cell(parent)
        case .siret: cell(siret)
        case .address: cell(address)
        case .postcode: cell(postcode)
        case .town: cell(town)
        case .email: cell(email)
        case .approvals: cell(approvals)
        }
    }
}
