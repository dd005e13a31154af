import Kernel

/// One holding that a practice has to visit (PRO-112).
package struct VisitRow: Hashable, Sendable {
    package var intervention: String
    package var holding: HoldingNumber
    package var keeper: String
    package var commune: String
    package var herd: String
    package var veterinarian: String
    /// Diseases to test, e.g. `Brucellose (sang), tuberculose`.
    package var plans: String
    /// Animals requested, where a document fixes them.
    package var animals: Int?

    package init(
        intervention: String, holding: HoldingNumber, place: (keeper: String, commune: String), herd: String,
        veterinarian: String, plans: String, animals: Int? = nil
    ) {
        self.intervention = intervention
        self.holding = holding
        (keeper, commune) = place
        self.herd = herd
        self.veterinarian = veterinarian
        self.plans = plans
        self.animals = animals
    }
}

extension ReportPrint {
    /// The holdings that a practice has to visit in a campaign.
    package static func practiceList(
        of practice: String, by issuer: Party, campaign: String, day: Day, rows: [VisitRow]
    ) -> ReportPrint {
        let table = ReportTable(
            columns: [
                .init("EDE"), .init("Exploitation"), .init("Commune"),
                .init("Atelier"), .init("Vétérinaire"), .init("Dépistages"),
                .init("Bovins", .right), .init("Visite le"),
            ],
            rows: rows.map { row in
                [
                    "\(row.holding)", row.keeper, row.commune, row.herd, row.veterinarian, row.plans,
                    row.animals.map { String($0) } ?? "", "",
                ]
            })
        return ReportPrint(
            title: "Exploitations à visiter", subtitle: "\(practice) – \(campaign)", issuer: issuer, day: day,
            blocks: [.paragraph("Exploitations à visiter : \(rows.count)"), .table(table)])
    }
}
