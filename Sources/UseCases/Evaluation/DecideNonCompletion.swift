import Kernel
import Prophylaxis
import Store

/// Decides that an intervention is not carried out for a valid reason: then no report is due (PRO-284, AMB-15).
package struct DecideNonCompletion: UseCase {
    package let intention = Intention.nonCompletionDecide
    package let campaign: CampaignSelector
    package let intervention: String
    package let code: NonCompletionCode
    package let reason: String?

    package init(campaign: CampaignSelector, intervention: String, code: NonCompletionCode, reason: String? = nil) {
        self.campaign = campaign
        self.intervention = intervention
        self.code = code
        self.reason = reason
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws {
        guard code.isForInspectors else {
            throw Refused(EvaluationFinding.nonCompletionCodeReserved, ["code": code.rawValue])
        }
        var ids = try await context.database.ids(2)
        let (useCase, decisionID, entryID) = (self, ids.next(), ids.next())
        try await context.database.write { connection in
            let campaign = try useCase.campaign.running(in: connection)
            try context.requireBasis(connection, in: campaign)
            let id = try connection.requireIntervention(useCase.intervention, of: campaign)
            try useCase.check(campaign.id, id, connection)
            if try connection.hasStandingNonCompletion(campaign: campaign.id, intervention: id) {
                try connection.revokeNonCompletion(
                    of: (campaign.id, id), by: context.actor.login, (context.today, "remplacée"))
            }
            try connection.decideNonCompletion(
                decisionID, useCase.code, on: (campaign.id, id), by: context.actor.login,
                (context.today, useCase.reason))
            try connection.markStatesDue(campaign: campaign.id, interventions: [id], on: context.today)
            try connection.audit(
                context.entry(entryID, useCase.intention, campaign, subject: "intervention:\(useCase.intervention)"))
        }
        try await context.refreshStatuses(of: campaign)
    }

    /// Decision 8: a decision and a report exclude each other; AA and PBE need a document without animals still
    /// present, EAF a closed and empty herd.
    private func check(_ campaign: Int64, _ id: Int64, _ connection: Connection) throws {
        if let objection = try connection.objectionToReport(id, intervention, of: campaign) {
            throw Refused([objection])
        }
        if try connection.hasTests(campaign: campaign, intervention: id) {
            throw Refused(EvaluationFinding.resultsExist, ["intervention": intervention])
        }
        if code == .closed {
            guard try !connection.herdIsOpenOrHoldsCattle(campaign: campaign, intervention: id) else {
                throw Refused(EvaluationFinding.herdStillOpen, ["intervention": intervention])
            }
            return
        }
        let present = try connection.requestedStillPresent(campaign: campaign, intervention: id)
        guard present == 0 else {
            throw Refused(
                EvaluationFinding.animalsStillRequested,
                ["intervention": intervention, "count": String(present), "code": code.rawValue])
        }
    }
}

/// Takes a decision of non-completion back, with its trace (AMB-33).
package struct RevokeNonCompletion: UseCase {
    package let intention = Intention.nonCompletionDecide
    package let campaign: CampaignSelector
    package let intervention: String
    package let reason: String

    package init(campaign: CampaignSelector, intervention: String, reason: String) {
        self.campaign = campaign
        self.intervention = intervention
        self.reason = reason
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws {
        guard !reason.isEmpty else { throw Refused(EvaluationFinding.reasonMissing) }
        let (useCase, entryID) = (self, try await context.database.id())
        try await context.database.write { connection in
            let campaign = try useCase.campaign.running(in: connection)
            try context.requireBasis(connection, in: campaign)
            let id = try connection.requireIntervention(useCase.intervention, of: campaign)
            guard try connection.hasStandingNonCompletion(campaign: campaign.id, intervention: id) else {
                throw Refused(EvaluationFinding.nonCompletionUnknown, ["intervention": useCase.intervention])
            }
            try connection.revokeNonCompletion(
                of: (campaign.id, id), by: context.actor.login, (context.today, useCase.reason))
            try connection.markStatesDue(campaign: campaign.id, interventions: [id], on: context.today)
            try connection.audit(
                context.entry(entryID, useCase.intention, campaign, subject: "intervention:\(useCase.intervention)"))
        }
        try await context.refreshStatuses(of: campaign)
    }
}
