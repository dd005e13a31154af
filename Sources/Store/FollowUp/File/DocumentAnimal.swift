import Kernel

/// An animal that a sampling document names, with its way through the herd and what came back (PRO-228).
package struct DocumentAnimal: Sendable, Hashable {
    package let number: String
    /// Bits of the diseases that it is to be tested for.
    package let diseases: Int
    package let editedOn: Day
    package let cancelledOn: Day?
    package let cancelReason: String?
    /// The last time it came into the herd.
    package let enteredOn: Day?
    /// The day it left; nil while it is there.
    package let leftOn: Day?
    /// The standing interpretations, decisions first: nil without a result.
    package let brucellosis: String?
    package let leukosis: String?
    /// The outcome of the tuberculin test, where it was named on the report.
    package let tuberculosis: String?
}

extension Connection {
    /// The animals on the documents of an intervention, by number.
    package func documentAnimals(of intervention: InterventionIdentity) throws -> [DocumentAnimal] {
        func blood(_ disease: String) -> String {
            """
            (SELECT max(COALESCE(b.decision, b.interpretation, '?')) FROM blood_result b
                WHERE b.campaign_id = r.campaign_id AND b.intervention_id = r.intervention_id
                    AND b.disease = '\(disease)' AND b.animal_id = r.animal_id AND b.replaced_at IS NULL)
            """
        }
        return try all(
            """
            SELECT a.number, r.diseases, r.edited_on, r.cancelled_on, r.cancel_reason, max(s.since),
                CASE WHEN count(s.since) > count(s.until) THEN NULL ELSE max(s.until) END,
                \(blood("BRU")), \(blood("LEU")),
                (SELECT max(t.outcome) FROM tuberculin_animal t
                    JOIN tuberculin_report q ON q.campaign_id = t.campaign_id AND q.intervention_id = t.intervention_id
                        AND q.id = t.report_id AND q.replaced_at IS NULL
                    WHERE t.campaign_id = r.campaign_id AND t.intervention_id = r.intervention_id
                        AND t.number = a.number)
            FROM requested_animal r
            JOIN intervention i ON i.campaign_id = r.campaign_id AND i.id = r.intervention_id
            JOIN animal a ON a.id = r.animal_id
            LEFT JOIN herd_assignment s ON s.herd_id = i.herd_id AND s.animal_id = r.animal_id
                AND s.retracted_at IS NULL
            WHERE r.campaign_id = ? AND r.intervention_id = ?
            GROUP BY r.campaign_id, r.intervention_id, r.animal_id, a.number, r.diseases, r.edited_on,
                r.cancelled_on, r.cancel_reason
            ORDER BY a.number
            """, [.int(intervention.campaign), .int(intervention.id)]
        ) { row in
            DocumentAnimal(
                number: row.text(0), diseases: Int(row.int(1)), editedOn: row.day(2), cancelledOn: row.dayOrNil(3),
                cancelReason: row.textOrNil(4), enteredOn: row.dayOrNil(5), leftOn: row.dayOrNil(6),
                brucellosis: row.textOrNil(7), leukosis: row.textOrNil(8), tuberculosis: row.textOrNil(9))
        }
    }
}
