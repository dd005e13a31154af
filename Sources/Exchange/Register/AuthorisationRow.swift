import Kernel
import Register
import Prophylaxis

/// A dated decision of the authority on a holding or one herd of it (PRO-59, PRO-62, PRO-63, PRO-79, decision 6).
package struct AuthorisationRow: TableRow {
    package var holding: HoldingNumber
    /// Empty: all herds of the holding.
    package var herd: String?
    package var kind: AuthorisationKind
    /// Empty: all diseases.
    package var disease: Disease?
    package var since: Day
    package var until: Day?
    package var reference: String?

    package init(
        holding: HoldingNumber, herd: String?, kind: AuthorisationKind, disease: Disease?, since: Day
    ) {
        self.holding = holding
        self.herd = herd
        self.kind = kind
        self.disease = disease
        self.since = since
    }

    package enum Column: Int, TableColumn {
        case holding, herd, kind, disease, since, until, reference

        package var definition: ColumnDefinition {
            switch self {
            case .holding: .init("Exploitation (n° EDE)", .holdingNumber, .required)
            case .herd: .init("Code de l'atelier", .text(32), .column, "Empty: all herds of the holding.")
            case .kind: .init("Nature", .code(of: AuthorisationKind.self), .required)
            case .disease: .init("Maladie", .code(of: Disease.self), .column, "Empty: all diseases.")
            case .since: .init("Depuis", .day, .required)
            case .until: .init("Jusqu'à", .day, .column, "First day on which it is no longer so.")
            case .reference: .init("Référence de la décision", .text(200), .informative)
            }
        }
    }

    package static let table = TableSpecification(
        "authorisations", "Autorisations", Column.self, key: [.holding, .herd, .kind, .disease, .since])

    package init?(_ fields: inout FieldScope<AuthorisationRow>) {
        let holding = fields.holdingNumber(.holding)
        let kind: AuthorisationKind? = fields.code(.kind)
        let since = fields.day(.since)
        herd = fields.text(.herd)
        disease = fields.code(.disease)
        until = fields.day(.until)
        reference = fields.text(.reference)
        fields.checkPeriod(since, .until, until)
        guard let holding, let kind, let since else { return nil }
        self.holding = holding
        self.kind = kind
        self.since = since
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .holding: holding.description
        case .herd: cell(herd)
        case .kind: cell(kind)
        case .disease: cell(disease)
        case .since: since.description
        case .until: cell(until)
        case .reference: cell(reference)
        }
    }
}
