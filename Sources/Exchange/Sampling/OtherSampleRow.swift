import Kernel

/// An animal that was sampled for a disease that is not in the campaign, such as IBR: it is sampled again first
/// (PRO-128, PRO-130).
package struct OtherSampleRow: TableRow {
    package var animal: AnimalNumber
    package var plan: String
    package var sampledOn: Day

    package init(animal: AnimalNumber, plan: String, sampledOn: Day) {
        self.animal = animal
        self.plan = plan
        self.sampledOn = sampledOn
    }

    package enum Column: Int, TableColumn {
        case animal, plan, sampledOn

        package var definition: ColumnDefinition {
            switch self {
            case .animal: .init("Numéro national", .animalNumber, .required, "With its country code.")
            case .plan: .init("Plan", .text(32), .required, "E.g. IBR.")
            case .sampledOn: .init("Date de prélèvement", .day, .required)
            }
        }
    }

    package static let table = TableSpecification(
        "other-samples", "Bovins prélevés pour une autre maladie", Column.self, key: [.animal, .plan, .sampledOn])

    package init?(_ fields: inout FieldScope<OtherSampleRow>) {
        let animal = fields.animalNumber(.animal)
        let plan = fields.text(.plan)
        let sampledOn = fields.day(.sampledOn)
        guard let animal, let plan, let sampledOn else { return nil }
        self.init(animal: animal, plan: plan, sampledOn: sampledOn)
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .animal: animal.description
        case .plan: plan
        case .sampledOn: sampledOn.description
        }
    }
}
