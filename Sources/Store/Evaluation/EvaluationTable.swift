import Kernel
import Prophylaxis

/// What an inspector sees of one disease of one intervention when evaluating.
package struct EvaluationRow: Sendable, Hashable {
    package let intervention: Int64
    /// The twelve digits that people know the intervention by.
    package let number: String
    package let facts: EvaluationGuard.Facts
    package let reasons: [DiseaseStatus.Reason]
    /// First and last visit of the vet.
    package let startedOn: Day?
    package let finishedOn: Day?
    package let milkLastOn: Day?
    /// The standing evaluation; nil where nobody has evaluated yet.
    package let value: EvaluationValue?
    package let comment: String?
    package let proof: String?
}

/// A value to store.
package struct NewEvaluation: Sendable, Hashable {
    package let intervention: Int64
    package let number: String
    package let disease: Disease
    package let choice: EvaluationGuard.Choice

    package init(of row: EvaluationRow, _ choice: EvaluationGuard.Choice) {
        (intervention, number, disease) = (row.intervention, row.number, row.facts.disease)
        self.choice = choice
    }
}

extension Connection {
    /// The three diseases of each first intervention, in order of intervention and disease, without those whose report
    /// stands. Retests and visits outside the campaign count on the first one (PRO-263).
    package func evaluationRows(of campaign: Int64, _ filter: InterventionFilter) throws -> [EvaluationRow] {
        let condition = filter.condition(on: "s.intervention_id")
        return try all(
            """
            SELECT s.intervention_id, s.disease, s.status, s.reasons, s.proposal, s.proposal_comment, s.proposal_reason,
                s.requested, s.tested, s.tested_off_document, s.non_negative, s.doubtful_seen,
                s.started_on, s.finished_on, s.milk_last_on, e.value, e.comment, e.proof, i.number,
                CASE WHEN \(Connection.removalAwaits) THEN 1 ELSE 0 END
            FROM disease_state s
            JOIN intervention i ON i.campaign_id = s.campaign_id AND i.id = s.intervention_id AND i.state = 'planned'
                AND i.kind = 'main'
            LEFT JOIN evaluation e ON e.campaign_id = s.campaign_id AND e.intervention_id = s.intervention_id
                AND e.disease = s.disease AND e.replaced_at IS NULL
            WHERE s.campaign_id = ? AND \(condition.sql)
                AND NOT EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = s.campaign_id
                    AND r.intervention_id = s.intervention_id AND r.invalidated_on IS NULL)
            ORDER BY s.intervention_id, s.disease
            """, [.int(campaign)] + condition.arguments
        ) { try EvaluationRow($0) }
    }

    /// The number of the first intervention that a retest or a visit outside the campaign belongs to; nil for a first
    /// one.
    package func firstIntervention(ofSecondary id: Int64, campaign: Int64) throws -> String? {
        try first(
            """
            SELECT COALESCE(p.number, '') FROM intervention i
            LEFT JOIN intervention p ON p.campaign_id = i.campaign_id AND p.id = i.parent_id
            WHERE i.campaign_id = ? AND i.id = ? AND i.kind <> 'main'
            """, [.int(campaign), .int(id)]
        ) { $0.text(0) }
    }

    /// On the rows `i` and `s`, as the index of open items has it.
    private static let removalAwaits = """
        EXISTS (SELECT 1 FROM work_item w WHERE w.department = i.department AND w.audience = 'authority'
            AND w.kind = 'replacement-removes-non-negative' AND w.state = 'open'
            AND COALESCE(w.campaign_id, 0) = s.campaign_id AND COALESCE(w.intervention_id, 0) = s.intervention_id
            AND COALESCE(w.disease, s.disease) = s.disease)
        """

    /// Stores evaluations; what stood before is kept with the moment of its replacement.
    package func store(
        _ evaluations: [NewEvaluation], in campaign: Int64, ids: inout IDRange, by actor: String, at now: String
    ) throws {
        for evaluation in evaluations {
            try execute(
                """
                UPDATE evaluation SET replaced_at = ?
                WHERE campaign_id = ? AND intervention_id = ? AND disease = ? AND replaced_at IS NULL
                """,
                [.text(now), .int(campaign), .int(evaluation.intervention), .text(evaluation.disease.rawValue)])
        }
        try bulkInsert(
            into: "evaluation",
            columns: [
                "campaign_id", "intervention_id", "disease", "id", "value", "comment", "proof", "evaluated_by",
                "evaluated_at",
            ]
        ) { writer in
            for evaluation in evaluations {
                writer.int(campaign)
                writer.int(evaluation.intervention)
                writer.text(evaluation.disease.rawValue)
                writer.int(ids.next())
                writer.text(evaluation.choice.value.rawValue)
                writer.text(evaluation.choice.comment)
                writer.text(evaluation.choice.proof)
                writer.text(actor)
                writer.text(now)
                try writer.endRow()
            }
        }
    }
}

extension EvaluationRow {
    fileprivate init(_ row: borrowing Row) throws {
        let proposal = EvaluationProposal.Decision(
            evaluation: try row.code(4), comment: try row.codeOrNil(5), reason: try row.code(6))
        facts = EvaluationGuard.Facts(
            disease: try row.code(1), status: try row.code(2), proposal: proposal,
            counts: (Int(row.int(7)), Int(row.int(8)), Int(row.int(9))),
            suspicions: (Int(row.int(10)), Int(row.int(11))), removalAwaitsAuthority: row.flag(19))
        intervention = row.int(0)
        reasons = row.text(3).split(separator: " ").compactMap { DiseaseStatus.Reason(rawValue: String($0)) }
        startedOn = row.dayOrNil(12)
        finishedOn = row.dayOrNil(13)
        milkLastOn = row.dayOrNil(14)
        value = try row.codeOrNil(15)
        comment = row.textOrNil(16)
        proof = row.textOrNil(17)
        number = row.text(18)
    }
}
