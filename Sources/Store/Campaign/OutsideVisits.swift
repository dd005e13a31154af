import Kernel

/// Visits outside the campaign, attached to the herd's main intervention (PRO-137).
extension Connection {
    /// The earlier closing of a herd and its holding; nil while both are open.
    package func closing(ofHerd id: Int64) throws -> Day? {
        try first(
            "SELECT h.closed_on, g.closed_on FROM herd h JOIN holding g ON g.id = h.holding_id WHERE h.id = ?",
            [.int(id)]
        ) { [$0.dayOrNil(0), $0.dayOrNil(1)].compactMap { $0 }.min() } ?? nil
    }

    /// Those planned and not made yet, in the order of their numbers.
    package func standingOutsideVisits(of parent: InterventionRow) throws -> [InterventionRow] {
        try all(
            """
            SELECT \(InterventionRow.columns) FROM intervention i
            WHERE campaign_id = ? AND parent_id = ? AND kind = 'outside' AND state = 'planned'
                AND NOT EXISTS (SELECT 1 FROM visit w WHERE w.campaign_id = i.campaign_id
                    AND w.intervention_id = i.id AND w.retracted_at IS NULL)
            ORDER BY number
            """, [.int(parent.campaign), .int(parent.id)]
        ) { try InterventionRow($0) }
    }
}
