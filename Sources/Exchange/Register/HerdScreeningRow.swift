import Kernel
import Prophylaxis

/// The screening rhythm of one herd for a disease, which goes over that of its commune.
package struct HerdScreeningRow: TableRow {
    package var holding: HoldingNumber
    package var herd: String
    package var rhythm: ScreeningRhythm

    package init(holding: HoldingNumber, herd: String, rhythm: ScreeningRhythm) {
        self.holding = holding
        self.herd = herd
        self.rhythm = rhythm
    }

    package enum Column: Int, TableColumn {
        case holding, herd, disease, interval, phase

        package var definition: ColumnDefinition {
            switch self {
            case .holding: .init("Exploitation (n° EDE)", .holdingNumber, .required)
            case .herd: .init("Code de l'atelier", .text(32), .required)
            case .disease: .init("Maladie", .code(of: Disease.self), .required)
            case .interval: ScreeningRhythm.intervalDefinition
            case .phase: ScreeningRhythm.phaseDefinition
            }
        }
    }

    package static let table = TableSpecification(
        "herd-screening", "Rythmes par atelier", Column.self, key: [.holding, .herd, .disease])

    package init?(_ fields: inout FieldScope<HerdScreeningRow>) {
        let holding = fields.holdingNumber(.holding)
        let herd = fields.text(.herd)
        let rhythm = fields.rhythm(.disease, .interval, .phase)
        guard let holding, let herd, let rhythm else { return nil }
        self.init(holding: holding, herd: herd, rhythm: rhythm)
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .holding: holding.description
        case .herd: herd
        case .disease: cell(rhythm.disease)
        case .interval: String(rhythm.interval)
        case .phase: String(rhythm.phase)
        }
    }
}
