import Kernel
import Store

package typealias PlaceCounts = Store.PlaceCounts

/// How far a campaign is, commune by commune.
package struct CampaignMap: UseCase {
    package let intention = Intention.campaignRead
    package let selector: CampaignSelector

    package init(_ selector: CampaignSelector) { self.selector = selector }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> [PlaceCounts] {
        let selector = selector
        return try await context.database.read { connection in
            try connection.communeCounts(of: selector.find(in: connection).id)
        }
    }
}

/// How far the national campaigns of a year are, department by department, those of one's territory.
package struct DepartmentsMap: UseCase {
    package struct Outcome: Sendable {
        /// The year asked for, or the latest; nil where there is no campaign.
        package let year: Int?
        package let years: [Int]
        package let departments: [PlaceCounts]
    }

    package let intention = Intention.campaignRead
    package let department: String? = nil
    let year: Int?

    package init(year: Int? = nil) { self.year = year }

    package func run(_ context: Context) async throws -> Outcome {
        let asked = year
        return try await context.database.read { connection in
            let campaigns = try connection.campaigns(departments: nil).filter { campaign in
                campaign.name == CampaignSelector.nationalName && context.actor.scope.covers(campaign.department)
                    && campaign.state.isFollowed
            }
            let years = Set(campaigns.map(\.prophylaxisYear)).sorted(by: >)
            guard let year = asked ?? years.first else { return Outcome(year: nil, years: [], departments: []) }
            let departments = try campaigns.filter { $0.prophylaxisYear == year }
                .sorted { $0.department < $1.department }
                .map { try connection.placeCounts(of: $0.id, department: $0.department) }
            return Outcome(year: year, years: years, departments: departments)
        }
    }
}
