import Kernel

/// One milk result that a person attaches to a holding.
package struct NewMilkResult: Sendable {
    package let holding: Int64
    package let disease: String
    package let interpretation: String
    package let dossier: String
    package let sampledOn: Day
    package let analysedOn: Day
    package let laboratory: Int64

    package init(
        of holding: Int64, disease: String, interpretation: String, dossier: String,
        days: (sampled: Day, analysed: Day), laboratory: Int64
    ) {
        self.holding = holding
        self.disease = disease
        self.interpretation = interpretation
        self.dossier = dossier
        (sampledOn, analysedOn) = days
        self.laboratory = laboratory
    }
}

extension Connection {
    /// - Parameter line: where it came from: a run and the line in its file.
    package func insert(_ result: NewMilkResult, id: Int64, from line: (run: ResultRun, number: Int)) throws {
        try execute(
            """
            INSERT INTO milk_result (id, holding_id, disease, sampled_on, analysed_on, received_on, interpretation,
                laboratory_id, dossier, import_id, line)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(id), .int(result.holding), .text(result.disease), .day(result.sampledOn),
                .day(result.analysedOn), .day(line.run.receivedOn), .text(result.interpretation),
                .int(result.laboratory), .text(result.dossier), .int(line.run.id), .int(line.number),
            ])
    }
}
