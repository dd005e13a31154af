import Prophylaxis
import Store

extension Connection {
    /// The next number of the campaign's year, kept from others until the transaction ends.
    /// - Throws: `Refused` when the year has no number left.
    func nextInterventionNumber(of campaign: CampaignRow) throws -> String {
        let last = try lastSequence(ofYear: campaign.prophylaxisYear)
        guard let number = InterventionNumber(year: campaign.prophylaxisYear, sequence: last + 1) else {
            throw Refused(CampaignFinding.numbersExhausted, ["year": String(campaign.prophylaxisYear)])
        }
        return number.description
    }
}
