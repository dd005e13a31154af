import Kernel
import Prophylaxis

/// What the authority did after a report.
package struct FollowUpRow: TableRow {
    package var intervention: String
    package var code: FollowUpCode
    package var decidedOn: Day
    package var reference: String?

    package init(intervention: String, code: FollowUpCode, decidedOn: Day) {
        self.intervention = intervention
        self.code = code
        self.decidedOn = decidedOn
    }

    package enum Column: Int, TableColumn {
        case intervention, code, decidedOn, reference

        package var definition: ColumnDefinition {
            switch self {
            case .intervention: .init("Numéro d'intervention", .text(32), .required)
            case .code: .init("Suite", .code(of: FollowUpCode.self), .required)
            case .decidedOn: .init("Date", .pastDay, .required)
            case .reference: .init("Référence", .text(200), .informative)
            }
        }
    }

    package static let table = TableSpecification(
        "follow-ups", "Suites des campagnes passées", Column.self, key: [.intervention, .code, .decidedOn])

    package init?(_ fields: inout FieldScope<FollowUpRow>) {
        let intervention = fields.text(.intervention)
        let code: FollowUpCode? = fields.code(.code)
        let decidedOn = fields.day(.decidedOn)
        reference = fields.text(.reference)
        guard let intervention, let code, let decidedOn else { return nil }
        self.intervention = intervention
        self.code = code
        self.decidedOn = decidedOn
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .intervention: intervention
        case .code: cell(code)
        case .decidedOn: decidedOn.description
        case .reference: cell(reference)
        }
    }
}
