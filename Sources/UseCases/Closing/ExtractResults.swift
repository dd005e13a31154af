import Kernel
import Prophylaxis
import Register
import Store

/// Extraction BO 12: the results of a campaign with filters, a page of interventions at a time (PRO-206).
package struct ExtractResults: UseCase {
    package struct Outcome: Sendable {
        package let table: ListTable
        /// How many interventions are done; nil when there are no more.
        package let next: Int?
    }

    package let intention = Intention.campaignRead
    let selector: CampaignSelector
    let filter: ResultExtractionFilter
    /// How many interventions were done before.
    let start: Int

    package init(selector: CampaignSelector, filter: ResultExtractionFilter, after start: Int = 0) {
        self.selector = selector
        self.filter = filter
        self.start = start
    }

    package var department: String? { selector.department }

    /// Interventions of a page: some ten thousand results.
    private static let pageSize = 200

    package func run(_ context: Context) async throws -> Outcome {
        let (selector, start, chosen) = (selector, start, filter)
        return try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            var filter = chosen
            filter.seesRawMilk = try connection.seesRawMilk(context.actor, in: campaign.department)
            let ids = try connection.plannedInterventions(of: campaign.id)
            let window = try campaign.deadlines()
            let end = min(start + Self.pageSize, ids.count)
            let rows =
                start < end
                ? try connection.extractedResults(
                    of: campaign.id, .ids(Array(ids[start..<end])), filter,
                    milk: (window.milkWindowStart, window.milkWindowEnd)) : []
            return Outcome(
                table: ListTable(columns: Connection.extractionColumns, rows: rows.map(Self.words)),
                next: end < ids.count ? end : nil)
        }
    }

    private static func words(_ row: [String]) -> [String] {
        var row = row
        row[3] = CodeWords.herdClass(code: row[3])
        row[6] = Matrix(rawValue: row[6]).map(CodeWords.matrix) ?? row[6]
        row[9] = InterventionWords.outcome(row[9])
        row[14] = row[14] == "yes" ? "oui" : "non"
        row[15] = row[15] == "yes" ? "oui" : "non"
        row[16] = CategoryWords.value(row[16], .rank)
        return row
    }
}

/// The share of animals that are not negative, by category of herd, instead of a campaign for each (PRO-206).
package struct ShareOfPositives: UseCase {
    package let intention = Intention.campaignRead
    let selector: CampaignSelector
    let category: HerdCategory

    package init(selector: CampaignSelector, by category: HerdCategory) {
        self.selector = selector
        self.category = category
    }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> ListTable {
        let (selector, category) = (selector, category)
        let shares = try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            return try connection.shares(
                of: campaign.id, by: category,
                seesRawMilk: connection.seesRawMilk(context.actor, in: campaign.department))
        }
        return ListTable(
            columns: [
                "maladie", CategoryWords.column(category), "ateliers", "ateliers_non_negatifs", "demandes", "testes",
                "non_negatifs", "part",
            ],
            rows: shares.map { share in
                [share.disease.rawValue, CategoryWords.value(share.value, category)]
                    + [share.herds, share.positiveHerds, share.requested, share.tested, share.nonNegative].map(
                        String.init) + [Percent.french(share.nonNegative, of: share.tested, decimals: 2)]
            })
    }
}
