import Kernel
import Prophylaxis

/// The screening rhythm of a commune for a disease.
package struct CommuneScreeningRow: TableRow {
    package var commune: String
    package var rhythm: ScreeningRhythm

    package init(commune: String, rhythm: ScreeningRhythm) {
        self.commune = commune
        self.rhythm = rhythm
    }

    package enum Column: Int, TableColumn {
        case commune, disease, interval, phase

        package var definition: ColumnDefinition {
            switch self {
            case .commune: .init("Commune (code INSEE)", .commune, .required)
            case .disease: .init("Maladie", .code(of: Disease.self), .required)
            case .interval: ScreeningRhythm.intervalDefinition
            case .phase: ScreeningRhythm.phaseDefinition
            }
        }
    }

    package static let table = TableSpecification(
        "commune-screening", "Rythmes par commune", Column.self, key: [.commune, .disease])

    package init?(_ fields: inout FieldScope<CommuneScreeningRow>) {
        let commune = fields.territory(.commune)
        let rhythm = fields.rhythm(.disease, .interval, .phase)
        guard let commune, let rhythm else { return nil }
        self.init(commune: commune, rhythm: rhythm)
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .commune: commune
        case .disease: cell(rhythm.disease)
        case .interval: String(rhythm.interval)
        case .phase: String(rhythm.phase)
        }
    }
}
