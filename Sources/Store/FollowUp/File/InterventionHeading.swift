import Kernel

/// Whose an intervention is, and where: what its page begins with.
package struct InterventionHeading: Sendable, Hashable {
    package let number: String
    /// `main`, `retest` or `outside`.
    package let kind: String
    package let parent: String?
    package let isWithdrawn: Bool
    package let stateReason: String?
    package let plannedOn: Day?
    package let completedOn: Day?
    package let holding: String
    package let name: String
    package let keeper: String?
    package let address: String
    package let insee: String?
    package let herd: String
    package let herdClass: String
    package let veterinarian: String?
    package let orderNumber: String?
}

extension Connection {
    package func interventionHeading(_ intervention: InterventionIdentity) throws -> InterventionHeading? {
        try first(
            """
            SELECT i.number, i.kind, p.number, i.state, i.state_reason, i.planned_on, i.completed_on, g.number, g.name,
                g.keeper, TRIM(COALESCE(g.address, '') || ' ' || COALESCE(g.postcode, '') || ' ' ||
                COALESCE(g.town, '')), g.insee, h.code, h.class, v.name, v.order_number
            FROM intervention i JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
            LEFT JOIN intervention p ON p.campaign_id = i.campaign_id AND p.id = i.parent_id
            LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
            WHERE i.campaign_id = ? AND i.id = ?
            """, [.int(intervention.campaign), .int(intervention.id)]
        ) { row in
            InterventionHeading(
                number: row.text(0), kind: row.text(1), parent: row.textOrNil(2),
                isWithdrawn: row.text(3) == "withdrawn", stateReason: row.textOrNil(4), plannedOn: row.dayOrNil(5),
                completedOn: row.dayOrNil(6), holding: row.text(7), name: row.text(8), keeper: row.textOrNil(9),
                address: row.text(10), insee: row.textOrNil(11), herd: row.text(12), herdClass: row.text(13),
                veterinarian: row.textOrNil(14), orderNumber: row.textOrNil(15))
        }
    }
}

extension Connection {
    /// Whether a tuberculin report of the intervention stands.
    package func hasTuberculinReport(_ intervention: InterventionIdentity) throws -> Bool {
        try first(
            """
            SELECT 1 FROM tuberculin_report
            WHERE campaign_id = ? AND intervention_id = ? AND replaced_at IS NULL LIMIT 1
            """, [.int(intervention.campaign), .int(intervention.id)]
        ) { $0.int(0) } != nil
    }
}
