import Kernel

/// One animal's time in the herd of an intervention.
package struct HerdStay: Sendable, Hashable {
    package let intervention: Int64
    package let animal: Int64
    package let number: String
    package let birth: BirthDate
    package let since: Day
    package let until: Day?
    /// From another keeper; nil for what was born there or moved within the holding.
    package let introducedOn: Day?
    /// An earlier herd of the animal is in the same campaign (PRO-138).
    package let originProgrammed: Bool
    /// It has a blood result of the same campaign, wherever it was sampled.
    package let isTested: Bool
    /// It is on the document's list.
    package let isRequested: Bool
}

extension Connection {
    /// Every stay in the herds of these interventions that did not end before `day`, in the order of intervention and
    /// entry (PRO-136, PRO-138, PRO-147, PRO-228).
    package func herdStays(campaign: Int64, _ filter: InterventionFilter, since day: Day) throws -> [HerdStay] {
        let condition = filter.condition(on: "i.id")
        return try all(
            """
            SELECT i.id, a.id, a.number, a.birth_date, a.birth_precision, s.since, s.until, s.introduced_on,
                CASE WHEN EXISTS (SELECT 1 FROM herd_assignment o JOIN intervention p ON p.herd_id = o.herd_id
                    WHERE o.animal_id = a.id AND o.herd_id <> i.herd_id AND o.retracted_at IS NULL
                        AND o.since < s.since AND p.campaign_id = i.campaign_id AND p.state = 'planned')
                    THEN 1 ELSE 0 END,
                CASE WHEN EXISTS (SELECT 1 FROM blood_result r WHERE r.animal_id = a.id
                    AND r.campaign_id = i.campaign_id AND r.replaced_at IS NULL) THEN 1 ELSE 0 END,
                CASE WHEN EXISTS (SELECT 1 FROM requested_animal q WHERE q.campaign_id = i.campaign_id
                    AND q.intervention_id = i.id AND q.animal_id = a.id AND q.cancelled_on IS NULL) THEN 1 ELSE 0 END
            FROM intervention i JOIN herd_assignment s ON s.herd_id = i.herd_id JOIN animal a ON a.id = s.animal_id
            WHERE i.campaign_id = ? AND \(condition.sql) AND s.retracted_at IS NULL
                AND (s.until IS NULL OR s.until >= ?)
            ORDER BY i.id, s.since, a.number
            """, [.int(campaign)] + condition.arguments + [.day(day)]
        ) { row in
            let precision = BirthDate.Precision(rawValue: Int(row.int(4))) ?? .day
            return HerdStay(
                intervention: row.int(0), animal: row.int(1), number: row.text(2),
                birth: BirthDate(row.day(3), precision: precision), since: row.day(5), until: row.dayOrNil(6),
                introducedOn: row.dayOrNil(7), originProgrammed: row.flag(8), isTested: row.flag(9),
                isRequested: row.flag(10))
        }
    }
}
