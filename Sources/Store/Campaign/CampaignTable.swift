import Kernel
import Prophylaxis

/// The campaigns themselves.
extension Connection {
    package func campaign(_ id: Int64) throws -> CampaignRow? {
        try first("SELECT \(CampaignRow.columns) FROM campaign WHERE id = ?", [.int(id)]) { try CampaignRow($0) }
    }

    package func campaign(department: String, year: Int, name: String) throws -> CampaignRow? {
        try first(
            """
            SELECT \(CampaignRow.columns) FROM campaign WHERE department = ? AND prophylaxis_year = ? AND name = ?
            """, [.text(department), .int(year), .text(name)]
        ) { try CampaignRow($0) }
    }

    /// All campaigns, or those of some departments, the latest year first.
    package func campaigns(departments: Set<String>?) throws -> [CampaignRow] {
        let all = try all(
            "SELECT \(CampaignRow.columns) FROM campaign ORDER BY prophylaxis_year DESC, department, name"
        ) { try CampaignRow($0) }
        guard let departments else { return all }
        return all.filter { departments.contains($0.department) }
    }

    /// The latest campaign of the same name before `year`: last year's, or an earlier one.
    package func campaign(before year: Int, department: String, name: String) throws -> CampaignRow? {
        try first(
            """
            SELECT \(CampaignRow.columns) FROM campaign
            WHERE department = ? AND name = ? AND prophylaxis_year < ?
            ORDER BY prophylaxis_year DESC LIMIT 1
            """, [.text(department), .text(name), .int(year)]
        ) { try CampaignRow($0) }
    }

    package func insert(_ campaign: CampaignRow) throws {
        try execute(
            """
            INSERT INTO campaign (id, department, prophylaxis_year, name, starts_on, ends_on, state, parameters,
                copied_from, reviewed_criteria)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(campaign.id), .text(campaign.department), .int(campaign.prophylaxisYear), .text(campaign.name),
                .day(campaign.startsOn), .day(campaign.endsOn), .text(campaign.state.rawValue),
                .text(campaign.parametersJSON), .intOrNull(campaign.copiedFrom),
                .textOrNull(campaign.reviewedCriteria.map(CampaignRow.json)),
            ])
    }

    /// Writes what set-up may change: dates, parameters, reviewed criteria, state, who validated it.
    package func update(_ campaign: CampaignRow) throws {
        try execute(
            """
            UPDATE campaign
            SET starts_on = ?, ends_on = ?, state = ?, parameters = ?, reviewed_criteria = ?, validated_at = ?,
                validated_by = ?, executed_at = ?
            WHERE id = ?
            """,
            [
                .day(campaign.startsOn), .day(campaign.endsOn), .text(campaign.state.rawValue),
                .text(campaign.parametersJSON), .textOrNull(campaign.reviewedCriteria.map(CampaignRow.json)),
                .textOrNull(campaign.validatedAt), .textOrNull(campaign.validatedBy),
                .textOrNull(campaign.executedAt), .int(campaign.id),
            ])
    }

    /// Reads the campaign and keeps others from changing it until the transaction ends.
    package func lockCampaign(_ id: Int64) throws -> CampaignRow? {
        try first(
            "SELECT \(CampaignRow.columns) FROM campaign WHERE id = ?"
                + dialect.pick(sqlite: "", postgres: " FOR UPDATE"), [.int(id)]
        ) { try CampaignRow($0) }
    }
}
