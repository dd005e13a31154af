import Kernel

/// A veterinarian's request for a new edition that waits (PRO-132).
package struct ReeditionRequest: Sendable, Hashable {
    package let id: Int64
    package let number: String
    package let holding: String
    package let openedOn: Day
    /// JSON.
    package let facts: String
}

extension Connection {
    /// In the order in which they came.
    package func openReeditions(campaign: Int64, intervention: Int64? = nil) throws -> [ReeditionRequest] {
        try all(
            """
            SELECT w.id, i.number, g.number, w.opened_on, w.facts FROM work_item w
            JOIN intervention i ON i.campaign_id = w.campaign_id AND i.id = w.intervention_id
            JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
            WHERE w.department = i.department AND w.audience = 'delegate' AND w.kind = 're-edition-requested'
                AND w.state = 'open' AND w.campaign_id = ?\(intervention == nil ? "" : " AND w.intervention_id = ?")
            ORDER BY w.id
            """, [.int(campaign)] + (intervention.map { [.int($0)] } ?? [])
        ) { row in
            ReeditionRequest(
                id: row.int(0), number: row.text(1), holding: row.text(2), openedOn: row.day(3), facts: row.text(4))
        }
    }

    /// Whether a validated document stands.
    package func hasStandingDocument(_ intervention: InterventionIdentity) throws -> Bool {
        try count(
            "SELECT count(*) FROM edition WHERE campaign_id = ? AND intervention_id = ? AND state = 'validated'",
            [.int(intervention.campaign), .int(intervention.id)]) > 0
    }
}
