import Kernel

/// Attaching the staged results of a report to interventions (decision 20): by number, else by sample, else by animal,
/// disease and open intervention. Two candidates are never a guess.
extension Connection {
    package func matchBlood(laboratory: Int64, department: String) throws {
        try execute("UPDATE in_blood SET animal_id = a.id FROM animal a WHERE a.number = in_blood.animal")
        try script("CREATE INDEX in_blood_number ON in_blood (number)")
        try execute(
            """
            INSERT INTO in_candidate SELECT s.n, i.campaign_id, i.id
            FROM in_blood s JOIN intervention i ON i.number = s.number AND i.state = 'planned'
            """)
        // The sample has a result already: a repeat or a replacement.
        try addCandidates(
            """
            SELECT DISTINCT s.n, b.campaign_id, b.intervention_id
            FROM in_blood s JOIN blood_result b ON b.animal_id = s.animal_id AND b.sample_number = s.sample
            WHERE b.laboratory_id = \(laboratory) AND b.replaced_at IS NULL
            """)
        // The animal is on the document of an open intervention for the disease.
        try addCandidates(
            """
            SELECT DISTINCT s.n, r.campaign_id, r.intervention_id
            FROM in_blood s JOIN requested_animal r ON r.animal_id = s.animal_id
                AND (r.diseases & CASE s.disease WHEN 'BRU' THEN 1 WHEN 'LEU' THEN 2 ELSE 4 END) <> 0
            JOIN intervention i ON i.campaign_id = r.campaign_id AND i.id = r.intervention_id AND i.state = 'planned'
            JOIN campaign c ON c.id = i.campaign_id AND c.state = 'executed'
            WHERE \(Connection.isOpen)
            """)
        // The animal stood in a herd that is to be bled for the disease.
        try addCandidates(
            """
            SELECT DISTINCT s.n, i.campaign_id, i.id
            FROM in_blood s JOIN herd_assignment h ON h.animal_id = s.animal_id AND h.retracted_at IS NULL
                AND h.since <= s.sampled_on AND (h.until IS NULL OR h.until >= s.sampled_on)
            JOIN intervention i ON i.herd_id = h.herd_id AND i.state = 'planned'
            JOIN campaign c ON c.id = i.campaign_id AND c.state = 'executed'
            JOIN requested_plan p ON p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                AND p.disease = s.disease
            WHERE \(Connection.isOpen)
            """)
        try settleCandidates(department)
    }

    private static let isOpen = """
        NOT EXISTS (SELECT 1 FROM inspection_report x WHERE x.campaign_id = i.campaign_id
            AND x.intervention_id = i.id AND x.invalidated_on IS NULL)
        """

    /// For lines that name no intervention and have no candidate yet.
    private func addCandidates(_ select: String) throws {
        try execute(
            """
            INSERT INTO in_candidate SELECT * FROM (\(select)) q
            WHERE q.n IN (SELECT n FROM in_blood WHERE number IS NULL)
                AND q.n NOT IN (SELECT n FROM in_candidate)
            """)
    }

    private func settleCandidates(_ department: String) throws {
        try execute(
            """
            UPDATE in_blood SET candidates = k.many, campaign_id = k.campaign_id, intervention_id = k.intervention_id
            FROM (SELECT n, count(*) AS many, min(campaign_id) AS campaign_id, min(intervention_id) AS intervention_id
                FROM in_candidate GROUP BY n) k
            WHERE k.n = in_blood.n
            """)
        try execute(
            """
            UPDATE in_blood SET department = i.department FROM intervention i
            WHERE i.campaign_id = in_blood.campaign_id AND i.id = in_blood.intervention_id
            """)
        try execute(
            """
            UPDATE in_blood SET on_document = 1 WHERE EXISTS (SELECT 1 FROM requested_animal r
                WHERE r.campaign_id = in_blood.campaign_id AND r.intervention_id = in_blood.intervention_id
                    AND r.animal_id = in_blood.animal_id
                    AND r.cancelled_on IS NULL AND (r.diseases & CASE in_blood.disease WHEN 'BRU' THEN 1 WHEN 'LEU'
                        THEN 2 ELSE 4 END) <> 0)
            """)
        try execute(
            """
            UPDATE in_blood SET on_document = 1 WHERE on_document = 0 AND EXISTS (SELECT 1 FROM added_animal r
                WHERE r.campaign_id = in_blood.campaign_id AND r.intervention_id = in_blood.intervention_id
                    AND r.animal_id = in_blood.animal_id
                    AND (r.diseases & CASE in_blood.disease WHEN 'BRU' THEN 1 WHEN 'LEU' THEN 2 ELSE 4 END) <> 0)
            """)
        let plan = """
            FROM requested_plan p WHERE p.campaign_id = in_blood.campaign_id
                AND p.intervention_id = in_blood.intervention_id AND p.disease = in_blood.disease
            """
        try execute(
            """
            UPDATE in_blood SET fault = CASE
                WHEN matrix <> 'blood' THEN 'result-wrong-matrix'
                WHEN animal_id IS NULL THEN 'result-animal-unknown'
                WHEN candidates = 0 AND number IS NOT NULL THEN 'result-intervention-unknown'
                WHEN candidates = 0 THEN 'result-without-intervention'
                WHEN candidates > 1 THEN 'result-several-interventions'
                WHEN department <> ? THEN 'result-intervention-elsewhere'
                WHEN disease NOT IN ('BRU', 'LEU') OR NOT EXISTS (SELECT 1 \(plan)) THEN 'result-plan-unknown'
                WHEN NOT EXISTS (SELECT 1 \(plan) AND p.matrix = 'blood') THEN 'result-wrong-matrix' END
            """, [.text(department)])
        try markBloodDoubles()
        // Whose a result is that belongs to no intervention.
        try execute(
            """
            UPDATE in_blood SET department = (SELECT min(h.department) FROM herd_assignment a
                JOIN herd h ON h.id = a.herd_id
                WHERE a.animal_id = in_blood.animal_id AND a.retracted_at IS NULL AND a.since <= in_blood.sampled_on
                    AND (a.until IS NULL OR a.until >= in_blood.sampled_on))
            WHERE department IS NULL AND animal_id IS NOT NULL AND fault IS NOT NULL
            """)
    }

    /// What says the same once more, in the file or in the store, counts once.
    private func markBloodDoubles() throws {
        try script(
            "CREATE INDEX in_blood_key ON in_blood (campaign_id, intervention_id, disease, animal_id, sample)")
        func same(_ other: String, _ column: String, _ mine: String? = nil) -> String {
            "COALESCE(\(other).\(column), '') = COALESCE(in_blood.\(mine ?? column), '')"
        }
        try execute(
            """
            UPDATE in_blood SET fault = 'duplicate-line' WHERE fault IS NULL AND EXISTS (SELECT 1 FROM in_blood e
                WHERE e.campaign_id = in_blood.campaign_id AND e.intervention_id = in_blood.intervention_id
                    AND e.disease = in_blood.disease AND e.animal_id = in_blood.animal_id
                    AND e.sample = in_blood.sample AND e.method = in_blood.method AND e.n < in_blood.n
                    AND \(same("e", "interpretation")) AND \(same("e", "reason")) AND e.sampled_on =
                        in_blood.sampled_on)
            """)
        try execute(
            """
            UPDATE in_blood SET fault = 'duplicate-line' WHERE fault IS NULL AND EXISTS (SELECT 1 FROM blood_result b
                WHERE b.campaign_id = in_blood.campaign_id AND b.intervention_id = in_blood.intervention_id
                    AND b.disease = in_blood.disease AND b.animal_id = in_blood.animal_id
                    AND b.sample_number = in_blood.sample AND b.method = in_blood.method AND b.replaced_at IS NULL
                    AND \(same("b", "interpretation")) AND \(same("b", "unreadable_reason", "reason"))
                    AND b.sampled_on = in_blood.sampled_on)
            """)
    }
}
