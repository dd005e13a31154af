import Kernel
import Prophylaxis

/// An inspection report as it was issued; never computed anew.
package struct InspectionReportRow: TableRow {
    package var number: String
    package var version: Int
    package var intervention: String
    package var value: ReportValue
    package var issuedOn: Day
    package var issuer: String?
    package var inspector: String?
    package var invalidatedOn: Day?
    package var reason: String?

    package init(number: String, version: Int, intervention: String, value: ReportValue, issuedOn: Day) {
        self.number = number
        self.version = version
        self.intervention = intervention
        self.value = value
        self.issuedOn = issuedOn
    }

    package enum Column: Int, TableColumn {
        case number, version, intervention, value, issuedOn, issuer, inspector, invalidatedOn, reason

        package var definition: ColumnDefinition {
            switch self {
            case .number: .init("Numéro de rapport", .text(32), .required)
            case .version: .init("Version", .integer(1...999), .required)
            case .intervention: .init("Numéro d'intervention", .text(32), .required)
            case .value: .init("Valeur", .code(of: ReportValue.self), .required)
            case .issuedOn: .init("Date d'émission", .pastDay, .required)
            case .issuer: .init("Organisme émetteur", .text(32), .optional, "Code of an organisation.")
            case .inspector: .init("Opérateur d'inspection", .text(200), .informative)
            case .invalidatedOn: .init("Date d'invalidation", .pastDay, .optional)
            case .reason: .init("Motif", .text(500), .informative)
            }
        }
    }

    package static let table = TableSpecification(
        "reports", "Rapports d'inspection des campagnes passées", Column.self, key: [.number, .version])

    package init?(_ fields: inout FieldScope<InspectionReportRow>) {
        let number = fields.text(.number)
        let version = fields.integer(.version)
        let intervention = fields.text(.intervention)
        let value: ReportValue? = fields.code(.value)
        let issuedOn = fields.day(.issuedOn)
        issuer = fields.text(.issuer)
        inspector = fields.text(.inspector)
        invalidatedOn = fields.day(.invalidatedOn)
        reason = fields.text(.reason)
        fields.checkPeriod(issuedOn, .invalidatedOn, invalidatedOn)
        guard let number, let version, let intervention, let value, let issuedOn else { return nil }
        self.number = number
        self.version = version
        self.intervention = intervention
        self.value = value
        self.issuedOn = issuedOn
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .number: number
        case .version: String(version)
        case .intervention: intervention
        case .value: cell(value)
        case .issuedOn: issuedOn.description
        case .issuer: cell(issuer)
        case .inspector: cell(inspector)
        case .invalidatedOn: cell(invalidatedOn)
        case .reason: cell(reason)
        }
    }
}
