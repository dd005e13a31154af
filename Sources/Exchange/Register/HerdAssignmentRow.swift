import Kernel

/// Which herd of its holding an animal belongs to, from when until when. Without this table, a holding with one herd
/// keeps its animals there.
package struct HerdAssignmentRow: TableRow {
    package var animal: AnimalNumber
    package var holding: HoldingNumber
    package var herd: String
    package var since: Day
    package var until: Day?

    package init(animal: AnimalNumber, holding: HoldingNumber, herd: String, since: Day, until: Day? = nil) {
        self.animal = animal
        self.holding = holding
        self.herd = herd
        self.since = since
        self.until = until
    }

    package enum Column: Int, TableColumn {
        case animal, holding, herd, since, until

        package var definition: ColumnDefinition {
            switch self {
            case .animal: .init("Numéro national", .animalNumber, .required)
            case .holding: .init("Exploitation (n° EDE)", .holdingNumber, .required)
            case .herd: .init("Code de l'atelier", .text(32), .required)
            case .since: .init("Depuis", .pastDay, .required)
            case .until: .init("Jusqu'à", .pastDay, .column, "First day on which it is no longer so.")
            }
        }
    }

    package static let table = TableSpecification(
        "herd-assignments", "Rattachements aux ateliers", Column.self, key: [.animal, .holding, .herd, .since])

    package init?(_ fields: inout FieldScope<HerdAssignmentRow>) {
        let animal = fields.animalNumber(.animal)
        let holding = fields.holdingNumber(.holding)
        let herd = fields.text(.herd)
        let since = fields.day(.since)
        until = fields.day(.until)
        fields.checkPeriod(since, .until, until)
        guard let animal, let holding, let herd, let since else { return nil }
        self.animal = animal
        self.holding = holding
        self.herd = herd
        self.since = since
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .animal: animal.description
        case .holding: holding.description
        case .herd: herd
        case .since: since.description
        case .until: cell(until)
        }
    }
}
