import Kernel
import Prophylaxis

/// Status and evaluation of a disease in an intervention.
package struct EvaluationRow: TableRow {
    package var intervention: String
    package var disease: Disease
    package var evaluation: EvaluationValue
    package var status: Status?
    package var requested: Int?
    package var tested: Int?
    package var nonNegative: Int?
    package var comment: String?

    package init(intervention: String, disease: Disease, evaluation: EvaluationValue) {
        self.intervention = intervention
        self.disease = disease
        self.evaluation = evaluation
    }

    package enum Column: Int, TableColumn {
        case intervention, disease, evaluation, status, requested, tested, nonNegative, comment

        package var definition: ColumnDefinition {
            switch self {
            case .intervention: .init("Numéro d'intervention", .text(32), .required)
            case .disease: .init("Maladie", .code(of: Disease.self), .required)
            case .evaluation: .init("Évaluation", .code(of: EvaluationValue.self), .required)
            case .status: .init("Statut", .code(of: Status.self), .optional)
            case .requested: .init("Nombre demandé", .integer(0...100_000), .optional)
            case .tested: .init("Nombre réalisé", .integer(0...100_000), .optional)
            case .nonNegative: .init("Nombre de non négatifs", .integer(0...100_000), .optional)
            case .comment: .init("Commentaire", .text(500), .informative)
            }
        }
    }

    package static let table = TableSpecification(
        "evaluations", "Évaluations des campagnes passées", Column.self, key: [.intervention, .disease])

    package init?(_ fields: inout FieldScope<EvaluationRow>) {
        let intervention = fields.text(.intervention)
        let disease: Disease? = fields.code(.disease)
        let evaluation: EvaluationValue? = fields.code(.evaluation)
        status = fields.code(.status)
        requested = fields.integer(.requested)
        tested = fields.integer(.tested)
        nonNegative = fields.integer(.nonNegative)
        comment = fields.text(.comment)
        guard let intervention, let disease, let evaluation else { return nil }
        self.intervention = intervention
        self.disease = disease
        self.evaluation = evaluation
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .intervention: intervention
        case .disease: cell(disease)
        case .evaluation: cell(evaluation)
        case .status: cell(status)
        case .requested: cell(requested)
        case .tested: cell(tested)
        case .nonNegative: cell(nonNegative)
        case .comment: cell(comment)
        }
    }
}
