import Kernel
import Prophylaxis

/// What people decided about a chunk's interventions and their herds.
extension Connection {
    /// Suspension and infection in force today take a herd out of the delegate's hands (decision 6); so does a
    /// delegation that the authority has ended for a disease (PRO-63).
    func readHerdFlags(
        _ query: StatusQuery, _ filter: InterventionFilter, into chunk: inout InterventionChunk
    ) throws {
        let condition = filter.condition(on: "i.id")
        try rows(
            """
            SELECT i.id, a.kind, a.disease,
                max(CASE WHEN a.since <= ? AND (a.until IS NULL OR a.until > ?) THEN 1 ELSE 0 END),
                min(CASE WHEN a.since > ? THEN a.since WHEN a.until > ? THEN a.until END)
            FROM intervention i
            JOIN authorisation a ON a.herd_id = i.herd_id AND a.kind IN ('suspension', 'infection', 'delegation')
            WHERE i.campaign_id = ? AND \(condition.sql)
            GROUP BY i.id, a.kind, a.disease
            """, Array(repeating: .day(query.today), count: 4) + [.int(query.campaign)] + condition.arguments
        ) { row in
            let isInForce = row.int(3) == 1
            let isDelegation = row.text(1) == "delegation"
            let change = row.dayOrNil(4)
            let diseases = row.textOrNil(2).flatMap(Disease.init(rawValue:)).map { [$0] } ?? Disease.allCases
            for disease in diseases {
                chunk.update(row.int(0), disease) {
                    $0.authorityChangesOn = [$0.authorityChangesOn, change].compactMap { $0 }.min()
                    if isDelegation {
                        $0.isDelegated = $0.isDelegated && isInForce
                    } else if isInForce {
                        $0.isSuspended = true
                    }
                }
            }
        }
    }

    /// Decisions of non-completion, proofs of realisation, tests accepted from elsewhere.
    func readDecisions(
        _ query: StatusQuery, _ filter: InterventionFilter, into chunk: inout InterventionChunk
    ) throws {
        let condition = filter.condition(on: "intervention_id")
        let arguments = [.int(query.campaign)] + condition.arguments
        try rows(
            """
            SELECT intervention_id FROM non_completion
            WHERE campaign_id = ? AND \(condition.sql) AND revoked_on IS NULL
            """, arguments
        ) { row in
            chunk.updateAll(row.int(0)) { $0.hasNonCompletionDecision = true }
        }
        try rows(
            """
            SELECT intervention_id, disease, kind, count(DISTINCT animal_id) FROM evidence
            WHERE campaign_id = ? AND \(condition.sql)
            GROUP BY intervention_id, disease, kind
            """, arguments
        ) { row in
            guard let disease = Disease(in: row, column: 1) else { return }
            let isRealisation = row.text(2) == "realisation"
            let animals = Int(row.int(3))
            chunk.update(row.int(0), disease) {
                if isRealisation { $0.hasEvidence = true } else { $0.acceptedElsewhere = animals }
            }
        }
    }

    /// Where each brucellosis retest stands: as the authority recorded it, or as its own results say (decision 5).
    func readRetests(
        _ query: StatusQuery, _ filter: InterventionFilter, into chunk: inout InterventionChunk
    ) throws {
        let condition = filter.condition(on: "intervention_id")
        let orders = try all(
            """
            SELECT intervention_id, state, matrix, COALESCE(notified_on, ordered_on), retest_intervention_id FROM retest
            WHERE campaign_id = ? AND \(condition.sql) ORDER BY intervention_id, id
            """, [.int(query.campaign)] + condition.arguments
        ) { row in
            RetestOrder(
                intervention: row.int(0), state: RetestState(rawValue: row.text(1)) ?? .ordered,
                isMilk: row.text(2) == "milk", notifiedOn: row.day(3), retest: row.intOrNil(4))
        }
        for order in orders {
            let state = order.state == .ordered ? try outcome(of: order, query) : order.state
            chunk.update(order.intervention, .brucellosis) { $0.retest = state }
        }
    }

    /// A retest's own results: the milk sampled after the notice, or the blood of the retest intervention.
    private func outcome(of order: RetestOrder, _ query: StatusQuery) throws -> RetestState {
        let codes: [(animal: Int64, standing: AnimalStanding)]
        if order.isMilk {
            codes = try all(
                """
                SELECT 0, m.interpretation FROM intervention i
                JOIN herd h ON h.id = i.herd_id JOIN milk_result m ON m.holding_id = h.holding_id
                WHERE i.campaign_id = ? AND i.id = ? AND m.disease = 'BRU' AND m.sampled_on > ?
                    AND m.replaced_by IS NULL
                """, [.int(query.campaign), .int(order.intervention), .day(order.notifiedOn)]
            ) { row in
                let isNegative = query.parameters.milk.reading.negativeCodes.contains { $0.rawValue == row.text(1) }
                return (row.int(0), AnimalStanding(isNegative ? .negative : .positive, nil))
            }
        } else {
            guard let retest = order.retest else { return .ordered }
            codes = try all(
                """
                SELECT animal_id, interpretation, decision FROM blood_result
                WHERE campaign_id = ? AND intervention_id = ? AND disease = 'BRU' AND replaced_at IS NULL
                """, [.int(query.campaign), .int(retest)]
            ) { row in
                (
                    row.int(0),
                    AnimalStanding(
                        row.textOrNil(1).flatMap(Interpretation.init(rawValue:)),
                        row.textOrNil(2).flatMap(ResultDecision.init(rawValue:)))
                )
            }
        }
        if codes.contains(where: { $0.standing.outcome == .positive || $0.standing.doubtfulSeen }) { return .positive }
        return codes.contains { $0.standing.outcome == .negative } ? .negative : .ordered
    }
}

private struct RetestOrder {
    let intervention: Int64
    let state: RetestState
    let isMilk: Bool
    let notifiedOn: Day
    let retest: Int64?
}
