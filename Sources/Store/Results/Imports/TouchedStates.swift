import Kernel
import Prophylaxis

extension Connection {
    /// The day of the last result for states that were computed for the first time after it came (PRO-310).
    package func rememberResults(campaign: Int64, interventions: [Int64], disease: Disease, on day: Day) throws {
        for ids in interventions.chunks(of: InterventionFilter.idLimit) {
            let condition = InterventionFilter.ids(Array(ids)).condition(on: "intervention_id")
            try execute(
                """
                UPDATE disease_state SET last_result_on = ?
                WHERE campaign_id = ? AND \(condition.sql) AND disease = ? AND last_result_on IS NULL
                """, [.day(day), .int(campaign)] + condition.arguments + [.text(disease.rawValue)])
        }
    }

    /// What a department has settled for a sender: `"line"` or `"file"`, nil without a setting.
    package func resultPolicy(department: String, sender: String) throws -> ResultRun.Policy? {
        let value = try first(
            "SELECT value FROM setting WHERE department = ? AND name = ? ORDER BY decided_at DESC LIMIT 1",
            [.text(department), .text(ResultRun.policySetting(of: sender))]
        ) { $0.text(0) }
        return value.flatMap { text in ResultRun.Policy(rawValue: String(text.filter { $0 != "\"" })) }
    }
}

extension ResultRun {
    /// The setting that says whether one fault refuses the whole file of a sender (design: imports).
    package static func policySetting(of sender: String) -> String { "results-policy.\(sender)" }
}
