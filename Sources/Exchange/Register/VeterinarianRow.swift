import Kernel

/// A veterinarian, by the number at the national Order.
package struct VeterinarianRow: TableRow {
    package var orderNumber: OrderNumber
    package var name: String
    /// Code of the practice among the organisations.
    package var practice: String?
    package var email: String?
    /// Whether the authority has accredited the veterinarian (*habilitation sanitaire*).
    package var accredited: Bool

    package init(orderNumber: OrderNumber, name: String, practice: String?, accredited: Bool) {
        self.orderNumber = orderNumber
        self.name = name
        self.practice = practice
        self.accredited = accredited
    }

    package enum Column: Int, TableColumn {
        case orderNumber, name, practice, email, accredited

        package var definition: ColumnDefinition {
            switch self {
            case .orderNumber: .init("Numéro ordinal", .orderNumber, .required)
            case .name: .init("Nom", .text(200), .required)
            case .practice: .init("Cabinet", .text(32), .optional, "Code of an organisation.")
            case .email: .init("Courriel", .text(254), .informative)
            case .accredited: .init("Habilitation sanitaire", .flag, .required)
            }
        }
    }

    package static let table = TableSpecification("veterinarians", "Vétérinaires", Column.self, key: [.orderNumber])

    package init?(_ fields: inout FieldScope<VeterinarianRow>) {
        let orderNumber = fields.orderNumber(.orderNumber)
        let name = fields.text(.name)
        let accredited = fields.flag(.accredited)
        practice = fields.text(.practice)
        email = fields.text(.email)
        guard let orderNumber, let name, let accredited else { return nil }
        self.orderNumber = orderNumber
        self.name = name
        self.accredited = accredited
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .orderNumber: orderNumber.description
        case .name: name
        case .practice: cell(practice)
        case .email: cell(email)
        case .accredited: cell(accredited)
        }
    }
}
