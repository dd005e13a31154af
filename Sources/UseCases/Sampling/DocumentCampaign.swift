import Kernel
import Prophylaxis
import Store

/// A campaign whose documents are edited, with its parameters read.
struct DocumentCampaign: Sendable {
    let row: CampaignRow
    let parameters: CampaignParameters

    var id: Int64 { row.id }
    var department: String { row.department }

    /// - Throws: `Refused` when there is no such campaign.
    static func open(_ selector: CampaignSelector, in database: Database) async throws -> DocumentCampaign {
        let row = try await database.read { try selector.find(in: $0) }
        return DocumentCampaign(row: row, parameters: try row.decodedParameters())
    }

    /// - Throws: `Refused` unless the campaign is executed and still open: before, there is no intervention; after,
    ///   nothing may be requested any more.
    func requireOpen() throws(Refused) {
        guard row.state == .executed else {
            throw Refused(SamplingFinding.campaignNotOpen, ["campaign": row.title, "state": row.state.rawValue])
        }
    }
}
