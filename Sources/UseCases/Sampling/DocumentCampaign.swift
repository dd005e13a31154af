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

    /// Closing ends evaluations and reports (PRO-278); a visit outside the campaign, planned before, is often made
    /// after it: its document is still edited, by its number (PRO-137).
    /// - Throws: `Refused` as `requireOpen`, where a document is the campaign's own.
    func requireOpen(for numbers: [String], in database: Database) async throws {
        guard row.state == .closed, !numbers.isEmpty else { return try requireOpen() }
        let others = try await database.read { connection in
            try numbers.contains { try connection.intervention(campaign: id, number: $0)?.kind != .outside }
        }
        if others { try requireOpen() }
    }
}
