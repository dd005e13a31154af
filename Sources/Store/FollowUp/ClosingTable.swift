import Kernel

/// An intervention that a campaign cannot be closed with: neither report nor decision of non-completion.
package struct UntreatedRow: Sendable, Hashable {
    package let number: String
    package let holding: String
    package let name: String
    /// Diseases whose evaluation is missing or not final, with what stands: `BRU NE`, `BRU AR`.
    package let pending: [String]
    /// Nobody came, by visits and milk.
    package let isUndone: Bool
    /// A sampling document was validated.
    package let hasDocument: Bool
}

extension Connection {
    /// Main interventions without report and without decision (PRO-290, PRO-291, PRO-293), by number.
    package func untreatedInterventions(of campaign: Int64) throws -> [UntreatedRow] {
        let pending = ["BRU", "LEU", "TUB"].map { disease in
            """
            (SELECT CASE WHEN e.value IS NULL THEN 'NE' ELSE e.value END FROM disease_state s
                LEFT JOIN evaluation e ON e.campaign_id = s.campaign_id AND e.intervention_id = s.intervention_id
                    AND e.disease = s.disease AND e.replaced_at IS NULL
                WHERE s.campaign_id = i.campaign_id AND s.intervention_id = i.id AND s.disease = '\(disease)'
                    AND COALESCE(e.value, 'NE') IN ('NE', 'AR')
                    AND (s.proposal_reason <> 'not-programmed' OR e.value IS NOT NULL))
            """
        }.joined(separator: ", ")
        return try all(
            """
            SELECT i.number, g.number, g.name, \(pending),
                NOT EXISTS (SELECT 1 FROM disease_state s WHERE s.campaign_id = i.campaign_id
                    AND s.intervention_id = i.id AND (s.started_on IS NOT NULL OR s.milk_first_on IS NOT NULL)),
                EXISTS (SELECT 1 FROM edition d WHERE d.campaign_id = i.campaign_id AND d.intervention_id = i.id
                    AND d.state = 'validated')
            FROM intervention i
            JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            WHERE i.campaign_id = ? AND i.state = 'planned' AND i.kind = 'main'
                AND NOT EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = i.campaign_id
                    AND r.intervention_id = i.id AND r.invalidated_on IS NULL)
                AND NOT EXISTS (SELECT 1 FROM non_completion n WHERE n.campaign_id = i.campaign_id
                    AND n.intervention_id = i.id AND n.revoked_on IS NULL)
            ORDER BY i.number
            """, [.int(campaign)]
        ) { row in
            var pending: [String] = []
            for (position, disease) in ["BRU", "LEU", "TUB"].enumerated() {
                if let value = row.textOrNil(3 + position) { pending.append("\(disease) \(value)") }
            }
            return UntreatedRow(
                number: row.text(0), holding: row.text(1), name: row.text(2), pending: pending,
                isUndone: row.truth(6), hasDocument: row.truth(7))
        }
    }

    package func closeCampaign(_ id: Int64, by actor: String, on day: Day, reason: String?) throws {
        try execute(
            "UPDATE campaign SET state = 'closed', closed_on = ?, closed_by = ?, closing_reason = ? WHERE id = ?",
            [.day(day), .text(actor), .textOrNull(reason), .int(id)])
    }
}
