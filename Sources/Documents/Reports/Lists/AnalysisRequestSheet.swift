import Kernel

/// One animal that a laboratory is asked to test: its number, and the method for each of the sheet's diseases.
package struct RequestSheetLine: Hashable, Sendable {
    package var animal: AnimalNumber
    /// In the order of the sheet's diseases; empty where none is asked.
    package var methods: [String]

    package init(animal: AnimalNumber, methods: [String]) {
        self.animal = animal
        self.methods = methods
    }
}

extension ReportPrint {
    /// An analysis request (DAI) to be read beside the tubes: what its message says, and nothing else (PRO-166).
    package static func analysisRequest(
        to laboratory: String, by issuer: Party, day: Day, facts: [String], diseases: [String],
        lines: [RequestSheetLine]
    ) -> ReportPrint {
        let table = ReportTable(
            columns: [.init("N°", .right, share: 0.08), .init("Bovin", share: 0.32)] + diseases.map { .init($0) },
            rows: lines.enumerated().map { index, line in
                [String(index + 1), line.animal.description] + line.methods
            })
        return ReportPrint(
            title: "Demande d’analyses", subtitle: laboratory, issuer: issuer, day: day,
            blocks: [.bullets(facts), .table(table)],
            foot: "Le message XML de même référence fait foi.")
    }
}
