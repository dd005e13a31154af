import Kernel
import Prophylaxis

/// Decisions of non-completion and follow-ups.
extension Connection {
    /// Requested animals of the validated document that are still in the herd.
    package func requestedStillPresent(campaign: Int64, intervention: Int64) throws -> Int {
        try count(
            """
            SELECT count(DISTINCT r.animal_id) FROM requested_animal r
            JOIN intervention i ON i.campaign_id = r.campaign_id AND i.id = r.intervention_id
            JOIN herd_assignment a ON a.herd_id = i.herd_id AND a.animal_id = r.animal_id
                AND a.until IS NULL AND a.retracted_at IS NULL
            WHERE r.campaign_id = ? AND r.intervention_id = ? AND r.cancelled_on IS NULL
            """, [.int(campaign), .int(intervention)])
    }

    /// Whether the intervention's herd is open, or still holds cattle (decision 8).
    package func herdIsOpenOrHoldsCattle(campaign: Int64, intervention: Int64) throws -> Bool {
        try count(
            """
            SELECT count(*) FROM intervention i JOIN herd h ON h.id = i.herd_id
            WHERE i.campaign_id = ? AND i.id = ? AND (h.closed_on IS NULL OR EXISTS (
                SELECT 1 FROM herd_assignment a WHERE a.herd_id = h.id AND a.until IS NULL AND a.retracted_at IS NULL))
            """, [.int(campaign), .int(intervention)]) > 0
    }

    package func hasTests(campaign: Int64, intervention: Int64) throws -> Bool {
        try count(
            "SELECT count(*) FROM disease_state WHERE campaign_id = ? AND intervention_id = ? AND tested > 0",
            [.int(campaign), .int(intervention)]) > 0
    }

    package func hasStandingNonCompletion(campaign: Int64, intervention: Int64) throws -> Bool {
        try count(
            """
            SELECT count(*) FROM non_completion
            WHERE campaign_id = ? AND intervention_id = ? AND revoked_on IS NULL
            """, [.int(campaign), .int(intervention)]) > 0
    }

    package func decideNonCompletion(
        _ id: Int64, _ code: NonCompletionCode, on intervention: (campaign: Int64, id: Int64),
        by actor: String, _ decision: (day: Day, reason: String?)
    ) throws {
        try execute(
            """
            INSERT INTO non_completion (id, campaign_id, intervention_id, code, decided_on, decided_by, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(id), .int(intervention.campaign), .int(intervention.id), .text(code.rawValue), .day(decision.day),
                .text(actor), .textOrNull(decision.reason),
            ])
    }

    package func revokeNonCompletion(
        of intervention: (campaign: Int64, id: Int64), by actor: String, _ revocation: (day: Day, reason: String)
    ) throws {
        try execute(
            """
            UPDATE non_completion SET revoked_on = ?, revoked_by = ?, revocation_reason = ?
            WHERE campaign_id = ? AND intervention_id = ? AND revoked_on IS NULL
            """,
            [
                .day(revocation.day), .text(actor), .text(revocation.reason), .int(intervention.campaign),
                .int(intervention.id),
            ])
    }

    /// The follow-up that stood before keeps the moment of its replacement (PRO-288).
    package func recordFollowUp(
        _ id: Int64, _ code: FollowUpCode, on report: Int64, by actor: String,
        _ decision: (day: Day, comment: String?, now: String)
    ) throws {
        try execute(
            "UPDATE follow_up SET replaced_at = ? WHERE report_id = ? AND replaced_at IS NULL",
            [.text(decision.now), .int(report)])
        try execute(
            "INSERT INTO follow_up (id, report_id, code, decided_on, decided_by, comment) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .int(id), .int(report), .text(code.rawValue), .day(decision.day), .text(actor),
                .textOrNull(decision.comment),
            ])
    }
}
