import Kernel
import Prophylaxis

/// One bulk-milk plan without result, under the number by which a dairy laboratory knows the producer.
package struct MissingMilkRow: Sendable, Hashable {
    package let laboratory: LetterSender?
    package let month: Day
    package let disease: Disease
    package let producer: String
    package let holding: String
    package let holdingName: String
    package let herdCode: String
    package let intervention: String
}

extension Connection {
    /// Plans due up to a month whose milk nobody has seen, in order of laboratory, month and producer. A producer that
    /// two laboratories know stands under both; one that none knows has no laboratory.
    package func missingMilk(of campaign: Int64, until month: Day, on day: Day) throws -> [MissingMilkRow] {
        try all(
            """
            SELECT o.code, o.name, o.address, o.postcode, o.town, o.email, p.due_month, p.disease,
                COALESCE(x.producer_number, ''), g.number, g.name, h.code, i.number
            FROM requested_plan p
            JOIN intervention i ON i.campaign_id = p.campaign_id AND i.id = p.intervention_id
            JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            LEFT JOIN disease_state s ON s.campaign_id = p.campaign_id AND s.intervention_id = p.intervention_id
                AND s.disease = p.disease
            LEFT JOIN dairy_producer x ON x.holding_id = g.id AND x.since <= ? AND (x.until IS NULL OR x.until > ?)
            LEFT JOIN organisation o ON o.id = x.laboratory_id
            WHERE p.campaign_id = ? AND p.matrix = 'milk' AND p.due_month <= ? AND s.milk_first_on IS NULL
                AND i.state = 'planned'
                AND NOT EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = i.campaign_id
                    AND r.intervention_id = i.id AND r.invalidated_on IS NULL)
                AND NOT EXISTS (SELECT 1 FROM non_completion n WHERE n.campaign_id = i.campaign_id
                    AND n.intervention_id = i.id AND n.revoked_on IS NULL)
            ORDER BY o.code, p.due_month, x.producer_number, g.number, p.disease
            """, [.day(day), .day(day), .int(campaign), .day(month)]
        ) { row in
            MissingMilkRow(
                laboratory: row.isNull(0)
                    ? nil
                    : LetterSender(
                        code: row.text(0), name: row.text(1), address: row.textOrNil(2),
                        (postcode: row.textOrNil(3), town: row.textOrNil(4)), email: row.textOrNil(5)),
                month: row.day(6).firstOfMonth, disease: try row.code(7), producer: row.text(8),
                holding: row.text(9), holdingName: row.text(10), herdCode: row.text(11), intervention: row.text(12))
        }
    }
}
