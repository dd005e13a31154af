import Kernel
import Prophylaxis
import Register
import Store

/// Runs the check lists of a campaign. Changes nothing.
package struct CheckCampaign: UseCase {
    package let intention = Intention.campaignRead
    package let selector: CampaignSelector
    package let steps: [CheckStep]

    package init(selector: CampaignSelector, steps: [CheckStep] = CheckStep.allCases) {
        self.selector = selector
        self.steps = steps
    }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> [CheckItem] {
        try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            return try connection.setupFacts(of: campaign, for: context.actor, today: context.today).check(steps)
        }
    }
}

/// The convention of a department as it stands.
package struct ShowConvention: UseCase {
    package let intention = Intention.campaignRead
    package let departmentCode: String

    package init(department: String) { departmentCode = department }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> Convention? {
        let department = departmentCode
        return try await context.database.read { try $0.convention(department: department) }
    }
}

/// The campaigns that the actor may see.
package struct ListCampaigns: UseCase {
    package struct Summary: Codable, Sendable {
        package let id: Int64
        package let department: String
        package let year: Int
        package let name: String
        package let state: String
        package let startsOn: Day
        package let endsOn: Day
        package let interventions: Int
    }

    package let intention = Intention.campaignRead
    package let department: String?
    /// Those that are followed, of the newest year that has some, for pages that show no others: each campaign's
    /// interventions are counted, and the years add up.
    package let isNewestOnly: Bool

    package init(department: String? = nil, newestOnly: Bool = false) {
        self.department = department
        isNewestOnly = newestOnly
    }

    package func run(_ context: Context) async throws -> [Summary] {
        let (department, isNewestOnly) = (department, isNewestOnly)
        return try await context.database.read { connection in
            let mine = try connection.campaigns(departments: department.map { [$0] })
                .filter { context.actor.scope.covers($0.department) }
            let followed = mine.filter(\.state.isFollowed)
            let newest = followed.map(\.prophylaxisYear).max()
            return try (isNewestOnly ? followed.filter { $0.prophylaxisYear == newest } : mine)
                .map { campaign in
                    Summary(
                        id: campaign.id, department: campaign.department, year: campaign.prophylaxisYear,
                        name: campaign.name, state: campaign.state.rawValue, startsOn: campaign.startsOn,
                        endsOn: campaign.endsOn, interventions: try connection.plannedCount(of: campaign.id))
                }
        }
    }
}
