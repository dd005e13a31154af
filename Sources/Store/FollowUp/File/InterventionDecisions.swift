import Kernel
import Prophylaxis

/// One evaluation of a disease, standing or replaced.
package struct EvaluationEntry: Sendable, Hashable {
    package let disease: Disease
    package let value: EvaluationValue
    package let comment: String?
    package let proof: String?
    package let by: String
    package let at: String
    package let isStanding: Bool
}

package struct RetestEntry: Sendable, Hashable {
    package let orderedOn: Day
    package let notifiedOn: Day?
    package let dueBy: Day?
    package let matrix: Matrix
    /// Number of the second intervention; nil for milk.
    package let number: String?
    package let state: RetestState
    package let by: String
    package let closedOn: Day?
}

package struct NonCompletionEntry: Sendable, Hashable {
    package let code: NonCompletionCode
    package let decidedOn: Day
    package let by: String
    package let reason: String?
    package let revokedOn: Day?
    package let revokedBy: String?
    package let revocationReason: String?
}

/// What the authority did about a report.
package struct FollowUpEntry: Sendable, Hashable {
    package let report: Int64
    package let code: FollowUpCode
    package let decidedOn: Day
    package let by: String
    package let comment: String?
    package let isStanding: Bool
}

/// An edition of the sampling document.
package struct EditionEntry: Sendable, Hashable {
    package let number: Int
    package let state: String
    package let editedOn: Day
    package let validUntil: Day?
    package let validatedAt: String?
    package let validatedBy: String?
    package let document: ContentDigest?
}

extension Connection {
    package func evaluationEntries(of intervention: InterventionIdentity) throws -> [EvaluationEntry] {
        try all(
            """
            SELECT disease, value, comment, proof, evaluated_by, evaluated_at, replaced_at FROM evaluation
            WHERE campaign_id = ? AND intervention_id = ? ORDER BY evaluated_at, id
            """, intervention.key
        ) { row in
            EvaluationEntry(
                disease: try row.code(0), value: try row.code(1), comment: row.textOrNil(2), proof: row.textOrNil(3),
                by: row.text(4), at: row.text(5), isStanding: row.isNull(6))
        }
    }

    package func retestEntries(of intervention: InterventionIdentity) throws -> [RetestEntry] {
        try all(
            """
            SELECT r.ordered_on, r.notified_on, r.due_by, r.matrix, n.number, r.state, r.decided_by, r.closed_on
            FROM retest r LEFT JOIN intervention n ON n.campaign_id = r.campaign_id AND n.id = r.retest_intervention_id
            WHERE r.campaign_id = ? AND r.intervention_id = ? ORDER BY r.ordered_on, r.id
            """, intervention.key
        ) { row in
            RetestEntry(
                orderedOn: row.day(0), notifiedOn: row.dayOrNil(1), dueBy: row.dayOrNil(2), matrix: try row.code(3),
                number: row.textOrNil(4), state: try row.code(5), by: row.text(6), closedOn: row.dayOrNil(7))
        }
    }

    package func nonCompletionEntries(of intervention: InterventionIdentity) throws -> [NonCompletionEntry] {
        try all(
            """
            SELECT code, decided_on, decided_by, reason, revoked_on, revoked_by, revocation_reason FROM non_completion
            WHERE campaign_id = ? AND intervention_id = ? ORDER BY decided_on, id
            """, intervention.key
        ) { row in
            NonCompletionEntry(
                code: try row.code(0), decidedOn: row.day(1), by: row.text(2), reason: row.textOrNil(3),
                revokedOn: row.dayOrNil(4), revokedBy: row.textOrNil(5), revocationReason: row.textOrNil(6))
        }
    }

    package func followUpEntries(of intervention: InterventionIdentity) throws -> [FollowUpEntry] {
        try all(
            """
            SELECT f.report_id, f.code, f.decided_on, f.decided_by, f.comment, f.replaced_at
            FROM inspection_report r JOIN follow_up f ON f.report_id = r.id
            WHERE r.campaign_id = ? AND r.intervention_id = ? ORDER BY f.decided_on, f.id
            """, intervention.key
        ) { row in
            FollowUpEntry(
                report: row.int(0), code: try row.code(1), decidedOn: row.day(2), by: row.text(3),
                comment: row.textOrNil(4), isStanding: row.isNull(5))
        }
    }

    package func editionEntries(of intervention: InterventionIdentity) throws -> [EditionEntry] {
        try all(
            """
            SELECT number, state, edited_on, valid_until, validated_at, validated_by, document_digest FROM edition
            WHERE campaign_id = ? AND intervention_id = ? ORDER BY number
            """, intervention.key
        ) { row in
            EditionEntry(
                number: Int(row.int(0)), state: row.text(1), editedOn: row.day(2), validUntil: row.dayOrNil(3),
                validatedAt: row.textOrNil(4), validatedBy: row.textOrNil(5),
                document: row.textOrNil(6).flatMap(ContentDigest.init(hex:)))
        }
    }
}

extension InterventionIdentity {
    /// Campaign and identifier, as the tables' keys begin.
    var key: [SQLValue] { [.int(campaign), .int(id)] }
}
