import Kernel

/// One count of a campaign's balance: how many, for a disease (empty: all), under a heading and a value.
package struct BalanceCount: Sendable, Hashable {
    package let section: String
    package let disease: String
    package let value: String
    package let count: Int
}

extension Connection {
    /// What was done and found, as counts in a fixed order (PRO-286). One pass over each table.
    package func balance(of campaign: Int64) throws -> [BalanceCount] {
        let parts: [(section: String, sql: String)] = [
            (
                "interventions",
                "SELECT '', i.state, count(*) FROM intervention i WHERE i.campaign_id = ? GROUP BY i.state"
            ),
            (
                "plans",
                """
                SELECT p.disease, p.matrix, count(*) FROM requested_plan p
                WHERE p.campaign_id = ? GROUP BY p.disease, p.matrix
                """
            ),
            (
                "statuts",
                """
                SELECT s.disease, s.status, count(*) FROM disease_state s
                WHERE s.campaign_id = ? GROUP BY s.disease, s.status
                """
            ),
            ("demandes", sum("requested")), ("testes", sum("tested")), ("non_negatifs", sum("non_negative")),
            (
                "evaluations",
                """
                SELECT e.disease, e.value, count(*) FROM evaluation e
                WHERE e.campaign_id = ? AND e.replaced_at IS NULL GROUP BY e.disease, e.value
                """
            ),
            (
                "rapports",
                """
                SELECT '', r.value, count(*) FROM inspection_report r
                WHERE r.campaign_id = ? AND r.invalidated_on IS NULL GROUP BY r.value
                """
            ),
            (
                "dnr",
                """
                SELECT '', n.code, count(*) FROM non_completion n
                WHERE n.campaign_id = ? AND n.revoked_on IS NULL GROUP BY n.code
                """
            ),
            (
                "dysfonctionnements",
                "SELECT '', d.kind, count(*) FROM dysfunction d WHERE d.campaign_id = ? GROUP BY d.kind"
            ),
        ]
        return try parts.flatMap { part in
            try all(part.sql + " ORDER BY 1, 2", [.int(campaign)]) { row in
                BalanceCount(
                    section: part.section, disease: row.text(0), value: row.text(1), count: Int(row.int(2)))
            }
        }
    }

    private func sum(_ column: String) -> String {
        """
        SELECT s.disease, '', CAST(sum(s.\(column)) AS BIGINT) FROM disease_state s
        WHERE s.campaign_id = ? GROUP BY s.disease
        """
    }
}
