import Kernel
import Prophylaxis

/// Interventions: written in bulk by the execution of a campaign, one by one afterwards.
extension Connection {
    package func insert(_ interventions: [InterventionRow]) throws {
        let columns = [
            "campaign_id", "id", "number", "herd_id", "department", "kind", "parent_id", "state", "state_reason",
            "origin", "planned_on", "veterinarian_id", "completed_on",
        ]
        try bulkInsert(into: "intervention", columns: columns) { writer in
            for row in interventions {
                writer.int(row.campaign)
                writer.int(row.id)
                writer.text(row.number)
                writer.int(row.herd)
                writer.text(row.department)
                writer.text(row.kind.rawValue)
                writer.int(row.parent)
                writer.text(row.state.rawValue)
                writer.text(row.stateReason)
                writer.text(row.origin.rawValue)
                writer.day(row.plannedOn)
                writer.int(row.veterinarian)
                writer.day(row.completedOn)
                try writer.endRow()
            }
        }
    }

    package func insert(_ plans: [RequestedPlanRow]) throws {
        let columns = [
            "campaign_id", "intervention_id", "disease", "matrix", "method", "laboratory_id", "due_month",
        ]
        try bulkInsert(into: "requested_plan", columns: columns) { writer in
            for row in plans {
                writer.int(row.campaign)
                writer.int(row.intervention)
                writer.text(row.disease.rawValue)
                writer.text(row.matrix.rawValue)
                writer.text(row.method.rawValue)
                writer.int(row.laboratory)
                writer.day(row.dueMonth)
                try writer.endRow()
            }
        }
    }

    /// The interventions of a campaign in the order of their numbers.
    package func interventions(of campaign: Int64, _ kind: InterventionRow.Kind? = nil) throws -> [InterventionRow] {
        try all(
            """
            SELECT \(InterventionRow.columns) FROM intervention
            WHERE campaign_id = ?\(kind == nil ? "" : " AND kind = ?") ORDER BY number
            """, [.int(campaign)] + (kind.map { [.text($0.rawValue)] } ?? [])
        ) { try InterventionRow($0) }
    }

    /// Main interventions that were not withdrawn.
    package func plannedCount(of campaign: Int64) throws -> Int {
        try count(
            "SELECT count(*) FROM intervention WHERE campaign_id = ? AND kind = 'main' AND state = 'planned'",
            [.int(campaign)])
    }

    package func intervention(campaign: Int64, number: String) throws -> InterventionRow? {
        try first(
            "SELECT \(InterventionRow.columns) FROM intervention WHERE campaign_id = ? AND number = ?",
            [.int(campaign), .text(number)]
        ) { try InterventionRow($0) }
    }

    package func mainIntervention(campaign: Int64, herd: Int64) throws -> InterventionRow? {
        try first(
            """
            SELECT \(InterventionRow.columns) FROM intervention
            WHERE campaign_id = ? AND herd_id = ? AND kind = 'main'
            """, [.int(campaign), .int(herd)]
        ) { try InterventionRow($0) }
    }

    /// Sets state and reason, and the origin where a withdrawn intervention comes back.
    package func setState(of row: InterventionRow) throws {
        try execute(
            """
            UPDATE intervention SET state = ?, state_reason = ?, origin = ?, planned_on = ?, veterinarian_id = ?
            WHERE campaign_id = ? AND id = ?
            """,
            [
                .text(row.state.rawValue), .textOrNull(row.stateReason), .text(row.origin.rawValue),
                .dayOrNull(row.plannedOn), .intOrNull(row.veterinarian), .int(row.campaign), .int(row.id),
            ])
    }

    /// All plans of a campaign, or of one intervention, in the order of intervention and disease.
    package func requestedPlans(of campaign: Int64, intervention: Int64? = nil) throws -> [RequestedPlanRow] {
        try all(
            """
            SELECT \(RequestedPlanRow.columns) FROM requested_plan
            WHERE campaign_id = ?\(intervention == nil ? "" : " AND intervention_id = ?")
            ORDER BY intervention_id, disease, matrix
            """, [.int(campaign)] + (intervention.map { [.int($0)] } ?? [])
        ) { try RequestedPlanRow($0) }
    }

    package func deletePlans(of intervention: InterventionRow) throws {
        try execute(
            "DELETE FROM requested_plan WHERE campaign_id = ? AND intervention_id = ?",
            [.int(intervention.campaign), .int(intervention.id)])
    }

    package func setLaboratory(_ laboratory: Int64, of plan: RequestedPlanRow) throws {
        try execute(
            """
            UPDATE requested_plan SET laboratory_id = ?
            WHERE campaign_id = ? AND intervention_id = ? AND disease = ? AND matrix = ?
            """,
            [
                .int(laboratory), .int(plan.campaign), .int(plan.intervention), .text(plan.disease.rawValue),
                .text(plan.matrix.rawValue),
            ])
    }

    /// All blood plans for the disease that have no laboratory yet, in planned main interventions.
    package func setLaboratory(_ laboratory: Int64, ofOpenPlansFor disease: Disease, in campaign: Int64) throws {
        try execute(
            """
            UPDATE requested_plan SET laboratory_id = ?
            WHERE campaign_id = ? AND disease = ? AND matrix = 'blood' AND laboratory_id IS NULL
                AND intervention_id IN (
                    SELECT i.id FROM intervention i
                    WHERE i.campaign_id = ? AND i.kind = 'main' AND i.state = 'planned')
            """, [.int(laboratory), .int(campaign), .text(disease.rawValue), .int(campaign)])
    }

    /// The highest sequence used in numbers of a year, over all campaigns, and 0 without any.
    ///
    /// On PostgreSQL it keeps others from asking until the transaction ends, so that no number is given twice.
    package func lastSequence(ofYear year: Int) throws -> Int {
        try lock(.interventionNumbers)
        let isOurs = dialect.pick(
            sqlite: "length(number) = 12 AND number NOT GLOB '*[^0-9]*'", postgres: "number ~ '^[0-9]{12}$'")
        let last = try first(
            "SELECT max(number) FROM intervention WHERE number >= ? AND number < ? AND \(isOurs)",
            [.text("\(year)00000000"), .text("\(year + 1)00000000")]
        ) { $0.textOrNil(0) }
        return (last ?? nil).flatMap { InterventionNumber($0) }?.sequence ?? 0
    }
}
