import Kernel
import Prophylaxis

/// One interpretation of a report (RAI): what a laboratory says of one sample under one plan (PRO-166, PRO-298).
///
/// A row like those of tables, since the same checks apply: its columns are the attributes of the report's elements.
package struct AnalysisResult: TableRow {
    /// Number of the sampling document or request; a laboratory that got none may leave it out (PRO-91).
    package var document: String?
    package var edition: Int?
    package var intervention: String?
    package var sample: String
    /// Always there for blood; bulk milk has none.
    package var animal: AnimalNumber?
    package var sampledOn: Day
    package var receivedOn: Day?
    package var disease: Disease
    package var method: TestMethodCode
    package var matrix: Matrix
    package var interpretation: Interpretation?
    /// Why there is no interpretation (PRO-187).
    package var reason: NonAnalysableReasonCode?
    package var analysedOn: Day?

    package init(
        sample: String, sampledOn: Day, disease: Disease, method: TestMethodCode, matrix: Matrix = .blood
    ) {
        self.sample = sample
        self.sampledOn = sampledOn
        self.disease = disease
        self.method = method
        self.matrix = matrix
    }

    package enum Column: Int, TableColumn {
        case document, edition, intervention
        case sample, animal, sampledOn, receivedOn
        case disease, method, matrix, interpretation, reason, analysedOn

        package var definition: ColumnDefinition {
            switch self {
            case .document: .init("Numéro de document", .text(32), .optional)
            case .edition: .init("Édition", .integer(1...999), .optional)
            case .intervention: .init("Numéro d'intervention", .text(32), .optional)
            case .sample: .init("Numéro d'échantillon", .text(64), .required)
            case .animal: .init("Numéro national", .animalNumber, .optional, "Must be there for blood.")
            case .sampledOn: .init("Date de prélèvement", .pastDay, .required)
            case .receivedOn: .init("Date de réception", .pastDay, .optional)
            case .disease: .init("Maladie", .code(of: Disease.self), .required)
            case .method: .init("Méthode", .code(of: TestMethodCode.self), .required)
            case .matrix: .init("Matrice", .code(of: Matrix.self), .required)
            case .interpretation:
                .init("Interprétation", .code(of: Interpretation.self), .optional, "One of it and a reason.")
            case .reason:
                .init("Motif de non analysabilité", .code(of: NonAnalysableReasonCode.self), .optional)
            case .analysedOn: .init("Date d'analyse", .pastDay, .optional)
            }
        }
    }

    package static let table = TableSpecification(
        "analysis-results", "Résultats d'analyse (RAI)", Column.self, key: [.sample, .disease, .method, .matrix])

    package init?(_ fields: inout FieldScope<AnalysisResult>) {
        document = fields.text(.document)
        edition = fields.integer(.edition)
        intervention = fields.text(.intervention)
        let sample = fields.text(.sample)
        animal = fields.animalNumber(.animal)
        let sampledOn = fields.day(.sampledOn)
        receivedOn = fields.day(.receivedOn)
        let disease: Disease? = fields.code(.disease)
        let method: TestMethodCode? = fields.code(.method)
        let matrix: Matrix? = fields.code(.matrix)
        interpretation = fields.code(.interpretation)
        reason = fields.code(.reason)
        analysedOn = fields.day(.analysedOn)
        guard !fields.isRefused, let sample, let sampledOn, let disease, let method, let matrix else { return nil }
        self.sample = sample
        self.sampledOn = sampledOn
        self.disease = disease
        self.method = method
        self.matrix = matrix
        check(&fields)
    }

    private func check(_ fields: inout FieldScope<AnalysisResult>) {
        if matrix == .blood, animal == nil { fields.tell(ExchangeFinding.valueMissing, .refused, .animal) }
        if interpretation == nil, reason == nil {
            fields.tell(ExchangeFinding.resultWithoutMeaning, .refused, .interpretation)
        }
        if let receivedOn { fields.checkOrder(sampledOn, .receivedOn, receivedOn) }
        if let analysedOn { fields.checkOrder(sampledOn, .analysedOn, analysedOn) }
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .document: cell(document)
        case .edition: cell(edition)
        case .intervention: cell(intervention)
        case .sample: sample
        case .animal: cell(animal)
        case .sampledOn: sampledOn.description
        case .receivedOn: cell(receivedOn)
        case .disease: cell(disease)
        case .method: cell(method)
        case .matrix: cell(matrix)
        case .interpretation: cell(interpretation)
        case .reason: cell(reason)
        case .analysedOn: cell(analysedOn)
        }
    }
}
