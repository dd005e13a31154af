import Kernel
import Prophylaxis
import Store

/// Gives blood plans of an executed campaign a laboratory: that of one holding that uses another (PRO-90), or all those
/// that have none yet (PRO-97). The authority's alone; only a laboratory approved for the disease (PRO-88, PRO-167).
package struct AssignLaboratory: UseCase {
    package struct Outcome: Sendable {
        package let changed: Int
        /// Documents that are already validated with the former laboratory (PRO-95).
        package let findings: [Finding]
    }

    package let intention = Intention.laboratoryAssign
    package let selector: CampaignSelector
    package let disease: Disease
    package let code: String
    /// One intervention; nil for all plans without laboratory.
    package let number: String?
    package let reason: String

    package init(selector: CampaignSelector, disease: Disease, code: String, number: String?, reason: String) {
        self.selector = selector
        self.disease = disease
        self.code = code
        self.number = number
        self.reason = reason
    }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        guard !reason.isEmpty else { throw Refused(CampaignFinding.reasonMissing) }
        let count = try await context.database.read { connection in
            try connection.interventions(of: selector.find(in: connection).id, .main).count
        }
        let ids = try await context.database.ids(count)
        let auditID = try await context.database.id()
        return try await context.database.write { connection in
            let campaign = try selector.lock(in: connection)
            try campaign.require(.executed)
            let laboratory = try laboratory(in: connection)
            let plans = try plans(of: campaign, in: connection)
            guard plans.count <= ids.count else {
                throw Refused(CampaignFinding.registerChanged, ["campaign": campaign.title])
            }
            var ids = ids
            var notes: [InterventionNote] = []
            if let (_, plan) = plans.first, number != nil {
                try connection.setLaboratory(laboratory.id, of: plan)
            } else {
                try connection.setLaboratory(laboratory.id, ofOpenPlansFor: disease, in: campaign.id)
            }
            for (row, _) in plans {
                notes.append(
                    InterventionNote(
                        id: ids.next(), of: row, kind: "laboratory", written: (context.actor.login, context.now),
                        text: "\(disease.rawValue) : \(code). \(reason)"))
            }
            try connection.insert(notes)
            var entry = context.entry(auditID, intention, campaign)
            entry.details = plans.map { AuditDetail(subject: "intervention:\($0.0.number)", outcome: code) }
            try connection.audit(entry)
            let printed = try connection.interventionsWithDocument(of: campaign.id)
            let outdated = plans.filter { printed.contains($0.0.id) }.map {
                Finding(CampaignFinding.documentToEditAgain, .warning, ["number": $0.0.number])
            }
            return Outcome(changed: plans.count, findings: outdated)
        }
    }

    private func laboratory(in connection: Connection) throws -> LaboratoryRow {
        guard let laboratory = try connection.laboratories().first(where: { $0.code == code }) else {
            throw Refused(CampaignFinding.laboratoryUnknown, ["code": code])
        }
        guard laboratory.canAnalyseBlood(of: disease) else {
            throw Refused(
                CampaignFinding.laboratoryNotApproved, ["code": code, "disease": CodeWords.disease(disease)])
        }
        return laboratory
    }

    /// The plans to change, with their interventions.
    private func plans(
        of campaign: CampaignRow, in connection: Connection
    ) throws -> [(InterventionRow, RequestedPlanRow)] {
        var rows: [InterventionRow] = try connection.interventions(of: campaign.id, .main)
        rows.removeAll { $0.state != .planned || (number != nil && $0.number != number) }
        if let number, rows.isEmpty {
            throw Refused(CampaignFinding.interventionUnknown, ["number": number, "campaign": campaign.title])
        }
        let byID = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
        let plans = try connection.requestedPlans(of: campaign.id).compactMap { plan in
            guard plan.disease == disease, plan.matrix == .blood, number != nil || plan.laboratory == nil else {
                return nil as (InterventionRow, RequestedPlanRow)?
            }
            return byID[plan.intervention].map { ($0, plan) }
        }
        if let number, plans.isEmpty {
            throw Refused(CampaignFinding.planUnknown, ["number": number, "disease": CodeWords.disease(disease)])
        }
        return plans
    }
}
