import Store

extension Connection {
    /// - Throws: `Refused` for a number that no planned intervention of the campaign has.
    func requireIntervention(_ number: String, of campaign: CampaignRow) throws -> Int64 {
        guard let id = try interventionID(of: campaign.id, number: number) else {
            throw Refused(EvaluationFinding.interventionUnknown, ["intervention": number])
        }
        return id
    }

    /// The intervention, also one that was withdrawn.
    /// - Throws: `Refused` for a number that no intervention of the campaign has.
    func requireInterventionRow(_ number: String, of campaign: CampaignRow) throws -> InterventionRow {
        guard let row = try intervention(campaign: campaign.id, number: number) else {
            throw Refused(CampaignFinding.interventionUnknown, ["number": number, "campaign": campaign.title])
        }
        return row
    }
}
