import Kernel

/// A sampling document (DAP) as it was issued.
package struct SamplingDocumentRow: TableRow {
    package var number: String
    package var edition: Int
    package var intervention: String
    package var referenceDate: Day?
    package var editedOn: Day?
    package var validatedOn: Day?
    package var animals: Int?
    package var file: String?

    package init(number: String, edition: Int, intervention: String) {
        self.number = number
        self.edition = edition
        self.intervention = intervention
    }

    package enum Column: Int, TableColumn {
        case number, edition, intervention, referenceDate, editedOn, validatedOn, animals, file

        package var definition: ColumnDefinition {
            switch self {
            case .number: .init("Numéro de document", .text(32), .required)
            case .edition: .init("Édition", .integer(1...999), .required)
            case .intervention: .init("Numéro d'intervention", .text(32), .required)
            case .referenceDate: .init("Date de référence", .day, .optional)
            case .editedOn: .init("Date d'édition", .pastDay, .optional)
            case .validatedOn: .init("Date de validation", .pastDay, .optional)
            case .animals: .init("Bovins à prélever", .integer(0...100_000), .optional)
            case .file: .init("Fichier PDF", .text(300), .informative, "Path inside the bundle, below `documents/`.")
            }
        }
    }

    package static let table = TableSpecification(
        "documents", "Documents de prélèvement des campagnes passées", Column.self, key: [.number, .edition])

    package init?(_ fields: inout FieldScope<SamplingDocumentRow>) {
        let number = fields.text(.number)
        let edition = fields.integer(.edition)
        let intervention = fields.text(.intervention)
        referenceDate = fields.day(.referenceDate)
        editedOn = fields.day(.editedOn)
        validatedOn = fields.day(.validatedOn)
        animals = fields.integer(.animals)
        file = fields.text(.file)
        fields.checkPeriod(editedOn, .validatedOn, validatedOn)
        guard let number, let edition, let intervention else { return nil }
        self.number = number
        self.edition = edition
        self.intervention = intervention
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .number: number
        case .edition: String(edition)
        case .intervention: intervention
        case .referenceDate: cell(referenceDate)
        case .editedOn: cell(editedOn)
        case .validatedOn: cell(validatedOn)
        case .animals: cell(animals)
        case .file: cell(file)
        }
    }
}
