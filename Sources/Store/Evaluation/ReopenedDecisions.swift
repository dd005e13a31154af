import Kernel

/// A decision of non-completion that what came later contradicts (decision 8).
package struct ContradictedDecision: Sendable, Hashable {
    package enum Cause: String, Sendable { case results, entries }

    package let intervention: Int64
    package let number: String
    package let cause: Cause
}

extension Connection {
    /// Standing decisions whose intervention has results after all, or whose herd cattle entered since: any cattle
    /// where there were to be none, cattle of the age to be tested where none was eligible.
    ///
    /// - Parameters:
    ///   - milk: the window in which the campaign reads milk.
    ///   - bornBy: the last birth of an animal that is of the age today.
    package func contradictedDecisions(
        of campaign: Int64, milk: (from: Day, until: Day), bornBy: Day
    ) throws -> [ContradictedDecision] {
        try all(
            """
            SELECT t.id, t.number, t.results FROM (
                SELECT i.id, i.number,
                    CASE WHEN EXISTS (SELECT 1 FROM blood_result b WHERE b.campaign_id = i.campaign_id
                            AND b.intervention_id = i.id AND b.replaced_at IS NULL)
                        OR EXISTS (SELECT 1 FROM tuberculin_report r WHERE r.campaign_id = i.campaign_id
                            AND r.intervention_id = i.id AND r.replaced_at IS NULL)
                        OR EXISTS (SELECT 1 FROM requested_plan p JOIN herd h ON h.id = i.herd_id
                            JOIN milk_result m ON m.holding_id = h.holding_id AND m.disease = p.disease
                            WHERE p.campaign_id = i.campaign_id AND p.intervention_id = i.id AND p.matrix = 'milk'
                                AND m.replaced_by IS NULL AND m.sampled_on >= ? AND m.sampled_on <= ?)
                        THEN 1 ELSE 0 END AS results,
                    CASE WHEN EXISTS (SELECT 1 FROM herd_assignment a JOIN animal e ON e.id = a.animal_id
                        WHERE a.herd_id = i.herd_id AND a.retracted_at IS NULL AND a.since > n.decided_on
                            AND (n.code IN ('DECNR_AA', 'DECNR_EAF') OR n.code = 'DECNR_PBE' AND e.birth_date <= ?))
                        THEN 1 ELSE 0 END AS entries
                FROM non_completion n
                JOIN intervention i ON i.campaign_id = n.campaign_id AND i.id = n.intervention_id
                WHERE n.campaign_id = ? AND n.revoked_on IS NULL) t
            WHERE t.results = 1 OR t.entries = 1 ORDER BY t.id
            """, [.day(milk.from), .day(milk.until), .day(bornBy), .int(campaign)]
        ) { row in
            ContradictedDecision(
                intervention: row.int(0), number: row.text(1), cause: row.flag(2) ? .results : .entries)
        }
    }
}
