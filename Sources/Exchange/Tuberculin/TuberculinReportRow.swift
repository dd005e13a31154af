import Kernel

/// A tuberculin report of a veterinarian as the delegate enters it (PRO-178, PRO-181, PRO-312, PRO-313).
///
/// Nothing that was counted is refused for not adding up: it is told and stored (decision 21).
package struct TuberculinReportRow: TableRow {
    package var intervention: String
    package var method: SkinMethodCode
    package var injectedOn: Day
    package var readOn: Day?
    /// Proof of receipt: the report is kept five years from it (PRO-184).
    package var receivedOn: Day
    package var counts: TuberculinCounts
    package var subjectiveReading: Bool?
    package var model: ReportModelCode
    package var orderNumber: OrderNumber?

    package init(
        intervention: String, method: SkinMethodCode, injectedOn: Day, receivedOn: Day, counts: TuberculinCounts
    ) {
        self.intervention = intervention
        self.method = method
        self.injectedOn = injectedOn
        self.receivedOn = receivedOn
        self.counts = counts
        model = .approved
    }

    package enum Column: Int, TableColumn {
        case intervention, method, injectedOn, readOn, receivedOn
        case ntids, nnidsn, nadids, npidsp
        case ntidc, nnidc, nagdidctub, napdidctub, npidc
        case subjectiveReading, model, orderNumber

        package var definition: ColumnDefinition {
            switch self {
            case .intervention: .init("Numéro d'intervention", .text(32), .required)
            case .method: .init("Type de test", .code(of: SkinMethodCode.self), .required)
            case .injectedOn: .init("Date d'injection", .pastDay, .required)
            case .readOn: .init("Date de lecture", .pastDay, .column)
            case .receivedOn: .init("Date de réception du rapport", .pastDay, .required)
            case .ntids: .init("NTIDS, testés IDS", TuberculinCounts.kind, .optional)
            case .nnidsn: .init("NNIDSN, négatifs IDS", TuberculinCounts.kind, .optional)
            case .nadids: .init("NADIDS, douteux IDS", TuberculinCounts.kind, .optional)
            case .npidsp: .init("NPIDSP, positifs IDS", TuberculinCounts.kind, .optional)
            case .ntidc: .init("NTIDC, testés IDC", TuberculinCounts.kind, .optional)
            case .nnidc: .init("NNIDC, négatifs IDC", TuberculinCounts.kind, .optional)
            case .nagdidctub: .init("NAGDIDCTUB, grands douteux IDC", TuberculinCounts.kind, .optional)
            case .napdidctub: .init("NAPDIDCTUB, petits douteux IDC", TuberculinCounts.kind, .optional)
            case .npidc: .init("NPIDC, positifs IDC", TuberculinCounts.kind, .optional)
            case .subjectiveReading: .init("LECTTUBSBJ, lecture subjective", .flag, .optional)
            case .model: .init("Modèle de rapport", .code(of: ReportModelCode.self), .required)
            case .orderNumber: .init("Numéro ordinal du vétérinaire", .orderNumber, .informative)
            }
        }
    }

    package static let table = TableSpecification(
        "tuberculin-reports", "Rapports de tuberculination", Column.self, key: [.intervention])

    package init?(_ fields: inout FieldScope<TuberculinReportRow>) {
        let intervention = fields.text(.intervention)
        let method: SkinMethodCode? = fields.code(.method)
        let injectedOn = fields.day(.injectedOn)
        readOn = fields.day(.readOn)
        let receivedOn = fields.day(.receivedOn)
        counts = TuberculinCounts(&fields)
        subjectiveReading = fields.flag(.subjectiveReading)
        let model: ReportModelCode? = fields.code(.model)
        orderNumber = fields.orderNumber(.orderNumber)
        guard let intervention, let method, let injectedOn, let receivedOn, let model else { return nil }
        self.intervention = intervention
        self.method = method
        self.injectedOn = injectedOn
        self.receivedOn = receivedOn
        self.model = model
        check(&fields)
    }

    /// PRO-196: told, and stored all the same.
    private func check(_ fields: inout FieldScope<TuberculinReportRow>) {
        if let readOn {
            fields.checkOrder(injectedOn, .readOn, readOn, .warning)
            fields.checkOrder(readOn, .receivedOn, receivedOn, .warning)
        } else {
            fields.checkOrder(injectedOn, .receivedOn, receivedOn, .warning)
        }
        for (column, sum) in [(Column.ntids, counts.simple), (.ntidc, counts.comparative)] where !sum.addsUp {
            fields.tell(
                ExchangeFinding.countsDoNotAddUp, .warning, column,
                ["tested": String(sum.tested ?? 0), "counted": String(sum.counted)])
        }
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .intervention: intervention
        case .method: cell(method)
        case .injectedOn: injectedOn.description
        case .readOn: cell(readOn)
        case .receivedOn: receivedOn.description
        case .subjectiveReading: cell(subjectiveReading)
        case .model: cell(model)
        case .orderNumber: cell(orderNumber)
        default: cell(counts[column])
        }
    }
}
