import Kernel

/// An animal of a tuberculin report that is named one by one: not negative, or of the document and not tested.
package struct TuberculinAnimalRow: TableRow {
    package var intervention: String
    package var animal: AnimalNumber
    package var outcome: SkinOutcomeCode
    package var reason: UntestedReasonCode?
    /// Measures, if any, go here (PRO-181).
    package var comment: String?

    package init(intervention: String, animal: AnimalNumber, outcome: SkinOutcomeCode) {
        self.intervention = intervention
        self.animal = animal
        self.outcome = outcome
    }

    package enum Column: Int, TableColumn {
        case intervention, animal, outcome, reason, comment

        package var definition: ColumnDefinition {
            switch self {
            case .intervention: .init("Numéro d'intervention", .text(32), .required)
            case .animal: .init("Numéro national", .animalNumber, .required, "With its country code.")
            case .outcome: .init("Résultat", .code(of: SkinOutcomeCode.self), .required)
            case .reason:
                .init("Motif de non réalisation", .code(of: UntestedReasonCode.self), .column, "Of an untested animal.")
            case .comment: .init("Commentaire", .text(500), .informative, "Measures go here.")
            }
        }
    }

    package static let table = TableSpecification(
        "tuberculin-animals", "Bovins des rapports de tuberculination", Column.self, key: [.intervention, .animal])

    package init?(_ fields: inout FieldScope<TuberculinAnimalRow>) {
        let intervention = fields.text(.intervention)
        let animal = fields.animalNumber(.animal)
        let outcome: SkinOutcomeCode? = fields.code(.outcome)
        reason = fields.code(.reason)
        comment = fields.text(.comment)
        guard let intervention, let animal, let outcome else { return nil }
        if !fields.isRefused, (outcome == .untested) != (reason != nil) {
            fields.tell(ExchangeFinding.untestedReason, .warning, .reason)
        }
        self.intervention = intervention
        self.animal = animal
        self.outcome = outcome
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .intervention: intervention
        case .animal: animal.description
        case .outcome: cell(outcome)
        case .reason: cell(reason)
        case .comment: cell(comment)
        }
    }
}
