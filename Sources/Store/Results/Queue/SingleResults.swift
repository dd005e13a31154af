import Kernel

/// One blood result that a person enters or attaches.
package struct NewBloodResult: Sendable {
    package let campaign: Int64
    package let intervention: Int64
    package let disease: String
    package let animal: Int64
    package let sample: String
    package let sampledOn: Day
    package var interpretation: String?
    package var reason: String?
    package var analysedOn: Day?
    package var method = "SER"
    package var laboratory: Int64?
    package var dossier = ""
    package var run: Int64?
    package var line: Int?
    package var proof: String?

    package init(
        in intervention: (campaign: Int64, id: Int64), disease: String, animal: Int64,
        sample: (number: String, on: Day)
    ) {
        (campaign, self.intervention) = intervention
        self.disease = disease
        self.animal = animal
        (self.sample, sampledOn) = sample
    }
}

extension Connection {
    /// The interventions of a department with this number, with each disease given.
    package func concerned(
        number: String, department: String, diseases: [String]
    ) throws -> [ConcernedIntervention] {
        let rows = try all(
            """
            SELECT i.campaign_id, i.id, h.holding_id,
                CASE WHEN c.state = 'closed' THEN 1 ELSE 0 END,
                CASE WHEN EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = i.campaign_id
                    AND r.intervention_id = i.id AND r.invalidated_on IS NULL) THEN 1 ELSE 0 END
            FROM intervention i JOIN campaign c ON c.id = i.campaign_id JOIN herd h ON h.id = i.herd_id
            WHERE i.number = ? AND i.department = ? AND i.state = 'planned' ORDER BY i.campaign_id DESC LIMIT 1
            """, [.text(number), .text(department)]
        ) { ($0.int(0), $0.int(1), $0.int(2), $0.flag(3), $0.flag(4)) }
        return rows.flatMap { row in
            diseases.map { disease in
                ConcernedIntervention(
                    campaign: row.0, intervention: row.1, number: number, holding: row.2, disease: disease,
                    department: department, isClosed: row.3, hasReport: row.4)
            }
        }
    }

    package func animalID(number: String) throws -> Int64? {
        try first("SELECT id FROM animal WHERE number = ?", [.text(number)]) { $0.int(0) }
    }

    package func matrices(of concerned: ConcernedIntervention) throws -> [String] {
        try all(
            "SELECT matrix FROM requested_plan WHERE campaign_id = ? AND intervention_id = ? AND disease = ?",
            [.int(concerned.campaign), .int(concerned.intervention), .text(concerned.disease)]
        ) { $0.text(0) }
    }

    package func insert(_ result: NewBloodResult, id: Int64, by actor: String) throws {
        try execute(
            """
            INSERT INTO blood_result (campaign_id, intervention_id, disease, animal_id, id, interpretation, on_document,
                method, sample_number, sampled_on, analysed_on, unreadable_reason, laboratory_id, dossier, import_id,
                    line,
                proof)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(result.campaign), .int(result.intervention), .text(result.disease), .int(result.animal), .int(id),
                .textOrNull(result.interpretation), .text(result.method), .text(result.sample), .day(result.sampledOn),
                .dayOrNull(result.analysedOn), .textOrNull(result.reason), .intOrNull(result.laboratory),
                .text(result.dossier), .intOrNull(result.run), .intOrNull(result.line), .textOrNull(result.proof),
            ])
        try refreshOnDocument(campaign: result.campaign, interventions: [result.intervention])
        try execute(
            """
            INSERT INTO visit (campaign_id, intervention_id, visited_on, kind, source, recorded_by)
            VALUES (?, ?, ?, 'sampling', 'results', ?)
            ON CONFLICT (campaign_id, intervention_id, visited_on, kind) DO NOTHING
            """, [.int(result.campaign), .int(result.intervention), .day(result.sampledOn), .text(actor)])
    }

    /// Standing lines of an animal that a decision may settle: neither NEG nor POS (PRO-298).
    package func undecidedBlood(
        of concerned: ConcernedIntervention, animal: Int64
    ) throws -> (all: [Int64], open: [Int64]) {
        let rows = try all(
            """
            SELECT id, interpretation FROM blood_result WHERE campaign_id = ? AND intervention_id = ? AND disease = ?
                AND animal_id = ? AND replaced_at IS NULL ORDER BY id
            """,
            [
                .int(concerned.campaign), .int(concerned.intervention), .text(concerned.disease), .int(animal),
            ]
        ) { ($0.int(0), $0.textOrNil(1)) }
        return (rows.map(\.0), rows.filter { $0.1 != "NEG" && $0.1 != "POS" }.map(\.0))
    }

    package func decide(
        _ ids: [Int64], of concerned: ConcernedIntervention, _ decision: (code: String, reason: String),
        by who: (actor: String, at: String)
    ) throws {
        for id in ids {
            try execute(
                """
                UPDATE blood_result SET decision = ?, decision_reason = ?, decided_by = ?, decided_at = ?
                WHERE campaign_id = ? AND intervention_id = ? AND disease = ? AND id = ?
                """,
                [
                    .text(decision.code), .text(decision.reason), .text(who.actor), .text(who.at),
                    .int(concerned.campaign), .int(concerned.intervention), .text(concerned.disease), .int(id),
                ])
        }
    }

    package func recordEvidence(
        id: Int64, for concerned: ConcernedIntervention, kind: String, test: (animal: Int64?, on: Day?),
        reference: String, by who: (actor: String, at: String)
    ) throws {
        try execute(
            """
            INSERT INTO evidence (id, campaign_id, intervention_id, disease, kind, animal_id, tested_on, reference,
                recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(id), .int(concerned.campaign), .int(concerned.intervention), .text(concerned.disease), .text(kind),
                .intOrNull(test.animal), .dayOrNull(test.on), .text(reference), .text(who.actor), .text(who.at),
            ])
    }

    /// The last day on which someone worked in the herd for the intervention.
    package func lastVisit(of concerned: ConcernedIntervention) throws -> Day? {
        try first(
            """
            SELECT visited_on FROM visit WHERE campaign_id = ? AND intervention_id = ? AND retracted_at IS NULL
            ORDER BY visited_on DESC LIMIT 1
            """, [.int(concerned.campaign), .int(concerned.intervention)]
        ) { $0.day(0) }
    }
}
