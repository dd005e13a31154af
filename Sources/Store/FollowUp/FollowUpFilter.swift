import Kernel
import Prophylaxis

/// What a follow-up page shows: level 1 without, level 2 with a standing report (PRO-221, PRO-277).
package struct FollowUpFilter: Sendable, Hashable {
    /// Nil: both levels.
    package var hasReport: Bool?
    package var disease: Disease?
    package var status: Status?
    /// A programmed disease has no final evaluation, and neither report nor decision of non-completion stands.
    package var isUnevaluated = false
    /// Doubtful ones are not negative (PRO-209, decision 1).
    package var hasNonNegative = false
    /// Retests and visits outside the campaign belong to their first intervention: they stand on lists of their own and
    /// are counted nowhere. Asked by number, all are found.
    package var kind = "main"
    /// With a plan for the disease (*Plans demandés*, PRO-232); needs `disease`.
    package var isRequested = false
    /// INSEE code of the commune.
    package var insee: String?
    package var herdClass: String?
    /// Order number of the veterinarian.
    package var veterinarian: String?
    package var reportValue: ReportValue?
    /// Neither report nor decision of non-completion (PRO-293).
    package var isUntreated = false
    /// Number of a holding, or its first digits.
    package var holding: String?
    /// Only these interventions; empty: all.
    package var numbers: [String] = []
    package var order = FollowUpOrder()
    /// The page begins after this line.
    package var after: FollowUpOrder.Cursor?
    package var limit = 500

    package init() {}

    /// The conditions beside the campaign's, on `i`, `h`, `g`, `v`, `r`, `n`.
    var conditions: (sql: [String], arguments: [SQLValue]) {
        var sql = ["i.state = 'planned'"]
        var arguments: [SQLValue] = []
        func add(_ condition: String, _ values: SQLValue...) {
            sql.append(condition)
            arguments += values
        }
        if let hasReport { add("r.id IS \(hasReport ? "NOT " : "")NULL") }
        if isUntreated { add("r.id IS NULL AND n.id IS NULL") }
        if let status { add(state("x.status = ?"), .text(status.rawValue)) }
        if numbers.isEmpty { add("i.kind = ?", .text(kind)) }
        if hasNonNegative { add(state("(x.non_negative > 0 OR x.doubtful_seen > 0)")) }
        if isUnevaluated {
            add(
                """
                r.id IS NULL AND n.id IS NULL AND EXISTS (SELECT 1 FROM requested_plan p
                    WHERE p.campaign_id = i.campaign_id AND p.intervention_id = i.id\(diseaseCondition("p"))
                        AND NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.campaign_id = p.campaign_id
                            AND e.intervention_id = p.intervention_id AND e.disease = p.disease
                            AND e.replaced_at IS NULL AND e.value NOT IN ('NE', 'AR')))
                """)
        }
        if isRequested {
            add(
                """
                EXISTS (SELECT 1 FROM requested_plan p WHERE p.campaign_id = i.campaign_id
                    AND p.intervention_id = i.id\(diseaseCondition("p")))
                """)
        }
        if let insee { add("g.insee = ?", .text(insee)) }
        if let herdClass { add("h.class = ?", .text(herdClass)) }
        if let veterinarian { add("v.order_number = ?", .text(veterinarian)) }
        if let reportValue { add("r.value = ?", .text(reportValue.rawValue)) }
        if let holding {
            // `~` follows every digit and letter of a holding's number.
            add("g.number >= ? AND g.number < ?", .text(holding), .text(holding + "~"))
        }
        if !numbers.isEmpty {
            sql.append("i.number IN (\(numbers.map { _ in "?" }.joined(separator: ", ")))")
            arguments += numbers.map(SQLValue.text)
        }
        return (sql, arguments)
    }

    private func state(_ condition: String) -> String {
        """
        EXISTS (SELECT 1 FROM disease_state x WHERE x.campaign_id = i.campaign_id AND x.intervention_id = i.id
            AND \(condition)\(diseaseCondition("x")))
        """
    }

    private func diseaseCondition(_ alias: String) -> String {
        disease.map { " AND \(alias).disease = '\($0.rawValue)'" } ?? ""
    }
}
