import Kernel
import Prophylaxis

/// One disease of one intervention with fewer blood results than requested, as a serum bank is asked about it.
package struct SerumShortfall: Sendable, Hashable {
    package struct Laboratory: Sendable, Hashable {
        package let id: Int64
        package let code: String
        package let name: String
    }

    package let intervention: Int64
    package let number: String
    package let holding: String
    package let holdingName: String
    package let herdCode: String
    package let disease: Disease
    package let method: String
    package let requested: Int
    package let tested: Int
    package let sampledOn: Day
    /// The latest validated edition of the sampling document.
    package let edition: Int
    package let laboratory: Laboratory?
    /// Animals with serum and without a readable result for the disease.
    package internal(set) var candidates: [String] = []

    package var missing: Int { max(0, requested - tested) }
}

/// A request to a serum bank (PRO-255).
package struct SerumRequestRow: Sendable, Hashable {
    package let id: Int64
    package let campaign: Int64
    package let shortfall: SerumShortfall

    package init(id: Int64, campaign: Int64, _ shortfall: SerumShortfall) {
        self.id = id
        self.campaign = campaign
        self.shortfall = shortfall
    }
}

/// A request to a serum bank as it stands: asked, answered, impossible.
package struct SerumRequestEntry: Sendable, Hashable {
    package let disease: Disease
    /// Code and name of the laboratory that was asked.
    package let laboratory: String?
    package let laboratoryName: String?
    package let missing: Int
    package let askedOn: Day
    /// `answered`, `impossible`; nil while it is awaited.
    package let answer: String?
    package let answeredOn: Day?
    package let note: String?
}

extension Connection {
    /// The blood shortfalls of the interventions, in order of number and disease.
    package func serumShortfalls(of campaign: Int64, _ filter: InterventionFilter) throws -> [SerumShortfall] {
        let condition = filter.condition(on: "s.intervention_id")
        var rows = try all(
            """
            SELECT i.id, i.number, g.number, g.name, h.code, s.disease, p.method, s.requested, s.tested, s.started_on,
                COALESCE((SELECT max(e.number) FROM edition e WHERE e.campaign_id = i.campaign_id
                    AND e.intervention_id = i.id AND e.state = 'validated'), 0), o.id, o.code, o.name
            FROM disease_state s
            JOIN intervention i ON i.campaign_id = s.campaign_id AND i.id = s.intervention_id
            JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            JOIN requested_plan p ON p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                AND p.disease = s.disease AND p.matrix = 'blood'
            LEFT JOIN organisation o ON o.id = p.laboratory_id
            WHERE s.campaign_id = ? AND \(condition.sql) AND s.tested < s.requested AND s.started_on IS NOT NULL
            ORDER BY i.number, s.disease
            """, [.int(campaign)] + condition.arguments
        ) { try SerumShortfall($0) }
        let candidates = try serumCandidates(of: campaign, filter)
        for index in rows.indices {
            rows[index].candidates = candidates[rows[index].intervention]?[rows[index].disease] ?? []
        }
        return rows
    }

    /// Sampled for the intervention, for any disease or another plan, and not analysed for the disease.
    private func serumCandidates(
        of campaign: Int64, _ filter: InterventionFilter
    ) throws -> [Int64: [Disease: [String]]] {
        let (blood, herd) = (filter.condition(on: "b.intervention_id"), filter.condition(on: "i.id"))
        var candidates: [Int64: [Disease: [String]]] = [:]
        try rows(
            """
            WITH sampled AS (
                SELECT b.intervention_id, b.animal_id FROM blood_result b
                WHERE b.campaign_id = ? AND \(blood.sql) AND b.replaced_at IS NULL
                UNION
                SELECT i.id, o.animal_id FROM intervention i
                JOIN herd_assignment x ON x.herd_id = i.herd_id AND x.retracted_at IS NULL
                JOIN other_sample o ON o.campaign_id = i.campaign_id AND o.animal_id = x.animal_id
                WHERE i.campaign_id = ? AND \(herd.sql))
            SELECT s.intervention_id, p.disease, a.number
            FROM sampled s
            JOIN requested_plan p ON p.campaign_id = ? AND p.intervention_id = s.intervention_id
                AND p.matrix = 'blood'
            JOIN animal a ON a.id = s.animal_id
            WHERE NOT EXISTS (SELECT 1 FROM blood_result r WHERE r.campaign_id = ?
                AND r.intervention_id = s.intervention_id AND r.disease = p.disease AND r.animal_id = s.animal_id
                AND r.replaced_at IS NULL AND r.interpretation IS NOT NULL
                AND r.interpretation NOT IN ('ABS', 'IN_ITPBLE'))
            ORDER BY 1, 2, 3
            """,
            [.int(campaign)] + blood.arguments + [.int(campaign)] + herd.arguments + [.int(campaign), .int(campaign)]
        ) { row in candidates[row.int(0), default: [:]][try row.code(1), default: []].append(row.text(2)) }
        return candidates
    }

    package func insert(_ requests: [SerumRequestRow], on day: Day, by actor: String) throws {
        let columns = [
            "id", "campaign_id", "intervention_id", "disease", "laboratory_id", "missing", "asked_on", "asked_by",
        ]
        try bulkInsert(into: "serum_request", columns: columns) { writer in
            for request in requests {
                writer.int(request.id)
                writer.int(request.campaign)
                writer.int(request.shortfall.intervention)
                writer.text(request.shortfall.disease.rawValue)
                writer.int(request.shortfall.laboratory?.id)
                writer.int(Int64(request.shortfall.missing))
                writer.day(day)
                writer.text(actor)
                try writer.endRow()
            }
        }
    }

    /// The latest request about a disease of an intervention, and when it was asked.
    package func serumRequest(
        campaign: Int64, intervention: Int64, disease: Disease
    ) throws -> (id: Int64, askedOn: Day)? {
        try first(
            """
            SELECT id, asked_on FROM serum_request WHERE campaign_id = ? AND intervention_id = ? AND disease = ?
            ORDER BY id DESC LIMIT 1
            """, [.int(campaign), .int(intervention), .text(disease.rawValue)]
        ) { ($0.int(0), $0.day(1)) }
    }

    /// The latest request about each disease of an intervention.
    package func serumRequests(of intervention: InterventionIdentity) throws -> [SerumRequestEntry] {
        try all(
            """
            SELECT s.disease, o.code, o.name, s.missing, s.asked_on, s.answer, s.answered_on, s.answer_note
            FROM serum_request s LEFT JOIN organisation o ON o.id = s.laboratory_id
            WHERE s.campaign_id = ? AND s.intervention_id = ? AND NOT EXISTS (SELECT 1 FROM serum_request n
                WHERE n.campaign_id = s.campaign_id AND n.intervention_id = s.intervention_id
                    AND n.disease = s.disease AND n.id > s.id)
            ORDER BY s.disease
            """, [.int(intervention.campaign), .int(intervention.id)]
        ) { row in
            SerumRequestEntry(
                disease: try row.code(0), laboratory: row.textOrNil(1), laboratoryName: row.textOrNil(2),
                missing: Int(row.int(3)), askedOn: row.day(4), answer: row.textOrNil(5),
                answeredOn: row.dayOrNil(6), note: row.textOrNil(7))
        }
    }

    package func answerSerumRequest(_ id: Int64, isImpossible: Bool, on day: Day, note: String?) throws {
        try execute(
            "UPDATE serum_request SET answer = ?, answered_on = ?, answer_note = ? WHERE id = ?",
            [.text(isImpossible ? "impossible" : "answered"), .day(day), .textOrNull(note), .int(id)])
    }
}

extension SerumShortfall {
    fileprivate init(_ row: borrowing Row) throws {
        intervention = row.int(0)
        number = row.text(1)
        holding = row.text(2)
        holdingName = row.text(3)
        herdCode = row.text(4)
        disease = try row.code(5)
        method = row.text(6)
        (requested, tested) = (Int(row.int(7)), Int(row.int(8)))
        sampledOn = row.day(9)
        edition = Int(row.int(10))
        laboratory = row.isNull(11) ? nil : Laboratory(id: row.int(11), code: row.text(12), name: row.text(13))
    }
}
