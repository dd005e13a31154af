import Kernel
import Programmes
import Prophylaxis
import Register
import Store

/// The check-lists of steps 7 and 8 over a whole campaign, as findings (PRO-142 to PRO-145, PRO-156 to PRO-160;
/// decision 7).
package struct CheckDocuments: UseCase {
    package let intention = Intention.documentRead
    package let campaign: CampaignSelector
    package let filter: DocumentFilter

    package init(campaign: CampaignSelector, filter: DocumentFilter = DocumentFilter()) {
        self.campaign = campaign
        self.filter = filter
    }

    package var department: String? { campaign.department }

    private static let chunkSize = 200

    package func run(_ context: Context) async throws -> [Finding] {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        let filter = filter
        let ids = try await context.database.read { try $0.interventions(campaign: campaign.id, matching: filter) }
        var findings: [Finding] = []
        for chunk in ids.chunks(of: Self.chunkSize) {
            findings += try await context.database.read { connection in
                try DocumentCheck(connection: connection, campaign: campaign, today: context.today).findings(
                    .ids(chunk))
            }
        }
        return findings
            + (try await context.database.read { try BatchCheck.findings(campaign.id, $0) })
    }
}

/// Print runs that left in part (PRO-160: incomplete sending).
private enum BatchCheck {
    static func findings(_ campaign: Int64, _ connection: Connection) throws -> [Finding] {
        try connection.partlySentBatches(campaign: campaign).map { batch, printed, sent in
            Finding(
                SamplingFinding.batchIncomplete, .warning,
                ["batch": batch, "printed": String(printed), "sent": String(sent)])
        }
    }
}
