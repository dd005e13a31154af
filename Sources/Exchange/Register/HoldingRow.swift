import Kernel

/// A holding (*exploitation*): the place, under its EDE number.
package struct HoldingRow: TableRow {
    package var number: HoldingNumber
    package var name: String
    package var keeper: String?
    package var address: String?
    package var postcode: String?
    package var town: String?
    /// INSEE code of today's commune: the one in the number is that of the creation.
    package var commune: String?
    package var department: String
    package var opened: Day?
    package var closed: Day?

    package init(number: HoldingNumber, name: String, department: String) {
        self.number = number
        self.name = name
        self.department = department
    }

    package enum Column: Int, TableColumn {
        case number, name, keeper, address, postcode, town, commune, department, opened, closed

        package var definition: ColumnDefinition {
            switch self {
            case .number: .init("Numéro d'exploitation (EDE)", .holdingNumber, .required)
            case .name: .init("Raison sociale", .text(200), .required)
            case .keeper: .init("Détenteur", .text(200), .informative)
            case .address: .init("Adresse", .text(300), .informative)
            case .postcode: .init("Code postal", .postcode, .informative)
            case .town: .init("Ville", .text(100), .informative)
            case .commune:
                .init("Commune (code INSEE)", .commune, .optional, "Today's commune; screening goes by it.")
            case .department: .init("Département", .department, .required)
            case .opened: .init("Date d'ouverture", .pastDay, .optional)
            case .closed: .init("Date de fermeture", .pastDay, .optional)
            }
        }
    }

    package static let table = TableSpecification("holdings", "Exploitations", Column.self, key: [.number])

    package init?(_ fields: inout FieldScope<HoldingRow>) {
        let number = fields.holdingNumber(.number)
        let name = fields.text(.name)
        let department = fields.territory(.department)
        keeper = fields.text(.keeper)
        address = fields.text(.address)
        postcode = fields.territory(.postcode)
        town = fields.text(.town)
        commune = fields.territory(.commune)
        opened = fields.day(.opened)
        closed = fields.day(.closed)
        fields.checkPeriod(opened, .closed, closed)
        guard let number, let name, let department else { return nil }
        self.number = number
        self.name = name
        self.department = department
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .number: number.description
        case .name: name
        case .keeper: cell(keeper)
        case .address: cell(address)
        case .postcode: cell(postcode)
        case .town: cell(town)
        case .commune: cell(commune)
        case .department: department
        case .opened: cell(opened)
        case .closed: cell(closed)
        }
    }
}
