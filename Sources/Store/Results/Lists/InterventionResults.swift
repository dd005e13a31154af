import Kernel

/// One result of an intervention as a program reads it: of an animal, or of a tank's milk.
package struct InterventionResult: Sendable, Hashable {
    package let disease: String
    /// `blood`, `skin` or `milk`.
    package let matrix: String
    package let method: String?
    /// nil: the milk of the herd.
    package let animal: String?
    /// Of the sample, or of the injection.
    package let sampledOn: Day
    /// Of the analysis, or of the reading.
    package let analysedOn: Day?
    /// As the laboratory wrote it; a tuberculin outcome for skin. nil: it could not be read.
    package let interpretation: String?
    /// What the services decided of a doubtful one: `NEG`, `POS`.
    package let decision: String?
    /// Why it could not be read, or why an animal was not tested.
    package let reason: String?
    /// Code of the laboratory.
    package let laboratory: String?
    /// The laboratory's file (*dossier*).
    package let dossier: String?
    /// The sampling document names the animal.
    package let isOnDocument: Bool?
}

extension Connection {
    /// The results of an intervention that stand, by matrix, disease and animal. A tuberculin report names only the
    /// animals that are not negative, and those that were not tested.
    /// - Parameter milk: first and last day of the milk that counts for its campaign.
    package func standingResults(
        of intervention: InterventionIdentity, milk: (first: Day, last: Day)
    ) throws -> [InterventionResult] {
        let key: [SQLValue] = [.int(intervention.campaign), .int(intervention.id)]
        return try all(
            """
            SELECT disease, matrix, method, animal, sampled_on, analysed_on, interpretation, decision, reason,
                laboratory, dossier, on_document FROM (
                SELECT b.disease, 'blood' AS matrix, b.method, a.number AS animal, b.sampled_on, b.analysed_on,
                    b.interpretation, b.decision, b.unreadable_reason AS reason, o.code AS laboratory, b.dossier,
                    b.on_document, b.id
                FROM blood_result b JOIN animal a ON a.id = b.animal_id
                LEFT JOIN organisation o ON o.id = b.laboratory_id
                WHERE b.campaign_id = ? AND b.intervention_id = ? AND b.replaced_at IS NULL
                UNION ALL
                SELECT 'TUB', 'skin', r.method, n.number, r.injected_on, r.read_on, n.outcome, NULL, n.reason, NULL,
                    NULL, NULL, r.id
                FROM tuberculin_report r JOIN tuberculin_animal n ON n.campaign_id = r.campaign_id
                    AND n.intervention_id = r.intervention_id AND n.report_id = r.id
                WHERE r.campaign_id = ? AND r.intervention_id = ? AND r.replaced_at IS NULL
                UNION ALL
                SELECT m.disease, 'milk', NULL, NULL, m.sampled_on, m.analysed_on, m.interpretation, NULL, NULL, o.code,
                    m.dossier, NULL, m.id
                FROM intervention i JOIN herd h ON h.id = i.herd_id
                JOIN requested_plan p ON p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                    AND p.matrix = 'milk'
                JOIN milk_result m ON m.holding_id = h.holding_id AND m.disease = p.disease
                JOIN organisation o ON o.id = m.laboratory_id
                WHERE i.campaign_id = ? AND i.id = ? AND m.replaced_by IS NULL AND m.sampled_on >= ?
                    AND m.sampled_on <= ?) t
            ORDER BY matrix, disease, COALESCE(animal, ''), sampled_on, id
            """, key + key + key + [.day(milk.first), .day(milk.last)]
        ) { row in
            InterventionResult(
                disease: row.text(0), matrix: row.text(1), method: row.textOrNil(2), animal: row.textOrNil(3),
                sampledOn: row.day(4), analysedOn: row.dayOrNil(5), interpretation: row.textOrNil(6),
                decision: row.textOrNil(7), reason: row.textOrNil(8), laboratory: row.textOrNil(9),
                dossier: row.textOrNil(10), isOnDocument: row.isNull(11) ? nil : row.flag(11))
        }
    }
}
