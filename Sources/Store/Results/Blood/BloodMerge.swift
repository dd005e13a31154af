import Kernel

/// A staged result after matching, where there is something to say of it.
package struct JudgedBlood: Sendable, Hashable {
    package let number: Int64
    package let line: Int
    /// A code of the findings; nil for a result that counts.
    package let fault: String?
    package let staged: StagedBloodFacts
    package let isOnDocument: Bool
    package let sampledOutside: Bool
    /// Of the intervention or herd that it names; nil where it names none that is known.
    package let department: String?
}

/// The facts of a result, as they are kept when it cannot be attached.
package struct StagedBloodFacts: Sendable, Hashable, Codable {
    package let intervention: String?
    package let sample: String
    package let animal: String?
    package let sampledOn: Day
    package let disease: String
    package let method: String
    package let matrix: String
    package let interpretation: String?
    package let reason: String?
    package let analysedOn: Day?
    /// Code of the laboratory, and its name for the file.
    package var laboratory: String?
    package var dossier: String?
}

/// An earlier result of the same sample that a report replaces by another one.
package struct ReplacedBlood: Sendable, Hashable {
    package let campaign: Int64
    package let intervention: Int64
    package let disease: String
    package let animal: String
    package let was: String?
    package let becomes: String?
}

extension Connection {
    /// Results with a fault, off the document, outside the campaign though not planned there (PRO-137), unreadable or
    /// not negative, in order of the file.
    package func remarkableBlood(_ each: (JudgedBlood) throws -> Void) throws {
        try rows(
            """
            SELECT s.n, s.line, s.fault, s.number, s.sample, s.animal, s.sampled_on, s.disease, s.method, s.matrix,
                s.interpretation, s.reason, s.analysed_on, s.on_document,
                CASE WHEN s.sampled_on < c.starts_on OR s.sampled_on > c.ends_on THEN 1 ELSE 0 END, s.department
            FROM in_blood s
            LEFT JOIN campaign c ON c.id = s.campaign_id
                AND NOT EXISTS (SELECT 1 FROM intervention o WHERE o.campaign_id = s.campaign_id
                    AND o.id = s.intervention_id AND o.kind = 'outside')
            WHERE s.fault IS NOT NULL OR s.on_document = 0 OR s.interpretation IS NULL OR s.interpretation <> 'NEG'
                OR s.sampled_on < c.starts_on OR s.sampled_on > c.ends_on
            ORDER BY s.n
            """
        ) { row in
            let facts = StagedBloodFacts(
                intervention: row.textOrNil(3), sample: row.text(4), animal: row.textOrNil(5), sampledOn: row.day(6),
                disease: row.text(7), method: row.text(8), matrix: row.text(9), interpretation: row.textOrNil(10),
                reason: row.textOrNil(11), analysedOn: row.dayOrNil(12))
            try each(
                JudgedBlood(
                    number: row.int(0), line: Int(row.int(1)), fault: row.textOrNil(2), staged: facts,
                    isOnDocument: row.flag(13), sampledOutside: row.flag(14), department: row.textOrNil(15)))
        }
    }

    /// Another answer for a sample that has one takes its place; both stay in the table.
    package func replaceBlood(at now: String) throws -> [ReplacedBlood] {
        let join = """
            s.fault IS NULL AND b.campaign_id = s.campaign_id AND b.intervention_id = s.intervention_id
                AND b.disease = s.disease AND b.animal_id = s.animal_id AND b.sample_number = s.sample
                AND b.method = s.method AND b.replaced_at IS NULL
            """
        let replaced = try all(
            """
            SELECT b.campaign_id, b.intervention_id, b.disease, a.number, b.interpretation, s.interpretation
            FROM in_blood s JOIN blood_result b ON \(join) JOIN animal a ON a.id = b.animal_id ORDER BY s.n
            """
        ) { row in
            ReplacedBlood(
                campaign: row.int(0), intervention: row.int(1), disease: row.text(2), animal: row.text(3),
                was: row.textOrNil(4), becomes: row.textOrNil(5))
        }
        guard !replaced.isEmpty else { return [] }
        try execute(
            """
            UPDATE blood_result SET replaced_at = ? WHERE EXISTS (SELECT 1 FROM in_blood s
                WHERE s.fault IS NULL AND s.campaign_id = blood_result.campaign_id
                    AND s.intervention_id = blood_result.intervention_id AND s.disease = blood_result.disease
                    AND s.animal_id = blood_result.animal_id AND s.sample = blood_result.sample_number
                    AND s.method = blood_result.method)
                AND replaced_at IS NULL
                AND campaign_id IN (SELECT DISTINCT campaign_id FROM in_blood)
                AND intervention_id IN (SELECT DISTINCT intervention_id FROM in_blood)
            """, [.text(now)])
        return replaced
    }

    /// Moves what counts into the table, and the sampling days among the visits.
    package func insertStagedBlood(
        of run: ResultRun, laboratory: Int64, dossier: String, base: Int64
    ) throws -> Int {
        let count = try execute(
            """
            INSERT INTO blood_result (campaign_id, intervention_id, disease, animal_id, id, interpretation, on_document,
                method, sample_number, sampled_on, analysed_on, unreadable_reason, laboratory_id, dossier, import_id,
                    line)
            SELECT campaign_id, intervention_id, disease, animal_id, \(base) + n, interpretation, on_document,
                method, sample, sampled_on, analysed_on, reason, \(laboratory), CAST(? AS TEXT), \(run.id), line
            FROM in_blood WHERE fault IS NULL ORDER BY campaign_id, intervention_id, disease, animal_id, n
            """, [.text(dossier)])
        try execute(
            """
            INSERT INTO visit (campaign_id, intervention_id, visited_on, kind, source, recorded_by)
            SELECT DISTINCT campaign_id, intervention_id, sampled_on, 'sampling', 'results', CAST(? AS TEXT)
            FROM in_blood WHERE fault IS NULL
            ON CONFLICT (campaign_id, intervention_id, visited_on, kind) DO NOTHING
            """, [.text(run.actor)])
        return count
    }

    package func interventionsTouchedByBlood() throws -> [ConcernedIntervention] {
        try all(
            """
            SELECT DISTINCT i.campaign_id, i.id, 0, s.disease, i.department,
                CASE WHEN c.state = 'closed' THEN 1 ELSE 0 END,
                CASE WHEN EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = i.campaign_id
                    AND r.intervention_id = i.id AND r.invalidated_on IS NULL) THEN 1 ELSE 0 END, i.number
            FROM in_blood s JOIN intervention i ON i.campaign_id = s.campaign_id AND i.id = s.intervention_id
            JOIN campaign c ON c.id = i.campaign_id
            WHERE s.fault IS NULL ORDER BY i.campaign_id, i.id, s.disease
            """, [], ConcernedIntervention.init)
    }

    /// Attached results that are not negative: intervention, disease, animal, sign.
    package func nonNegativeBlood() throws -> [ReplacedBlood] {
        try all(
            """
            SELECT campaign_id, intervention_id, disease, animal, interpretation FROM in_blood
            WHERE fault IS NULL AND interpretation IS NOT NULL AND interpretation NOT IN ('NEG', 'IN_ITPBLE') ORDER BY n
            """
        ) { row in
            ReplacedBlood(
                campaign: row.int(0), intervention: row.int(1), disease: row.text(2), animal: row.text(3), was: nil,
                becomes: row.text(4))
        }
    }

    /// Whether results stand on the document is judged anew, after an edition was validated (PRO-91) or the
    /// veterinarian completed it (PRO-150).
    package func refreshOnDocument(campaign: Int64, interventions: [Int64]) throws {
        for ids in interventions.chunks(of: InterventionFilter.idLimit) {
            let condition = InterventionFilter.ids(Array(ids)).condition(on: "intervention_id")
            try execute(
                """
                UPDATE blood_result SET on_document = CASE WHEN EXISTS (SELECT 1 FROM requested_animal r
                    WHERE r.campaign_id = blood_result.campaign_id AND r.intervention_id = blood_result.intervention_id
                        AND r.animal_id = blood_result.animal_id
                        AND r.cancelled_on IS NULL
                        AND (r.diseases & CASE blood_result.disease WHEN 'BRU' THEN 1 ELSE 2 END) <> 0)
                    OR EXISTS (SELECT 1 FROM added_animal r
                    WHERE r.campaign_id = blood_result.campaign_id AND r.intervention_id = blood_result.intervention_id
                        AND r.animal_id = blood_result.animal_id
                        AND (r.diseases & CASE blood_result.disease WHEN 'BRU' THEN 1 ELSE 2 END) <> 0)
                    THEN 1 ELSE 0 END
                WHERE campaign_id = ? AND \(condition.sql)
                """, [.int(campaign)] + condition.arguments)
        }
    }
}
