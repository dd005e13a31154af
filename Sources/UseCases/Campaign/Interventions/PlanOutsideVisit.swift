import Kernel
import Prophylaxis
import Store

/// Plans a visit outside the campaign, attached to the herd's intervention: animals of the age to be tested are there
/// only when the campaign is over (PRO-137). The authority's, or its delegate's where the convention says so.
///
/// It gets the blood and skin plans of the first intervention, or those of the diseases named, with their
/// laboratories. The same order again changes nothing. `WithdrawHerd` takes it back, with its reason.
package struct PlanOutsideVisit: UseCase {
    package struct Outcome: Sendable {
        package let intervention: InterventionRow
        package let plans: [RequestedPlanRow]
        /// False when it was planned before.
        package let isNew: Bool
    }

    package let intention = Intention.outsideVisitPlan
    package let selector: CampaignSelector
    package let herd: HerdReference
    package let plannedOn: Day
    package let reason: String
    /// Those to test for; all that the first intervention's blood and skin plans name when empty.
    package var diseases: [Disease] = []

    package init(selector: CampaignSelector, herd: HerdReference, plannedOn: Day, reason: String) {
        self.selector = selector
        self.herd = herd
        self.plannedOn = plannedOn
        self.reason = reason
    }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        guard !reason.isEmpty else { throw Refused(CampaignFinding.reasonMissing) }
        let ids = try await context.database.ids(3)
        let outcome = try await context.database.write { connection in
            var ids = ids
            let campaign = try selector.lock(in: connection)
            try campaign.require(.executed)
            try context.requireBasis(connection, of: campaign.id, for: intention)
            let parent = try parent(in: campaign, connection)
            let plans = try plans(of: parent, connection)
            if let standing = try standing(parent, plans, connection) { return standing }
            try require(parent, in: campaign, today: context.today, connection)
            var row = InterventionRow(
                campaign: campaign.id, id: ids.next(), number: try connection.nextInterventionNumber(of: campaign),
                herd: parent.herd, department: campaign.department)
            (row.kind, row.parent, row.origin) = (.outside, parent.id, .added)
            (row.plannedOn, row.veterinarian, row.stateReason) = (plannedOn, parent.veterinarian, reason)
            let attached = plans.map { $0.attached(to: row) }
            try connection.insert([row])
            try connection.insert(attached)
            try connection.insert([
                InterventionNote(
                    id: ids.next(), of: row, kind: "added", written: (context.actor.login, context.now), text: reason)
            ])
            try connection.audit(
                context.entry(ids.next(), intention, campaign, subject: "intervention:\(row.number)"))
            return Outcome(intervention: row, plans: attached, isNew: true)
        }
        try await context.refreshStatuses(of: selector)
        return outcome
    }

    /// The herd's main intervention.
    private func parent(in campaign: CampaignRow, _ connection: Connection) throws -> InterventionRow {
        let name = herd.description
        guard let id = try connection.herdID(herd, department: campaign.department) else {
            throw Refused(CampaignFinding.herdUnknown, ["herd": name, "department": campaign.department])
        }
        guard let main = try connection.mainIntervention(campaign: campaign.id, herd: id), main.state == .planned else {
            throw Refused(CampaignFinding.outsideVisitNoIntervention, ["herd": name, "campaign": campaign.title])
        }
        return main
    }

    /// The plans of the first intervention that somebody carries out on the spot.
    private func plans(of parent: InterventionRow, _ connection: Connection) throws -> [RequestedPlanRow] {
        let plans = try connection.requestedPlans(of: parent.campaign, intervention: parent.id)
            .filter { $0.matrix != .milk && (diseases.isEmpty || diseases.contains($0.disease)) }
        let missing = diseases.filter { disease in !plans.contains { $0.disease == disease } }
        guard missing.isEmpty, !plans.isEmpty else {
            let names = missing.map(\.rawValue).joined(separator: ", ")
            throw Refused(
                CampaignFinding.outsideVisitPlanMissing,
                ["number": parent.number, "diseases": names.isEmpty ? "aucune maladie" : names])
        }
        return plans
    }

    private func require(
        _ parent: InterventionRow, in campaign: CampaignRow, today: Day, _ connection: Connection
    ) throws {
        let window = OutsideVisitWindow(today: today, campaignStart: campaign.startsOn, campaignEnd: campaign.endsOn)
        guard window.contains(plannedOn) else {
            throw Refused(
                CampaignFinding.outsideVisitDay,
                ["day": plannedOn.french, "from": window.from.french, "until": window.until.french])
        }
        if let closedOn = try connection.closing(ofHerd: parent.herd), closedOn <= plannedOn {
            throw Refused(
                CampaignFinding.outsideVisitHerdClosed, ["herd": herd.description, "since": closedOn.french])
        }
    }

    /// What the same order made before; another visit that still stands is in its way.
    private func standing(
        _ parent: InterventionRow, _ plans: [RequestedPlanRow], _ connection: Connection
    ) throws -> Outcome? {
        guard let visit = try connection.standingOutsideVisits(of: parent).first else { return nil }
        let planned = try connection.requestedPlans(of: visit.campaign, intervention: visit.id)
        guard visit.plannedOn == plannedOn, planned.map(\.disease) == plans.map(\.disease) else {
            throw Refused(
                CampaignFinding.outsideVisitStanding,
                ["herd": herd.description, "number": visit.number, "day": visit.plannedOn?.french ?? "-"])
        }
        return Outcome(intervention: visit, plans: planned, isNew: false)
    }
}

extension RequestedPlanRow {
    fileprivate func attached(to row: InterventionRow) -> RequestedPlanRow {
        var plan = RequestedPlanRow(
            campaign: row.campaign, intervention: row.id, disease: disease, matrix: matrix, method: method)
        plan.laboratory = laboratory
        return plan
    }
}
