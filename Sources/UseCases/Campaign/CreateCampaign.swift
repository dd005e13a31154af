import Kernel
import Prophylaxis
import Store

/// Opens a campaign of a department and prophylaxis year, from the national values or from last year's (3.4, 3.6).
///
/// One campaign a year carries all herds and diseases (PRO-55); another name only if the convention has it (PRO-67).
/// Where the department has no value of its own, the region's shared rules count (PRO-141).
/// A copy takes last year's parameters a year on, and no criterion of it counts as looked at (PRO-72, PRO-81).
package struct CreateCampaign: UseCase {
    package struct Outcome: Sendable {
        package let campaign: CampaignRow
        package let parameters: CampaignParameters
        /// What the check lists already find, and the warnings of a copy.
        package let findings: [Finding]
    }

    package let intention = Intention.campaignPrepare
    package let selector: CampaignSelector
    package let year: Int
    package let copiesLast: Bool
    package let changes: ParameterChanges

    package init(selector: CampaignSelector, year: Int, copiesLast: Bool, changes: ParameterChanges) {
        self.selector = selector
        self.year = year
        self.copiesLast = copiesLast
        self.changes = changes
    }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        var ids = try await context.database.ids(2)
        let (campaignID, auditID) = (ids.next(), ids.next())
        try context.actor.requireAuthority(for: changes)
        return try await context.database.write { connection in
            try requireNew(in: connection)
            let base = try base(in: connection)
            let parameters = try base.parameters.taking(
                try connection.regionalRules(forDepartment: selector.department)
            ).applying(changes)
            try parameters.requireDates()
            var campaign = CampaignRow(
                id: campaignID, department: selector.department, prophylaxisYear: year, name: selector.name,
                dates: (parameters.startsOn, parameters.endsOn))
            try campaign.set(parameters)
            campaign.copiedFrom = base.copiedFrom
            campaign.reviewedCriteria = base.copiedFrom == nil ? nil : []
            try connection.insert(campaign)
            try connection.audit(
                context.entry(auditID, intention, campaign), parametersOf: campaign, at: context.now)
            let facts = try connection.setupFacts(of: campaign, for: context.actor, today: context.today)
            let copied =
                base.copiedFrom == nil
                ? [] : [Finding(CampaignFinding.copied, .warning, ["campaign": base.title])]
            return Outcome(
                campaign: campaign, parameters: parameters,
                findings: copied + (try facts.check([.creation])).map(\.finding))
        }
    }

    private func requireNew(in connection: Connection) throws {
        let (department, name) = (selector.department, selector.name)
        if let campaign = try connection.campaign(department: department, year: year, name: name) {
            throw Refused(CampaignFinding.campaignExists, ["campaign": campaign.title])
        }
        guard name != CampaignSelector.nationalName else { return }
        let agreed = try connection.convention(department: department)?.extraCampaigns ?? []
        guard agreed.contains(name) else { throw Refused(CampaignFinding.notInConvention, ["name": name]) }
    }

    private func base(
        in connection: Connection
    ) throws -> (parameters: CampaignParameters, copiedFrom: Int64?, title: String) {
        let national = CampaignParameters(department: selector.department, prophylaxisYear: year)
        guard copiesLast else { return (national, nil, "") }
        guard
            let last = try connection.campaign(before: year, department: selector.department, name: selector.name)
        else {
            throw Refused(
                CampaignFinding.noFormerCampaign, ["department": selector.department, "year": String(year)])
        }
        return (try last.decodedParameters().moved(to: year), last.id, last.title)
    }
}

extension CampaignParameters {
    /// The same for another year, with the dates moved by as many years.
    func moved(to year: Int) throws -> CampaignParameters {
        let months = (year - prophylaxisYear) * 12
        guard case .object(var fields) = try json() else { return self }
        fields["prophylaxisYear"] = .integer(Int64(year))
        fields["startsOn"] = .string(startsOn.adding(months: months).description)
        fields["endsOn"] = .string(endsOn.adding(months: months).description)
        return try CampaignParameters(json: .object(fields))
    }

    /// - Throws: `Refused` for an end before the start, or in another year than the campaign's.
    func requireDates() throws {
        do {
            let months = [milk.brucellosisMonth, milk.leukosisMonth]
            _ = try CampaignDates.decide(
                .init(prophylaxisYear: prophylaxisYear, startsOn: startsOn, endsOn: endsOn, milkMonths: months))
        } catch {
            throw Refused(
                CampaignFinding.datesImpossible,
                ["start": startsOn.french, "end": endsOn.french, "year": String(prophylaxisYear)])
        }
    }
}
