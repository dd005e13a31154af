import Kernel
import Prophylaxis
import Store

/// Takes a herd from bulk milk to blood for a disease, as the last resort where no milk result comes: the plan changes
/// its matrix, and the exemption from blood tests ends (PRO-202). The authority's alone, with its reason.
package struct PassToBlood: UseCase {
    package struct Outcome: Sendable, Hashable {
        /// Nil where the campaign names none for the disease.
        package let laboratory: String?
        /// How many exemptions ended.
        package let exemptions: Int
    }

    package let intention = Intention.interventionMatrix
    package let campaign: CampaignSelector
    package let intervention: String
    package let disease: Disease
    package let reason: String

    package init(campaign: CampaignSelector, intervention: String, disease: Disease, reason: String) {
        self.campaign = campaign
        self.intervention = intervention
        self.disease = disease
        self.reason = reason
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> Outcome {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw Refused(CampaignFinding.reasonMissing) }
        var ids = try await context.database.ids(2)
        let (useCase, noteID, entryID) = (self, ids.next(), ids.next())
        let outcome = try await context.database.write { connection in
            let campaign = try useCase.campaign.lock(in: connection)
            try campaign.require(.executed)
            try context.requireBasis(connection, of: campaign.id, for: useCase.intention)
            guard let row = try connection.intervention(campaign: campaign.id, number: useCase.intervention),
                row.state == .planned
            else {
                throw Refused(
                    CampaignFinding.interventionUnknown,
                    ["number": useCase.intervention, "campaign": campaign.title])
            }
            if try connection.hasStandingReport(campaign: campaign.id, intervention: row.id) {
                throw Refused(EvaluationFinding.reportStands, ["intervention": row.number])
            }
            let laboratory = try useCase.change(row, campaign, connection)
            let ended = try useCase.endExemptions(row, connection, context)
            try connection.insert([
                InterventionNote(
                    id: noteID, of: row, kind: "matrix", written: (context.actor.login, context.now),
                    text: "\(CodeWords.disease(useCase.disease)) : du lait au sang – \(useCase.reason)")
            ])
            try connection.markStatesDue(
                campaign: campaign.id, interventions: [row.id], disease: useCase.disease, on: context.today)
            try connection.audit(
                context.entry(entryID, useCase.intention, campaign, subject: "intervention:\(row.number)"))
            return Outcome(laboratory: laboratory, exemptions: ended)
        }
        try await context.refreshStatuses(of: campaign)
        return outcome
    }

    /// Replaces the milk plan by a blood plan; returns the code of its laboratory.
    private func change(_ row: InterventionRow, _ campaign: CampaignRow, _ connection: Connection) throws -> String? {
        let plans = try connection.requestedPlans(of: campaign.id, intervention: row.id)
        guard disease != .tuberculosis, plans.contains(where: { $0.disease == disease && $0.matrix == .milk }) else {
            throw Refused(
                FollowUpFinding.noMilkPlan, ["intervention": row.number, "disease": CodeWords.disease(disease)])
        }
        let parameters = try campaign.decodedParameters()
        let method = disease == .brucellosis ? parameters.brucellosisMethod : parameters.leukosisMethod
        let code = parameters.laboratories[disease.rawValue]
        var kept = plans.filter { !($0.disease == disease && $0.matrix == .milk) }
        var laboratory: String?
        if !kept.contains(where: { $0.disease == disease && $0.matrix == .blood }) {
            var plan = RequestedPlanRow(
                campaign: campaign.id, intervention: row.id, disease: disease, matrix: .blood, method: method)
            let found = try connection.laboratories().first { $0.code == code && $0.canAnalyseBlood(of: disease) }
            plan.laboratory = found?.id
            laboratory = found?.code
            kept.append(plan)
        }
        try connection.deletePlans(of: row)
        try connection.insert(kept)
        return laboratory
    }

    /// Ends the standing exemptions that cover the disease.
    private func endExemptions(_ row: InterventionRow, _ connection: Connection, _ context: Context) throws -> Int {
        let standing = try connection.authorisations(ofHerd: row.herd).filter { entry in
            entry.kind == "blood-test-exemption" && (entry.disease == nil || entry.disease == disease.rawValue)
                && entry.since <= context.today && (entry.until.map { $0 > context.today } ?? true)
        }
        for entry in standing { try connection.endAuthorisation(entry.id, on: context.today, reference: reason) }
        return standing.count
    }
}
