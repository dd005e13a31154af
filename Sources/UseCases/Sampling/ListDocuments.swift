import Kernel
import Store

package typealias DocumentLine = Store.DocumentLine
package typealias DocumentFilter = Store.DocumentFilter
package typealias DocumentStage = Store.DocumentStage

/// The sampling documents of a campaign, a page at a time, by how far they are.
package struct ListDocuments: UseCase {
    package struct Outcome: Sendable {
        package let lines: [DocumentLine]
        /// Where the next page begins; nil on the last one.
        package let next: String?
    }

    package let intention = Intention.documentRead
    package let campaign: CampaignSelector
    let stage: DocumentStage
    let after: String?

    package static let pageSize = 100

    package init(campaign: CampaignSelector, _ stage: DocumentStage = .all, after: String? = nil) {
        self.campaign = campaign
        self.stage = stage
        self.after = after
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> Outcome {
        let (selector, size) = (campaign, ListDocuments.pageSize)
        let found = try await context.database.read { connection in
            try connection.documentLines(
                campaign: selector.find(in: connection).id, stage, after: after, limit: size + 1)
        }
        let lines = Array(found.prefix(size))
        return Outcome(lines: lines, next: found.count > size ? lines.last?.number : nil)
    }
}
