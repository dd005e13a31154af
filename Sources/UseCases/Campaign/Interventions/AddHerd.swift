import Kernel
import Prophylaxis
import Register
import Store

/// Adds a herd to an executed campaign, case by case and with its reason (PRO-84, PRO-118).
///
/// The intervention gets every plan that the herd's screening rhythm asks for (PRO-85), and those of an intervention
/// that it is duplicated from. A herd created after the start stays out, unless its type changed (PRO-87); one that an
/// outbreak brought up waits for the next campaign (PRO-86). A withdrawn intervention comes back under its number.
package struct AddHerd: UseCase {
    package struct Outcome: Sendable {
        package let intervention: InterventionRow
        package let plans: [RequestedPlanRow]
        /// What speaks against the herd all the same.
        package let findings: [Finding]
    }

    package let intention = Intention.interventionAdd
    package let selector: CampaignSelector
    package let herd: HerdReference
    package let reason: String
    package var isTypeChange = false
    /// Number of the intervention whose plans are taken over (PRO-84).
    package var source: String?
    /// The source is withdrawn: its herd passed into this one (PRO-77).
    package var isTransfer = false

    package init(selector: CampaignSelector, herd: HerdReference, reason: String) {
        self.selector = selector
        self.herd = herd
        self.reason = reason
    }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        guard !reason.isEmpty else { throw Refused(CampaignFinding.reasonMissing) }
        let ids = try await context.database.ids(4)
        let outcome = try await context.database.write { connection in
            let campaign = try selector.lock(in: connection)
            try campaign.require(.executed)
            var ids = ids
            var facts = try connection.setupFacts(
                of: campaign, for: context.actor, today: context.today, withChecks: false)
            let source = try facts.source(source)
            let setup = try facts.eligible(self, extra: source?.diseases ?? [])
            let existing = facts.interventions[setup.herd.id]
            if let existing, existing.state == .planned {
                throw Refused(CampaignFinding.alreadyIn, ["herd": herd.description, "number": existing.number])
            }
            if let source, isTransfer {
                try connection.withdraw(source.row, reason: "report sur \(herd) : \(reason)", ids: &ids, context)
            }
            let row = try store(setup, existing, facts: &facts, ids: &ids, connection)
            let plans = facts.plans[row.id] ?? []
            try connection.insert([
                InterventionNote(
                    id: ids.next(), of: row, kind: "added", written: (context.actor.login, context.now), text: reason)
            ])
            try connection.audit(
                context.entry(ids.next(), intention, campaign, subject: "intervention:\(row.number)"))
            return Outcome(intervention: row, plans: plans, findings: setup.remarks)
        }
        try await context.refreshStatuses(of: selector)
        return outcome
    }

    /// Writes the intervention, new or come back, and its plans.
    private func store(
        _ setup: HerdSetup, _ existing: InterventionRow?, facts: inout SetupFacts, ids: inout IDRange,
        _ connection: Connection
    ) throws -> InterventionRow {
        let builder = InterventionBuilder(facts)
        var row: InterventionRow
        if let existing {
            row = existing
            row.state = .planned
            row.veterinarian = setup.herd.veterinarian
            try connection.deletePlans(of: row)
        } else {
            let last = try connection.lastSequence(ofYear: facts.campaign.prophylaxisYear)
            row = try builder.intervention(setup, id: ids.next(), sequence: last + 1)
        }
        row.origin = source == nil ? .added : .copied
        row.stateReason = reason
        if existing == nil { try connection.insert([row]) } else { try connection.setState(of: row) }
        let plans = setup.plans.plans.map { builder.plan($0, of: row) }
        try connection.insert(plans)
        facts.plans[row.id] = plans
        return row
    }
}

extension SetupFacts {
    /// The intervention to duplicate, with the diseases of its plans.
    fileprivate func source(_ number: String?) throws -> (row: InterventionRow, diseases: [Disease])? {
        guard let number else { return nil }
        guard let row = interventions.values.first(where: { $0.number == number }) else {
            throw Refused(
                CampaignFinding.interventionUnknown, ["number": number, "campaign": campaign.title])
        }
        return (row, (plans[row.id] ?? []).map(\.disease))
    }

    /// The herd as the rules see it when it is added by hand.
    /// - Throws: `Refused` for a herd that may not come in.
    fileprivate func eligible(_ request: AddHerd, extra: [Disease]) throws -> HerdSetup {
        let name = request.herd.description
        guard var herd = herds.first(where: { $0.herd.reference == request.herd })?.herd else {
            throw Refused(CampaignFinding.herdUnknown, ["herd": name, "department": campaign.department])
        }
        herd.changeOfType = herd.changeOfType || request.isTypeChange
        // A duplicated plan is due whatever the herd's own rhythm.
        for disease in extra { herd.rhythms[disease] = ScreeningRank.Rhythm(intervalYears: 1, phase: 0) }
        let planner = SetupPlanner(
            campaign: campaign, parameters: parameters, day: campaign.situationDay(today: today),
            communes: communeRhythms)
        let setup = try planner.setup(herd, named: true)
        if let reason = setup.inclusion.reasons.first(where: { $0 == .closed || $0 == .openedAfterStart }) {
            throw Refused(
                CampaignFinding.herdNotEligible, ["herd": name, "reason": CodeWords.inclusion(reason)])
        }
        try requireNoOutbreak(herd, isTransfer: request.isTransfer)
        guard !setup.plans.plans.isEmpty else {
            let reasons = setup.plans.absences.map { "\($0.disease.rawValue) \(CodeWords.plan($0.reason))" }
            throw Refused(
                CampaignFinding.nothingDue, ["herd": name, "reason": reasons.joined(separator: ", ")])
        }
        return setup
    }

    /// PRO-86: linked with an outbreak since the start, it is under sanitary police.
    private func requireNoOutbreak(_ herd: CampaignHerd, isTransfer: Bool) throws {
        let kinds: [AuthorisationKind] = [.contactZone, .specificRisk, .infection]
        let link = herd.authorisations.first { kinds.contains($0.kind) && $0.since > campaign.startsOn }
        guard let link, !isTransfer else { return }
        throw Refused(
            CampaignFinding.outbreakLink, ["herd": herd.reference.description, "since": link.since.french])
    }
}

extension HerdSetup {
    /// What would have kept the herd out, had nobody named it.
    fileprivate var remarks: [Finding] {
        let facts = ["count": "1", "list": herd.reference.description].map { Finding.Fact($0.key, $0.value) }
        return inclusion.reasons.compactMap { reason in
            switch reason {
            case .requalification: Finding(SetupFinding.requalificationIncluded, .warning, facts: facts)
            case .fatteningDerogation: Finding(SetupFinding.fatteningIncluded, .warning, facts: facts)
            default: nil
            }
        }
    }
}
