import Kernel

/// An establishment (*établissement*): the legal side of a holding, by SIRET or NUMAGRIT (PRO-17, PRO-26, PRO-37).
package struct EstablishmentRow: TableRow {
    package var siret: Siret?
    /// Substitute for a SIRET. Its structure is not public: kept as it is.
    package var numagrit: String?
    package var holding: HoldingNumber?
    package var name: String

    package init(siret: Siret?, numagrit: String?, holding: HoldingNumber?, name: String) {
        self.siret = siret
        self.numagrit = numagrit
        self.holding = holding
        self.name = name
    }

    package enum Column: Int, TableColumn {
        case siret, numagrit, holding, name

        package var definition: ColumnDefinition {
            switch self {
            case .siret:
                .init(
                    "SIRET", .siret, .informative, "A wrong one is told and left out; one of the two numbers must stay."
                )
            case .numagrit: .init("NUMAGRIT", .text(32), .optional)
            case .holding: .init("Exploitation (n° EDE)", .holdingNumber, .column)
            case .name: .init("Raison sociale", .text(200), .required)
            }
        }
    }

    package static let table = TableSpecification(
        "establishments", "Établissements", Column.self, key: [.siret, .numagrit])

    package init?(_ fields: inout FieldScope<EstablishmentRow>) {
        siret = fields.siret(.siret)
        numagrit = fields.text(.numagrit)
        holding = fields.holdingNumber(.holding)
        let name = fields.text(.name)
        if siret == nil, numagrit == nil {
            fields.tell(ExchangeFinding.eitherColumn, .refused, .siret, ["columns": "siret, numagrit"])
        }
        guard let name else { return nil }
        self.name = name
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .siret: cell(siret)
        case .numagrit: cell(numagrit)
        case .holding: cell(holding)
        case .name: name
        }
    }
}
