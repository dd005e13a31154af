import Kernel
import Prophylaxis
import Store

/// A campaign whose documents are edited, with its parameters read.
struct DocumentCampaign: Sendable {
    let id: Int64
    let department: String
    let prophylaxisYear: Int
    let state: String
    let parameters: CampaignParameters

    /// - Throws: `Refused` when there is no such campaign.
    static func open(
        department: String, year: Int, in database: Database
    ) async throws -> DocumentCampaign {
        guard let row = try await database.read({ try $0.statusCampaign(department: department, year: year) }) else {
            throw Refused(SamplingFinding.campaignUnknown, ["department": department, "year": String(year)])
        }
        let parameters = try CanonicalJSON.decode(CampaignParameters.self, from: row.parameters.utf8)
        return DocumentCampaign(
            id: row.id, department: row.department, prophylaxisYear: year, state: row.state, parameters: parameters)
    }

    /// - Throws: `Refused` unless the campaign is executed and still open: before, there is no intervention; after,
    ///   nothing may be requested any more.
    func requireOpen() throws(Refused) {
        guard state == "executed" else {
            throw Refused(SamplingFinding.campaignNotOpen, ["state": state, "year": String(prophylaxisYear)])
        }
    }
}
