import Kernel
import Prophylaxis
import Register
import Store

/// Executes a validated campaign: one main intervention for every herd with something due, with its plans (PRO-106).
///
/// All of it is one transaction: a process killed in the middle leaves nothing, and the same command completes. An
/// executed campaign stays as it is; herds that come later are added one by one (PRO-84, PRO-87).
package struct ExecuteCampaign: UseCase {
    package struct Outcome: Sendable, Hashable {
        package let interventions: Int
        package let bloodPlans: Int
        package let milkPlans: Int
        package let skinPlans: Int
        /// It had been executed before: nothing changed.
        package let wasExecuted: Bool
        package let withoutVeterinarian: Int
    }

    package let intention = Intention.campaignExecute
    package let selector: CampaignSelector

    package init(selector: CampaignSelector) { self.selector = selector }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        let department = selector.department
        let herdCount = try await context.database.read { try $0.herdCount(department: department) }
        let ids = try await context.database.ids(herdCount)
        let auditID = try await context.database.id()
        let outcome = try await context.database.write { connection in
            var campaign = try selector.lock(in: connection)
            if campaign.state == .executed {
                return try Outcome(connection.executedRows(of: campaign.id), wasExecuted: true)
            }
            try campaign.require(.validated)
            let facts = try connection.setupFacts(of: campaign, for: context.actor, today: context.today)
            _ = try facts.checkSetup()
            let rows = try InterventionBuilder(facts).rows(
                ids: ids, lastSequence: connection.lastSequence(ofYear: campaign.prophylaxisYear))
            try connection.insert(rows.interventions)
            try connection.insert(rows.plans)
            campaign.state = .executed
            campaign.executedAt = context.now
            try connection.update(campaign)
            try connection.audit(
                context.entry(auditID, intention, campaign), parametersOf: campaign, at: context.now)
            return try Outcome(connection.executedRows(of: campaign.id), wasExecuted: false)
        }
        // Follow-up starts with the execution: every intervention has a status from the first day.
        try await context.refreshStatuses(of: selector)
        return outcome
    }
}

extension ExecuteCampaign.Outcome {
    fileprivate init(_ rows: [InterventionRow], _ plans: [RequestedPlanRow], wasExecuted: Bool) {
        let planned = rows.filter { $0.state == .planned }
        let ids = Set(planned.map(\.id))
        let standing = plans.filter { ids.contains($0.intervention) }
        interventions = planned.count
        bloodPlans = standing.filter { $0.matrix == .blood }.count
        milkPlans = standing.filter { $0.matrix == .milk }.count
        skinPlans = standing.filter { $0.matrix == .skin }.count
        withoutVeterinarian = planned.filter { $0.veterinarian == nil }.count
        self.wasExecuted = wasExecuted
    }

    fileprivate init(_ rows: ([InterventionRow], [RequestedPlanRow]), wasExecuted: Bool) {
        self.init(rows.0, rows.1, wasExecuted: wasExecuted)
    }
}

extension Connection {
    fileprivate func executedRows(of campaign: Int64) throws -> ([InterventionRow], [RequestedPlanRow]) {
        (try interventions(of: campaign, .main), try requestedPlans(of: campaign))
    }
}
