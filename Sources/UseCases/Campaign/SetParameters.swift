import Kernel
import Prophylaxis
import Register
import Store

/// Changes parameters of a campaign (PRO-105). A validated campaign goes back to draft: what was validated is no more.
///
/// Once executed, or in the campaign's period, a change is for emergencies and says why (PRO-15).
package struct SetParameters: UseCase {
    package struct Outcome: Sendable {
        package let campaign: CampaignRow
        package let parameters: CampaignParameters
        package let findings: [Finding]
    }

    package let intention = Intention.campaignPrepare
    package let selector: CampaignSelector
    package let changes: ParameterChanges
    /// Why it cannot wait; nil outside of emergencies.
    package let emergency: String?
    /// First takes the region's shared rules as they stand today (PRO-141).
    package var takesRegional = false
    /// What the person saw when deciding: parameter → `ParameterStamp`. nil for the command line.
    package var seen: [String: String] = [:]

    package init(selector: CampaignSelector, changes: ParameterChanges, emergency: String? = nil) {
        self.selector = selector
        self.changes = changes
        self.emergency = emergency
    }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        let auditID = try await context.database.id()
        try context.actor.requireAuthority(for: changes)
        let outcome = try await context.database.write { connection in
            var campaign = try selector.lock(in: connection)
            try campaign.require(.draft, .validated, .executed)
            try requireOccasion(campaign, context)
            var parameters = try campaign.decodedParameters()
            try requireSeen(parameters, campaign, connection)
            if takesRegional {
                parameters = try parameters.taking(connection.regionalRules(forDepartment: campaign.department))
            }
            parameters = try parameters.applying(changes)
            try parameters.requireDates()
            try campaign.set(parameters)
            if campaign.state == .validated {
                (campaign.state, campaign.validatedAt, campaign.validatedBy) = (.draft, nil, nil)
            }
            try connection.update(campaign)
            if campaign.state == .executed { try connection.markStatesDue(ofCampaign: campaign.id, on: context.today) }
            try log(campaign, context, connection)
            try connection.audit(
                context.entry(auditID, intention, campaign), parametersOf: campaign, at: context.now)
            let facts = try connection.setupFacts(of: campaign, for: context.actor, today: context.today)
            return Outcome(
                campaign: campaign, parameters: parameters, findings: try facts.check([.creation]).map(\.finding))
        }
        try await context.refreshStatuses(of: selector)
        return outcome
    }

    /// Two people on one parameter: the second is told who changed it.
    private func requireSeen(
        _ parameters: CampaignParameters, _ campaign: CampaignRow, _ connection: Connection
    ) throws {
        for (name, stamp) in seen where try ParameterStamp.of(name, parameters) != stamp {
            let latest = try connection.settings(of: campaign, parameter: name).first
            throw Refused(
                CampaignFinding.parameterChangedMeanwhile,
                ["name": name, "by": latest?.decidedBy ?? "?", "at": latest?.decidedAt ?? "?"])
        }
    }

    private func requireOccasion(_ campaign: CampaignRow, _ context: Context) throws {
        let isRunning = campaign.state == .executed
        let isInPeriod = campaign.startsOn <= context.today && context.today <= campaign.endsOn
        guard isRunning || isInPeriod, emergency?.isEmpty ?? true else { return }
        throw Refused(CampaignFinding.changeDuringCampaign, ["campaign": campaign.title])
    }

    /// Each change by name: value, reason, who, when (PRO-13, PRO-15).
    private func log(_ campaign: CampaignRow, _ context: Context, _ connection: Connection) throws {
        for change in changes.changes {
            let reasons = [changes.justifications[change.entry.name], emergency].compactMap { $0 }
            try connection.record(
                SettingEntry(
                    department: campaign.department, name: "campaign.\(campaign.id).\(change.name)",
                    valueJSON: try CanonicalJSON.string(change.value ?? .null),
                    justification: reasons.joined(separator: " ; "), decided: (context.actor.login, context.now)))
        }
    }
}

extension Connection {
    /// The decisions on a parameter of a campaign, on all keys of a map together, the latest first.
    func settings(of campaign: CampaignRow, parameter name: String) throws -> [SettingEntry] {
        try settingHistory(department: campaign.department, under: "campaign.\(campaign.id).\(name)")
    }
}

extension Actor {
    /// Laboratories, delegation and the raw-milk analysis are the authority's (PRO-63, PRO-88, PRO-110).
    func requireAuthority(for changes: ParameterChanges) throws {
        guard let name = changes.namesOfAuthority.first, !Policy.allows(.laboratoryAssign, to: role) else { return }
        throw Refused(CampaignFinding.parameterOfAuthority, ["name": name, "role": role.rawValue])
    }
}
