import Kernel
import Store

package typealias DocumentLine = Store.DocumentLine
package typealias DocumentFilter = Store.DocumentFilter
package typealias DocumentStage = Store.DocumentStage
package typealias DocumentOrder = Store.DocumentOrder
package typealias DocumentListFilter = Store.DocumentListFilter

/// The sampling documents of a campaign, a page at a time, by how far they are and whose.
package struct ListDocuments: UseCase {
    package struct Outcome: Sendable {
        package let lines: [DocumentLine]
        /// Where the next page begins; nil on the last one.
        package let next: DocumentListFilter.Cursor?
    }

    package let intention = Intention.documentRead
    package let campaign: CampaignSelector
    let filter: DocumentListFilter

    package static let pageSize = 100

    package init(campaign: CampaignSelector, _ filter: DocumentListFilter = DocumentListFilter()) {
        self.campaign = campaign
        self.filter = filter
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> Outcome {
        let (selector, filter, size) = (campaign, filter, ListDocuments.pageSize)
        let found = try await context.database.read { connection in
            try connection.documentLines(
                campaign: selector.find(in: connection).id, filter, limit: size + 1)
        }
        let lines = Array(found.prefix(size))
        return Outcome(
            lines: lines,
            next: found.count > size ? lines.last.map { .init(key: $0.key, number: $0.number) } : nil)
    }

    /// The numbers of all that the filter lets through, page by page.
    package static func numbers(
        _ campaign: CampaignSelector, _ filter: DocumentListFilter, _ context: Context
    ) async throws -> [String] {
        var (numbers, filter) = ([String](), filter)
        filter.after = nil
        repeat {
            let page = try await ListDocuments(campaign: campaign, filter).perform(context)
            numbers += page.lines.map(\.number)
            filter.after = page.next
        } while filter.after != nil
        return numbers
    }
}
