import Kernel
import Prophylaxis

/// What a recomputation reads of one campaign, query by query, each in key order.
package struct StatusQuery: Sendable {
    package let campaign: Int64
    package let parameters: CampaignParameters
    package let today: Day

    package init(campaign: Int64, parameters: CampaignParameters, today: Day) {
        self.campaign = campaign
        self.parameters = parameters
        self.today = today
    }
}

extension Connection {
    /// The counted facts of the interventions that the filter names. Interventions whose report stands are left out:
    /// their computation has stopped (PRO-223).
    package func statusFacts(_ query: StatusQuery, _ filter: InterventionFilter) throws -> InterventionChunk {
        var chunk = try openInterventions(query, filter)
        guard !chunk.heads.isEmpty else { return chunk }
        try readPlans(query, filter, into: &chunk)
        try readDocuments(query, filter, into: &chunk)
        try readVisits(query, filter, into: &chunk)
        try readBlood(query, filter, into: &chunk)
        try readMilk(query, filter, into: &chunk)
        try readTuberculin(query, filter, into: &chunk)
        try readHerdFlags(query, filter, into: &chunk)
        try readDecisions(query, filter, into: &chunk)
        try readRetests(query, filter, into: &chunk)
        try readExits(query, into: &chunk)
        return chunk
    }

    private func openInterventions(_ query: StatusQuery, _ filter: InterventionFilter) throws -> InterventionChunk {
        let condition = filter.condition(on: "i.id")
        var chunk = InterventionChunk()
        try rows(
            """
            SELECT i.id, i.herd_id, i.kind FROM intervention i
            WHERE i.campaign_id = ? AND \(condition.sql) AND i.state = 'planned'
                AND NOT EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = i.campaign_id
                    AND r.intervention_id = i.id AND r.invalidated_on IS NULL)
            ORDER BY i.id
            """, [.int(query.campaign)] + condition.arguments
        ) { row in
            chunk.append(
                .init(id: row.int(0), herd: row.int(1), kind: row.text(2)),
                delegated: query.parameters.delegatedDiseases)
        }
        return chunk
    }

    private func readPlans(
        _ query: StatusQuery, _ filter: InterventionFilter, into chunk: inout InterventionChunk
    ) throws {
        let condition = filter.condition(on: "intervention_id")
        try rows(
            """
            SELECT intervention_id, disease, matrix FROM requested_plan
            WHERE campaign_id = ? AND \(condition.sql)
            """, [.int(query.campaign)] + condition.arguments
        ) { row in
            guard let disease = Disease(in: row, column: 1), let matrix = Matrix(rawValue: row.text(2)) else { return }
            chunk.update(row.int(0), disease) { $0.matrices.insert(MatrixSet(matrix)) }
        }
    }

    /// Validated documents, and how many distinct animals they ask for (PRO-297): an animal has one row for all
    /// editions, with its diseases as bits.
    private func readDocuments(
        _ query: StatusQuery, _ filter: InterventionFilter, into chunk: inout InterventionChunk
    ) throws {
        let condition = filter.condition(on: "intervention_id")
        try rows(
            """
            SELECT DISTINCT intervention_id FROM edition
            WHERE campaign_id = ? AND \(condition.sql) AND state = 'validated'
            """, [.int(query.campaign)] + condition.arguments
        ) { row in
            chunk.updateAll(row.int(0)) { $0.documentValidated = true }
        }
        try rows(
            """
            SELECT intervention_id, sum(diseases & 1), sum((diseases & 2) / 2), sum((diseases & 4) / 4)
            FROM requested_animal
            WHERE campaign_id = ? AND \(condition.sql) AND cancelled_on IS NULL AND first_edition > 0
            GROUP BY intervention_id
            """, [.int(query.campaign)] + condition.arguments
        ) { row in
            for disease in Disease.allCases {
                chunk.update(row.int(0), disease) { $0.requestedAnimals = Int(row.int(disease.ordinal + 1)) }
            }
        }
    }

    /// Start and finish are the vet's visits alone (decision 10); tuberculin's are its injections.
    private func readVisits(
        _ query: StatusQuery, _ filter: InterventionFilter, into chunk: inout InterventionChunk
    ) throws {
        let condition = filter.condition(on: "intervention_id")
        try rows(
            """
            SELECT intervention_id, visited_on, kind FROM visit
            WHERE campaign_id = ? AND \(condition.sql) AND retracted_at IS NULL
            """, [.int(query.campaign)] + condition.arguments
        ) { row in
            let day = row.day(1)
            let diseases: [Disease] = row.text(2) == "injection" ? [.tuberculosis] : [.brucellosis, .leukosis]
            for disease in diseases { chunk.update(row.int(0), disease) { $0.visit(on: day) } }
        }
    }
}

extension DiseaseFacts {
    fileprivate mutating func visit(on day: Day) {
        if visits == nil { visits = VisitSpan(day) }
        visits?.join(day)
    }
}
