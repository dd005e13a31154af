import Kernel
import Prophylaxis
import Store

/// Turns the decisions of set-up into rows: interventions with their numbers, plans with laboratory and month.
struct InterventionBuilder {
    private let facts: SetupFacts
    private let plannedDay: PlannedDay

    init(_ facts: SetupFacts) {
        self.facts = facts
        plannedDay = PlannedDay(start: facts.campaign.startsOn, end: facts.campaign.endsOn)
    }

    /// The rows of all programmed herds that the campaign lacks, in the order of the herds.
    ///
    /// A herd that was programmed elsewhere keeps its intervention, and gets the plans that are missing in it.
    func rows(
        ids: IDRange, lastSequence: Int
    ) throws -> (interventions: [InterventionRow], plans: [RequestedPlanRow]) {
        var (interventions, plans): ([InterventionRow], [RequestedPlanRow]) = ([], [])
        var sequence = lastSequence
        var remaining = ids.bounds
        for setup in facts.programmed {
            if let row = facts.interventions[setup.herd.id] {
                plans += missingPlans(setup, of: row)
                continue
            }
            guard let id = remaining.popFirst() else {
                throw Refused(CampaignFinding.registerChanged, ["campaign": facts.campaign.title])
            }
            sequence += 1
            let row = try intervention(setup, id: id, sequence: sequence)
            interventions.append(row)
            plans += setup.plans.plans.map { plan($0, of: row) }
        }
        return (interventions, plans)
    }

    func intervention(_ setup: HerdSetup, id: Int64, sequence: Int) throws -> InterventionRow {
        let campaign = facts.campaign
        guard let number = InterventionNumber(year: campaign.prophylaxisYear, sequence: sequence) else {
            throw Refused(CampaignFinding.numbersExhausted, ["year": String(campaign.prophylaxisYear)])
        }
        var row = InterventionRow(
            campaign: campaign.id, id: id, number: number.description, herd: setup.herd.id,
            department: campaign.department)
        row.veterinarian = setup.herd.veterinarian
        row.plannedOn = setup.herd.lastVisit.flatMap { plannedDay.anniversary(of: $0) }
        return row
    }

    func plan(_ plan: RequiredPlans.Plan, of row: InterventionRow) -> RequestedPlanRow {
        var planned = RequestedPlanRow(
            campaign: row.campaign, intervention: row.id, disease: plan.disease, matrix: plan.matrix,
            method: plan.method)
        // Dairy laboratories are chosen by the dairies and never assigned here (PRO-89).
        planned.laboratory = plan.matrix == .blood ? facts.laboratory(of: plan.disease)?.id : nil
        planned.dueMonth = plan.dueMonth
        return planned
    }

    func missingPlans(_ setup: HerdSetup, of row: InterventionRow) -> [RequestedPlanRow] {
        let present = Set((facts.plans[row.id] ?? []).map(\.disease))
        return setup.plans.plans.filter { !present.contains($0.disease) }.map { plan($0, of: row) }
    }
}
