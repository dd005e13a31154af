import Kernel
import Prophylaxis
import Store

/// Why a serum bank is not asked, or its answer not recorded.
package enum SerumFinding: String, FindingCode {
    case nothingToAsk = "serum-nothing-to-ask"
    case laboratoryMissing = "serum-laboratory-missing"
    case changedMeanwhile = "serum-changed-meanwhile"
    case requestUnknown = "serum-request-unknown"
    case noteMissing = "serum-note-missing"
    /// [intervention].
    case nothingToAskHere = "serum-nothing-to-ask-here"
}

/// Records a laboratory's answer: results will come, or it cannot help; then the keeper is asked for a new visit, as
/// long as time is left (PRO-255).
package struct AnswerSerum: UseCase {
    package let intention = Intention.letterWrite
    package let campaign: CampaignSelector
    package let intervention: String
    package let disease: Disease
    package let isImpossible: Bool
    package let note: String?

    package init(
        campaign: CampaignSelector, intervention: String, disease: Disease, isImpossible: Bool, note: String?
    ) {
        self.campaign = campaign
        self.intervention = intervention
        self.disease = disease
        self.isImpossible = isImpossible
        self.note = note
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws {
        guard !isImpossible || note?.contains(where: { !$0.isWhitespace }) == true else {
            throw Refused(SerumFinding.noteMissing)
        }
        let (useCase, entryID) = (self, try await context.database.id())
        try await context.database.write { connection in
            let campaign = try useCase.campaign.lock(in: connection)
            let id = try connection.requireIntervention(useCase.intervention, of: campaign)
            try context.requireBasis(connection, of: campaign.id, for: useCase.intention)
            guard
                let request = try connection.serumRequest(
                    campaign: campaign.id, intervention: id, disease: useCase.disease)
            else {
                throw Refused(
                    SerumFinding.requestUnknown,
                    ["intervention": useCase.intervention, "disease": CodeWords.disease(useCase.disease)])
            }
            try connection.answerSerumRequest(
                request.id, isImpossible: useCase.isImpossible, on: context.today, note: useCase.note)
            try connection.markStatesDue(
                campaign: campaign.id, interventions: [id], disease: useCase.disease, on: context.today)
            var entry = context.entry(
                entryID, useCase.intention, campaign, subject: "intervention:\(useCase.intervention)")
            entry.details = [
                AuditDetail(
                    subject: "serum-request:\(request.id)", outcome: useCase.isImpossible ? "impossible" : "answered")
            ]
            try connection.audit(entry)
        }
        // While sera may still be analysed, no deduction proposes D (decision 12).
        try await context.refreshStatuses(of: campaign)
    }
}
