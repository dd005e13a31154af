import Kernel

/// Who is a herd's veterinarian, in which role, from when: designated by the keeper, accepted by the veterinarian.
package struct HerdVeterinarianRow: TableRow {
    package var holding: HoldingNumber
    /// Empty: all herds of the holding.
    package var herd: String?
    package var orderNumber: OrderNumber
    package var role: VeterinarianRoleCode
    package var since: Day
    package var until: Day?
    package var accepted: Bool?

    package init(
        holding: HoldingNumber, herd: String?, orderNumber: OrderNumber, role: VeterinarianRoleCode, since: Day
    ) {
        self.holding = holding
        self.herd = herd
        self.orderNumber = orderNumber
        self.role = role
        self.since = since
    }

    package enum Column: Int, TableColumn {
        case holding, herd, orderNumber, role, since, until, accepted

        package var definition: ColumnDefinition {
            switch self {
            case .holding: .init("Exploitation (n° EDE)", .holdingNumber, .required)
            case .herd: .init("Code de l'atelier", .text(32), .column, "Empty: all herds of the holding.")
            case .orderNumber: .init("Numéro ordinal", .orderNumber, .required)
            case .role: .init("Rôle", .code(of: VeterinarianRoleCode.self), .required)
            case .since: .init("Depuis", .day, .required)
            case .until: .init("Jusqu'à", .day, .optional, "First day on which it is no longer so.")
            case .accepted: .init("Acceptation du vétérinaire", .flag, .optional)
            }
        }
    }

    package static let table = TableSpecification(
        "herd-veterinarians", "Relations vétérinaire-atelier", Column.self,
        key: [.holding, .herd, .orderNumber, .role, .since])

    package init?(_ fields: inout FieldScope<HerdVeterinarianRow>) {
        let holding = fields.holdingNumber(.holding)
        let orderNumber = fields.orderNumber(.orderNumber)
        let role: VeterinarianRoleCode? = fields.code(.role)
        let since = fields.day(.since)
        herd = fields.text(.herd)
        until = fields.day(.until)
        accepted = fields.flag(.accepted)
        fields.checkPeriod(since, .until, until)
        guard let holding, let orderNumber, let role, let since else { return nil }
        self.holding = holding
        self.orderNumber = orderNumber
        self.role = role
        self.since = since
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .holding: holding.description
        case .herd: cell(herd)
        case .orderNumber: orderNumber.description
        case .role: cell(role)
        case .since: since.description
        case .until: cell(until)
        case .accepted: cell(accepted)
        }
    }
}
