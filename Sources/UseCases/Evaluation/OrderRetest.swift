import Kernel
import Prophylaxis
import Store

/// The authority orders a brucellosis retest: a second intervention attached to the first for blood (PRO-263), none for
/// milk, whose result comes back on the first (PRO-264).
package struct OrderRetest: UseCase {
    package struct Outcome: Sendable, Hashable {
        package let dueBy: Day
        /// Number of the second intervention; nil for milk.
        package let retestNumber: String?
    }

    package let intention = Intention.retestOrder
    package let campaign: CampaignSelector
    package let intervention: String
    package let notifiedOn: Day
    /// The limit set to the farmer; the last day allowed by default.
    package let dueBy: Day?

    package init(campaign: CampaignSelector, intervention: String, notifiedOn: Day, dueBy: Day? = nil) {
        self.campaign = campaign
        self.intervention = intervention
        self.notifiedOn = notifiedOn
        self.dueBy = dueBy
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> Outcome {
        var ids = try await context.database.ids(3)
        let (useCase, retestID, secondID, entryID) = (self, ids.next(), ids.next(), ids.next())
        let outcome = try await context.database.write { connection in
            let campaign = try useCase.campaign.running(in: connection)
            try context.requireBasis(connection, in: campaign)
            let id = try connection.requireIntervention(useCase.intervention, of: campaign)
            let matrix = try useCase.matrix(campaign.id, id, connection)
            let window = RetestWindow(notifiedOn: useCase.notifiedOn, try campaign.decodedParameters().followUp)
            let dueBy = useCase.dueBy ?? window.until
            guard window.contains(dueBy) else {
                throw Refused(
                    EvaluationFinding.retestLimit, ["from": window.from.french, "until": window.until.french])
            }
            let number = matrix == .blood ? try connection.nextInterventionNumber(of: campaign) : nil
            if let number {
                try connection.attachRetest(secondID, number: number, to: (campaign.id, id))
            }
            try connection.insert(
                NewRetest(
                    id: retestID, of: (campaign.id, id), matrix: matrix, dates: (useCase.notifiedOn, dueBy),
                    retestIntervention: number == nil ? nil : secondID),
                on: context.today, by: context.actor.login)
            try connection.markStatesDue(campaign: campaign.id, interventions: [id], on: context.today)
            try connection.audit(
                context.entry(entryID, useCase.intention, campaign, subject: "intervention:\(useCase.intervention)"))
            return Outcome(dueBy: dueBy, retestNumber: number)
        }
        try await context.refreshStatuses(of: campaign)
        return outcome
    }

    /// The matrix to test again, when a suspicion stands and no retest is open.
    private func matrix(_ campaign: Int64, _ id: Int64, _ connection: Connection) throws -> Matrix {
        let suspicion = try connection.brucellosisSuspicion(campaign: campaign, intervention: id)
        guard suspicion.stands, let matrix = suspicion.matrices.first else {
            throw Refused(EvaluationFinding.retestNeedsSuspicion, ["intervention": intervention])
        }
        if try connection.openRetest(campaign: campaign, intervention: id) != nil {
            throw Refused(EvaluationFinding.retestAlreadyOrdered, ["intervention": intervention])
        }
        return matrix
    }
}

/// Records by hand how a retest ended, where its results do not say it: known negative but not received, or not done
/// (AMB-13, PRO-243). Results that arrive speak for themselves.
package struct RecordRetest: UseCase {
    package enum Ending: String, Sendable, CaseIterable {
        case negativeNotReceived = "negative-not-received"
        case notDone = "not-done"
    }

    package let intention = Intention.retestOrder
    package let campaign: CampaignSelector
    package let intervention: String
    package let ending: Ending

    package init(campaign: CampaignSelector, intervention: String, ending: Ending) {
        self.campaign = campaign
        self.intervention = intervention
        self.ending = ending
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws {
        let (useCase, entryID) = (self, try await context.database.id())
        try await context.database.write { connection in
            let campaign = try useCase.campaign.running(in: connection)
            try context.requireBasis(connection, in: campaign)
            let id = try connection.requireIntervention(useCase.intervention, of: campaign)
            guard let retest = try connection.openRetest(campaign: campaign.id, intervention: id) else {
                throw Refused(EvaluationFinding.retestUnknown, ["intervention": useCase.intervention])
            }
            let state: RetestState = useCase.ending == .notDone ? .notDone : .negativeNotReceived
            try connection.closeRetest(retest, as: state, on: context.today)
            try connection.markStatesDue(campaign: campaign.id, interventions: [id], on: context.today)
            try connection.audit(
                context.entry(entryID, useCase.intention, campaign, subject: "intervention:\(useCase.intervention)"))
        }
        try await context.refreshStatuses(of: campaign)
    }
}
