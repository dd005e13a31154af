import Kernel
import Prophylaxis
import Store

/// The follow-up of one year over a whole territory: campaign after campaign by department, each in the filter's order.
/// A page costs what a page costs, however many campaigns there are: it asks one campaign after the other only until it
/// is full.
package struct ListTerritoryFollowUp: UseCase {
    package struct Line: Sendable {
        package let department: String
        package let row: FollowUpRow
    }

    /// Where a page begins: in this campaign, after this line.
    package struct Position: Sendable, Hashable {
        package let campaign: Int64
        package let after: FollowUpOrder.Cursor?

        package init(campaign: Int64, after: FollowUpOrder.Cursor?) {
            self.campaign = campaign
            self.after = after
        }
    }

    /// A campaign of the year.
    package struct Place: Sendable {
        package let department: String
        package let year: Int
        package let name: String
    }

    package struct Outcome: Sendable {
        package var places: [Place] = []
        package var lines: [Line] = []
        /// Nil on the last page. A page may hold fewer lines than were asked for and still have a next one.
        package var next: Position?
    }

    /// How many campaigns one page looks into, so that a filter that lets nothing through does not read the country.
    static let mostCampaigns = 12

    package let intention = Intention.campaignRead
    package let department: String? = nil
    /// Nil: the newest year.
    package let year: Int?
    package let filter: FollowUpFilter
    package let from: Position?

    package init(year: Int? = nil, filter: FollowUpFilter, from: Position? = nil) {
        self.year = year
        self.filter = filter
        self.from = from
    }

    package func run(_ context: Context) async throws -> Outcome {
        let scope = context.actor.scope
        return try await context.database.read { connection in
            let followed = try connection.campaigns(departments: nil)
                .filter { scope.covers($0.department) && $0.state.isFollowed }
            let wanted = year ?? followed.map(\.prophylaxisYear).max()
            let campaigns = followed.filter { $0.prophylaxisYear == wanted }
            var outcome = Outcome()
            outcome.places = campaigns.map {
                Place(department: $0.department, year: $0.prophylaxisYear, name: $0.name)
            }
            guard campaigns.count > 1 else { return outcome }
            // A position in a campaign that is not the actor's (any more) is no position.
            let first = from.flatMap { from in campaigns.firstIndex { $0.id == from.campaign } }
            var filter = filter
            filter.after = first == nil ? nil : from?.after
            for (looked, campaign) in campaigns[(first ?? 0)...].enumerated() {
                if looked == Self.mostCampaigns {
                    outcome.next = Position(campaign: campaign.id, after: nil)
                    break
                }
                filter.limit = self.filter.limit - outcome.lines.count
                let rows = try connection.followUpRows(of: campaign.id, filter)
                outcome.lines += rows.map { Line(department: campaign.department, row: $0) }
                if rows.count == filter.limit, let last = rows.last {
                    outcome.next = Position(campaign: campaign.id, after: last.cursor(in: filter.order))
                    break
                }
                filter.after = nil
            }
            return outcome
        }
    }
}
