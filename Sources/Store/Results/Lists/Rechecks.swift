import Kernel

extension Connection {
    /// Rechecks recorded in the wrong place, by which one suspicion may count twice (PRO-189): a brucellosis result of
    /// an intervention outside the campaign for an animal that is not negative in the campaign itself, and a
    /// comparative tuberculin test beside an earlier report of the same intervention that is not negative.
    package func misplacedRechecks(campaign: Int64) throws -> [ReceptionRow] {
        let blood = try all(
            """
            SELECT DISTINCT 'recheck-outside', o.number, g.number, r.disease, 'blood', l.code,
                a.number || ' ' || m.number
            FROM blood_result r
            JOIN intervention o ON o.campaign_id = r.campaign_id AND o.id = r.intervention_id AND o.kind = 'outside'
            JOIN intervention m ON m.campaign_id = o.campaign_id AND m.herd_id = o.herd_id AND m.kind = 'main'
            JOIN blood_result f ON f.campaign_id = m.campaign_id AND f.intervention_id = m.id
                AND f.disease = r.disease AND f.animal_id = r.animal_id AND f.replaced_at IS NULL
                AND f.interpretation NOT IN ('NEG', 'IN_ITPBLE') AND f.sampled_on <= r.sampled_on
            JOIN herd d ON d.id = o.herd_id JOIN holding g ON g.id = d.holding_id
            JOIN animal a ON a.id = r.animal_id LEFT JOIN organisation l ON l.id = r.laboratory_id
            WHERE r.campaign_id = ? AND r.disease = 'BRU' AND r.replaced_at IS NULL
            ORDER BY 2, 7
            """, [.int(campaign)], ReceptionRow.init)
        let skin = try all(
            """
            SELECT 'recheck-in-prophylaxis', i.number, g.number, 'TUB', 'skin', NULL,
                CAST(r.injected_on AS \(dialect.pick(sqlite: "TEXT", postgres: "VARCHAR")))
            FROM tuberculin_report r
            JOIN intervention i ON i.campaign_id = r.campaign_id AND i.id = r.intervention_id AND i.kind = 'main'
            JOIN herd d ON d.id = i.herd_id JOIN holding g ON g.id = d.holding_id
            WHERE r.campaign_id = ? AND r.method = 'IDC' AND r.replaced_at IS NULL
                AND EXISTS (SELECT 1 FROM tuberculin_report f WHERE f.campaign_id = r.campaign_id
                    AND f.intervention_id = r.intervention_id AND f.injected_on < r.injected_on
                    AND f.replaced_at IS NULL AND COALESCE(f.nadids, 0) + COALESCE(f.npidsp, 0)
                    + COALESCE(f.nagdidctub, 0) + COALESCE(f.napdidctub, 0) + COALESCE(f.npidc, 0) > 0)
            ORDER BY i.number, r.injected_on
            """, [.int(campaign)], ReceptionRow.init)
        return blood + skin
    }

    /// Whether an earlier standing report of the intervention is not negative.
    package func hasNonNegativeReport(of concerned: ConcernedIntervention, before day: Day) throws -> Bool {
        try count(
            """
            SELECT count(*) FROM tuberculin_report WHERE campaign_id = ? AND intervention_id = ? AND injected_on < ?
                AND replaced_at IS NULL AND COALESCE(nadids, 0) + COALESCE(npidsp, 0) + COALESCE(nagdidctub, 0)
                    + COALESCE(napdidctub, 0) + COALESCE(npidc, 0) > 0
            """, [.int(concerned.campaign), .int(concerned.intervention), .day(day)]) > 0
    }
}
