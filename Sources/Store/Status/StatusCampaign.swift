import Kernel

/// What a recomputation must know of a campaign before it reads its facts.
package struct StatusCampaign: Sendable {
    package let id: Int64
    package let department: String
    package let state: String
    /// Canonical JSON of `CampaignParameters`.
    package let parameters: String
}

extension Connection {
    package func statusCampaign(department: String, year: Int) throws -> StatusCampaign? {
        try first(
            """
            SELECT id, department, state, parameters FROM campaign
            WHERE department = ? AND prophylaxis_year = ? ORDER BY id LIMIT 1
            """, [.text(department), .int(year)]
        ) { row in
            StatusCampaign(id: row.int(0), department: row.text(1), state: row.text(2), parameters: row.text(3))
        }
    }

    /// The identifiers of a campaign's planned interventions, ascending.
    package func plannedInterventions(of campaign: Int64) throws -> [Int64] {
        try all(
            "SELECT id FROM intervention WHERE campaign_id = ? AND state = 'planned' ORDER BY id", [.int(campaign)]
        ) { $0.int(0) }
    }
}
