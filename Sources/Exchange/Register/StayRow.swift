import Kernel
import Register

/// A presence period of an animal on a holding. The animal is there on `entered`, no longer on `left`.
package struct StayRow: TableRow {
    package var animal: AnimalNumber
    package var holding: HoldingNumber
    package var entered: Day
    package var entryCause: EntryCause?
    package var left: Day?
    package var exitCause: ExitCause?

    package init(
        animal: AnimalNumber, holding: HoldingNumber, entered: Day, entryCause: EntryCause?
    ) {
        self.animal = animal
        self.holding = holding
        self.entered = entered
        self.entryCause = entryCause
    }

    package enum Column: Int, TableColumn {
        case animal, holding, entered, entryCause, left, exitCause

        package var definition: ColumnDefinition {
            switch self {
            case .animal: .init("Numéro national", .animalNumber, .required, "With its country code.")
            case .holding: .init("Exploitation (n° EDE)", .holdingNumber, .required)
            case .entered: .init("Date d'entrée", .pastDay, .required)
            case .entryCause: .init("Cause d'entrée", .code(of: EntryCause.self), .column)
            case .left: .init("Date de sortie", .pastDay, .column, "Empty while the animal is there.")
            case .exitCause: .init("Cause de sortie", .code(of: ExitCause.self), .column)
            }
        }
    }

    package static let table = TableSpecification(
        "stays", "Périodes de présence", Column.self, key: [.animal, .holding, .entered])

    package init?(_ fields: inout FieldScope<StayRow>) {
        let animal = fields.animalNumber(.animal)
        let holding = fields.holdingNumber(.holding)
        let entered = fields.day(.entered)
        entryCause = fields.code(.entryCause)
        left = fields.day(.left)
        exitCause = fields.code(.exitCause)
        fields.checkPeriod(entered, .left, left)
        if left == nil, exitCause != nil { fields.tell(ExchangeFinding.exitCauseWithoutExit, .warning, .exitCause) }
        if entered == nil, left != nil { fields.tell(ExchangeFinding.exitWithoutEntry, .refused, .left) }
        guard let animal, let holding, let entered else { return nil }
        self.animal = animal
        self.holding = holding
        self.entered = entered
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .animal: animal.description
        case .holding: holding.description
        case .entered: entered.description
        case .entryCause: cell(entryCause)
        case .left: cell(left)
        case .exitCause: cell(exitCause)
        }
    }
}
