import Kernel

/// One intervention whose blood analyses the laboratory is asked to complete from kept serum (PRO-255).
package struct SerumBankRow: Hashable, Sendable {
    package var intervention: String
    package var holding: HoldingNumber
    package var keeper: String
    package var disease: String
    /// Day of the sampling whose serum is kept.
    package var sampled: Day
    package var requested: Int
    package var analysed: Int
    /// How many analyses are missing.
    package var missing: Int
    /// Animals with serum, of which the laboratory takes the missing number; may be empty.
    package var candidates: [AnimalNumber]

    package init(
        intervention: String, holding: HoldingNumber, keeper: String, disease: String, sampled: Day,
        counts: (requested: Int, analysed: Int, missing: Int), candidates: [AnimalNumber]
    ) {
        self.intervention = intervention
        self.holding = holding
        self.keeper = keeper
        self.disease = disease
        self.sampled = sampled
        (requested, analysed, missing) = counts
        self.candidates = candidates
    }
}

extension ReportPrint {
    /// The request to one laboratory's serum bank (*sérothèque*).
    package static func serumBankRequest(
        to laboratory: String, by issuer: Party, campaign: String, day: Day, rows: [SerumBankRow]
    ) -> ReportPrint {
        let table = ReportTable(
            columns: [
                .init("Intervention"), .init("EDE"), .init("Exploitation"),
                .init("Maladie"), .init("Prélevé le"), .init("Dem.", .right),
                .init("Anal.", .right), .init("Manque", .right),
                .init("Bovins avec sérum"),
            ],
            rows: rows.map { row in
                [
                    row.intervention, "\(row.holding)", row.keeper, row.disease,
                    row.sampled.french, String(row.requested), String(row.analysed), String(row.missing),
                    row.candidates.map(\.description).joined(separator: ", "),
                ]
            },
            total: ["Total", "", "", "", "", "", "", String(rows.reduce(0) { $0 + $1.missing }), ""])
        return ReportPrint(
            title: "Demande d’analyses complémentaires sur sérothèque", subtitle: "\(laboratory) – \(campaign)",
            issuer: issuer, day: day,
            blocks: [
                .paragraph(
                    "Le nombre de bovins analysés est insuffisant pour les interventions suivantes. Merci de compléter "
                        + "les analyses sur les sérums conservés, ou de nous indiquer que cela n’est pas possible."),
                .table(table),
            ],
            foot: "Instruction technique DGAL/SDSPA/2020-653, point 10.6.3.2, tableau 6")
    }
}
