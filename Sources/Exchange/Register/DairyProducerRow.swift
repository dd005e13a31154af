import Kernel

/// Which holding a dairy laboratory's producer number stands for (PRO-69, PRO-190, PRO-199).
package struct DairyProducerRow: TableRow {
    /// Code of the dairy laboratory among the organisations.
    package var laboratory: String
    package var producer: String
    package var holding: HoldingNumber
    package var since: Day?
    package var until: Day?

    package init(laboratory: String, producer: String, holding: HoldingNumber, since: Day? = nil, until: Day? = nil) {
        self.laboratory = laboratory
        self.producer = producer
        self.holding = holding
        self.since = since
        self.until = until
    }

    package enum Column: Int, TableColumn {
        case laboratory, producer, holding, since, until

        package var definition: ColumnDefinition {
            switch self {
            case .laboratory: .init("Laboratoire laitier", .text(32), .required, "Code of an organisation.")
            case .producer: .init("Numéro de producteur", .text(32), .required)
            case .holding: .init("Exploitation (n° EDE)", .holdingNumber, .required)
            case .since: .init("Depuis", .day, .optional)
            case .until: .init("Jusqu'à", .day, .optional, "First day on which it is no longer so.")
            }
        }
    }

    package static let table = TableSpecification(
        "dairy-producers", "Producteurs laitiers", Column.self, key: [.laboratory, .producer, .holding])

    package init?(_ fields: inout FieldScope<DairyProducerRow>) {
        let laboratory = fields.text(.laboratory)
        let producer = fields.text(.producer)
        let holding = fields.holdingNumber(.holding)
        since = fields.day(.since)
        until = fields.day(.until)
        fields.checkPeriod(since, .until, until)
        guard let laboratory, let producer, let holding else { return nil }
        self.laboratory = laboratory
        self.producer = producer
        self.holding = holding
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .laboratory: laboratory
        case .producer: producer
        case .holding: holding.description
        case .since: cell(since)
        case .until: cell(until)
        }
    }
}
