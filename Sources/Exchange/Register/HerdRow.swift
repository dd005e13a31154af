import Kernel
import Register

/// A herd (*atelier*, *unité d'activité*): what has a health status. Named by its holding and a code of its own there.
package struct HerdRow: TableRow {
    package var holding: HoldingNumber
    package var code: String
    package var name: String?
    package var herdClass: HerdClass
    package var orientation: HerdOrientationCode?
    package var milkDelivery: MilkDelivery?
    package var opened: Day?
    package var closed: Day?

    package init(holding: HoldingNumber, code: String, herdClass: HerdClass) {
        self.holding = holding
        self.code = code
        self.herdClass = herdClass
    }

    package enum Column: Int, TableColumn {
        case holding, code, name, `class`, orientation, milkDelivery, opened, closed

        package var definition: ColumnDefinition {
            switch self {
            case .holding: .init("Exploitation (n° EDE)", .holdingNumber, .required)
            case .code: .init("Code de l'atelier", .text(32), .required, "Unique within its holding.")
            case .name: .init("Libellé", .text(200), .informative)
            case .class: .init("Classe d'atelier", .code(of: HerdClass.self), .required)
            case .orientation: .init("Orientation", .code(of: HerdOrientationCode.self), .optional)
            case .milkDelivery: .init("Livraison du lait", .code(of: MilkDelivery.self), .optional)
            case .opened: .init("Date d'ouverture", .pastDay, .optional)
            case .closed: .init("Date de fermeture", .pastDay, .optional)
            }
        }
    }

    package static let table = TableSpecification("herds", "Ateliers", Column.self, key: [.holding, .code])

    package init?(_ fields: inout FieldScope<HerdRow>) {
        let holding = fields.holdingNumber(.holding)
        let code = fields.text(.code)
        let herdClass: HerdClass? = fields.code(.class)
        name = fields.text(.name)
        orientation = fields.code(.orientation)
        milkDelivery = fields.code(.milkDelivery)
        opened = fields.day(.opened)
        closed = fields.day(.closed)
        fields.checkPeriod(opened, .closed, closed)
        guard let holding, let code, let herdClass else { return nil }
        self.holding = holding
        self.code = code
        self.herdClass = herdClass
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .holding: holding.description
        case .code: code
        case .name: cell(name)
        case .class: cell(herdClass)
        case .orientation: cell(orientation)
        case .milkDelivery: cell(milkDelivery)
        case .opened: cell(opened)
        case .closed: cell(closed)
        }
    }
}
