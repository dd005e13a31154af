import Kernel
import Prophylaxis

/// A test plan of an intervention, with what came of it.
package struct TestPlanRow: TableRow {
    package var intervention: String
    package var disease: Disease
    package var method: TestMethodCode
    package var matrix: Matrix
    package var laboratory: String?
    package var milkMonth: Int?
    package var requested: Int?
    package var tested: Int?
    package var nonNegative: Int?

    package init(intervention: String, disease: Disease, method: TestMethodCode, matrix: Matrix) {
        self.intervention = intervention
        self.disease = disease
        self.method = method
        self.matrix = matrix
    }

    package enum Column: Int, TableColumn {
        case intervention, disease, method, matrix, laboratory, milkMonth, requested, tested, nonNegative

        package var definition: ColumnDefinition {
            switch self {
            case .intervention: .init("Numéro d'intervention", .text(32), .required)
            case .disease: .init("Maladie", .code(of: Disease.self), .required)
            case .method: .init("Méthode", .code(of: TestMethodCode.self), .required)
            case .matrix: .init("Matrice", .code(of: Matrix.self), .required)
            case .laboratory: .init("Laboratoire", .text(32), .optional, "Code of an organisation.")
            case .milkMonth: .init("Mois laitier fixe", .integer(1...12), .optional)
            case .requested: .init("Nombre demandé", .integer(0...100_000), .optional)
            case .tested: .init("Nombre réalisé", .integer(0...100_000), .optional)
            case .nonNegative: .init("Nombre de non négatifs", .integer(0...100_000), .optional)
            }
        }
    }

    package static let table = TableSpecification(
        "test-plans", "Plans d'analyse des campagnes passées", Column.self,
        key: [.intervention, .disease, .method, .matrix])

    package init?(_ fields: inout FieldScope<TestPlanRow>) {
        let intervention = fields.text(.intervention)
        let disease: Disease? = fields.code(.disease)
        let method: TestMethodCode? = fields.code(.method)
        let matrix: Matrix? = fields.code(.matrix)
        laboratory = fields.text(.laboratory)
        milkMonth = fields.integer(.milkMonth)
        requested = fields.integer(.requested)
        tested = fields.integer(.tested)
        nonNegative = fields.integer(.nonNegative)
        guard let intervention, let disease, let method, let matrix else { return nil }
        self.intervention = intervention
        self.disease = disease
        self.method = method
        self.matrix = matrix
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .intervention: intervention
        case .disease: cell(disease)
        case .method: cell(method)
        case .matrix: cell(matrix)
        case .laboratory: cell(laboratory)
        case .milkMonth: cell(milkMonth)
        case .requested: cell(requested)
        case .tested: cell(tested)
        case .nonNegative: cell(nonNegative)
        }
    }
}
