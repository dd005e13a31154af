import Kernel

/// One well-formed result of an analysis report, on its way to the temporary table.
package struct StagedBlood: Sendable {
    package let line: Int
    /// Twelve digits of the intervention, or of the document, which bears the same number.
    package let number: String?
    package let sample: String
    package let animal: String?
    package let sampledOn: Day
    package let disease: String
    package let method: String
    package let matrix: String
    package let interpretation: String?
    package let reason: String?
    package let analysedOn: Day?

    package init(
        line: Int, number: String?, sample: (number: String, animal: String?, on: Day),
        plan: (disease: String, method: String, matrix: String),
        said: (interpretation: String?, reason: String?, on: Day?)
    ) {
        self.line = line
        self.number = number
        (self.sample, animal, sampledOn) = sample
        (disease, method, matrix) = plan
        (interpretation, reason, analysedOn) = said
    }
}

extension Connection {
    package func createBloodStaging() throws {
        let text = """
            DROP TABLE IF EXISTS in_blood;
            DROP TABLE IF EXISTS in_candidate;
            DROP TABLE IF EXISTS in_exception;
            CREATE TEMP TABLE in_blood (
                n {id} PRIMARY KEY, line {int} NOT NULL, number {text}, sample {text} NOT NULL, animal {text},
                sampled_on {day} NOT NULL, disease {text} NOT NULL, method {text} NOT NULL, matrix {text} NOT NULL,
                interpretation {text}, reason {text}, analysed_on {day},
                animal_id {id}, campaign_id {id}, intervention_id {id}, candidates {int} NOT NULL DEFAULT 0,
                department {text}, on_document {flag} NOT NULL DEFAULT 0, fault {text});
            CREATE TEMP TABLE in_candidate (n {id} NOT NULL, campaign_id {id} NOT NULL, intervention_id {id} NOT NULL);
            CREATE TEMP TABLE in_exception (
                n {id} PRIMARY KEY, kind {text} NOT NULL, line {int} NOT NULL, content {text} NOT NULL,
                findings {json} NOT NULL, non_negative {flag} NOT NULL, dossier {text}, department {text});
            """
        try script(try MigrationTokens.expand(text, dialect))
    }

    /// How many staged results are not negative, attached or not, by the department of the intervention or herd that
    /// they name; those that name neither count for `department`.
    package func stagedNonNegativeBlood(department: String) throws -> [String: Int] {
        let rows = try all(
            """
            SELECT d.department, count(*) FROM (SELECT COALESCE(
                (SELECT min(i.department) FROM intervention i WHERE i.number = s.number),
                (SELECT min(h.department) FROM animal a JOIN herd_assignment x ON x.animal_id = a.id
                    AND x.retracted_at IS NULL AND x.since <= s.sampled_on
                    AND (x.until IS NULL OR x.until >= s.sampled_on)
                    JOIN herd h ON h.id = x.herd_id WHERE a.number = s.animal),
                CAST(? AS TEXT)) AS department
            FROM in_blood s WHERE s.interpretation IS NOT NULL AND s.interpretation NOT IN ('NEG', 'IN_ITPBLE')) d
            GROUP BY d.department
            """, [.text(department)]
        ) { ($0.text(0), Int($0.int(1))) }
        return Dictionary(rows) { $0 + $1 }
    }

    package func stage(_ results: [StagedBlood], from first: Int) throws {
        let columns = [
            "n", "line", "number", "sample", "animal", "sampled_on", "disease", "method", "matrix", "interpretation",
            "reason", "analysed_on",
        ]
        try bulkInsert(into: "in_blood", columns: columns) { writer in
            for (index, result) in results.enumerated() {
                writer.int(first + index)
                writer.int(result.line)
                writer.text(result.number)
                writer.text(result.sample)
                writer.text(result.animal)
                writer.day(result.sampledOn)
                writer.text(result.disease)
                writer.text(result.method)
                writer.text(result.matrix)
                writer.text(result.interpretation)
                writer.text(result.reason)
                writer.day(result.analysedOn)
                try writer.endRow()
            }
        }
    }
}
