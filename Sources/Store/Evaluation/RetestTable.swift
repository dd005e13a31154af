import Kernel
import Prophylaxis

/// A retest to order.
package struct NewRetest: Sendable {
    package let id: Int64
    package let campaign: Int64
    package let intervention: Int64
    package let matrix: Matrix
    package let notifiedOn: Day
    package let dueBy: Day
    /// The second intervention; none for milk (PRO-264).
    package let retestIntervention: Int64?

    package init(
        id: Int64, of intervention: (campaign: Int64, id: Int64), matrix: Matrix, dates: (notified: Day, due: Day),
        retestIntervention: Int64?
    ) {
        self.id = id
        (campaign, self.intervention) = intervention
        self.matrix = matrix
        (notifiedOn, dueBy) = dates
        self.retestIntervention = retestIntervention
    }
}

extension Connection {
    /// Whether the first intervention has a brucellosis result that is not negative, and on which matrices it is
    /// tested.
    package func brucellosisSuspicion(campaign: Int64, intervention: Int64) throws -> (stands: Bool, matrices: [Matrix])
    {
        let stands =
            try count(
                """
                SELECT count(*) FROM disease_state WHERE campaign_id = ? AND intervention_id = ? AND disease = 'BRU'
                    AND (non_negative > 0 OR doubtful_seen > 0)
                """, [.int(campaign), .int(intervention)]) > 0
        let matrices = try all(
            """
            SELECT matrix FROM requested_plan
            WHERE campaign_id = ? AND intervention_id = ? AND disease = 'BRU' ORDER BY matrix
            """, [.int(campaign), .int(intervention)]
        ) { row in try row.code(0, as: Matrix.self) }
        return (stands, matrices)
    }

    /// The open retest of an intervention: ordered, its outcome not recorded by hand.
    package func openRetest(campaign: Int64, intervention: Int64) throws -> Int64? {
        try first(
            "SELECT id FROM retest WHERE campaign_id = ? AND intervention_id = ? AND closed_on IS NULL ORDER BY "
                + "id DESC",
            [.int(campaign), .int(intervention)]
        ) { $0.int(0) }
    }

    /// When the open retest that an intervention is the second visit of may be carried out; nil where it is none.
    package func openRetest(
        campaign: Int64, carriedOutBy second: Int64
    ) throws -> (notifiedOn: Day?, dueBy: Day?)? {
        try first(
            """
            SELECT notified_on, due_by FROM retest
            WHERE campaign_id = ? AND retest_intervention_id = ? AND closed_on IS NULL ORDER BY id DESC
            """, [.int(campaign), .int(second)]
        ) { ($0.dayOrNil(0), $0.dayOrNil(1)) }
    }

    package func setPlannedDay(_ day: Day, campaign: Int64, intervention: Int64) throws {
        try execute(
            "UPDATE intervention SET planned_on = ? WHERE campaign_id = ? AND id = ?",
            [.day(day), .int(campaign), .int(intervention)])
    }

    package func insert(_ retest: NewRetest, on day: Day, by actor: String) throws {
        try execute(
            """
            INSERT INTO retest (id, campaign_id, intervention_id, ordered_on, notified_on, due_by,
                retest_intervention_id, matrix, state, decided_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'ordered', ?)
            """,
            [
                .int(retest.id), .int(retest.campaign), .int(retest.intervention), .day(day), .day(retest.notifiedOn),
                .day(retest.dueBy), .intOrNull(retest.retestIntervention), .text(retest.matrix.rawValue), .text(actor),
            ])
    }

    package func closeRetest(_ id: Int64, as state: RetestState, on day: Day) throws {
        try execute(
            "UPDATE retest SET state = ?, closed_on = ? WHERE id = ?", [.text(state.rawValue), .day(day), .int(id)])
    }

    /// A second intervention attached to the first, on the same herd, with its brucellosis blood plan alone.
    package func attachRetest(
        _ id: Int64, number: String, to parent: (campaign: Int64, id: Int64)
    ) throws {
        try execute(
            """
            INSERT INTO intervention (campaign_id, id, number, herd_id, department, kind, parent_id, origin,
                veterinarian_id)
            SELECT campaign_id, CAST(? AS BIGINT), ?, herd_id, department, 'retest', id, 'added', veterinarian_id
            FROM intervention WHERE campaign_id = ? AND id = ?
            """,
            [.int(id), .text(number), .int(parent.campaign), .int(parent.id)])
        try execute(
            """
            INSERT INTO requested_plan (campaign_id, intervention_id, disease, matrix, method, laboratory_id)
            SELECT campaign_id, CAST(? AS BIGINT), disease, 'blood', method, laboratory_id FROM requested_plan
            WHERE campaign_id = ? AND intervention_id = ? AND disease = 'BRU' AND matrix = 'blood'
            """, [.int(id), .int(parent.campaign), .int(parent.id)])
    }
}
