import Kernel
import Prophylaxis
import Store

/// Evaluates one to three diseases of one or several interventions (PRO-239). A disease without a choice is left as it
/// is: the "PM" of the form, which is never stored (PRO-249).
package struct SetEvaluation: UseCase {
    package let intention = Intention.evaluationSet
    package let campaign: CampaignSelector
    /// Twelve-digit numbers.
    package let interventions: [String]
    package let choices: [Disease: EvaluationGuard.Choice]

    package init(
        campaign: CampaignSelector, interventions: [String], choices: [Disease: EvaluationGuard.Choice]
    ) {
        self.campaign = campaign
        self.interventions = interventions
        self.choices = choices
    }

    package var department: String? { campaign.department }

    /// - Returns: warnings; nothing was refused.
    /// - Throws: `Refused` with every objection of every intervention: then nothing is stored.
    package func run(_ context: Context) async throws -> [Finding] {
        guard !choices.isEmpty else { throw Refused(EvaluationFinding.nothingChosen) }
        var ids = try await context.database.ids(interventions.count * choices.count + 1)
        let (useCase, first) = (self, ids.next())
        try await context.refreshStatuses(of: campaign)
        return try await context.database.write { [ids] connection in
            var ids = ids
            let campaign = try useCase.campaign.running(in: connection)
            try context.requireBasis(connection, in: campaign)
            let rows = try connection.evaluationRows(of: campaign, named: useCase.interventions)
            let findings = useCase.objections(rows)
            let refusals = findings.filter { $0.severity >= .refused }
            guard refusals.isEmpty else { throw Refused(refusals) }
            let evaluations = rows.compactMap { row in
                useCase.choices[row.facts.disease].map { NewEvaluation(of: row, $0) }
            }
            try connection.store(
                evaluations, in: campaign.id, ids: &ids, by: context.actor.login, at: context.now)
            var entry = context.entry(first, useCase.intention, campaign)
            entry.details = evaluations.map(AuditDetail.init)
            try connection.audit(entry)
            return findings
        }
    }

    private func objections(_ rows: [EvaluationRow]) -> [Finding] {
        var findings: [Finding] = []
        for (disease, choice) in choices.sorted(by: { $0.key < $1.key }) {
            let concerned = rows.filter { $0.facts.disease == disease }
            let statuses = Set(concerned.map(\.facts.status.rawValue)).sorted()
            if statuses.count > 1 {
                findings.append(
                    Finding(
                        EvaluationFinding.statusesDiffer, .refused,
                        ["disease": disease.rawValue, "statuses": statuses.joined(separator: ", ")]))
            }
            for row in concerned {
                for objection in EvaluationGuard.objections(to: choice, row.facts) {
                    findings.append(
                        Finding(
                            objection, objection.severity,
                            ["intervention": row.number, "disease": disease.rawValue]))
                }
            }
        }
        return findings
    }
}

extension AuditDetail {
    init(_ evaluation: NewEvaluation) {
        self.init(
            subject: "intervention:\(evaluation.number):\(evaluation.disease.rawValue)",
            outcome: evaluation.choice.value.rawValue)
    }
}

extension CampaignSelector {
    /// The campaign, when evaluations and reports are still possible: executed, not closed (PRO-278).
    func running(in connection: Connection) throws -> CampaignRow {
        let campaign = try find(in: connection)
        guard campaign.state == .executed else {
            throw Refused(EvaluationFinding.campaignNotRunning, ["campaign": campaign.title])
        }
        return campaign
    }
}

extension Connection {
    /// Why an intervention is neither evaluated nor reported on; nil where it may be.
    func objectionToReport(_ id: Int64, _ number: String, of campaign: Int64) throws -> Finding? {
        if let first = try firstIntervention(ofSecondary: id, campaign: campaign) {
            return Finding(EvaluationFinding.notFirst, .refused, ["intervention": number, "main": first])
        }
        guard try hasStandingReport(campaign: campaign, intervention: id) else { return nil }
        return Finding(EvaluationFinding.reportStands, .refused, ["intervention": number])
    }

    /// The rows of the interventions named, in their order of identifier.
    /// - Throws: `Refused` for a number that is unknown, whose report stands, or whose status was never computed.
    func evaluationRows(of campaign: CampaignRow, named numbers: [String]) throws -> [EvaluationRow] {
        var names: [Int64: String] = [:]
        for number in numbers {
            guard let id = try interventionID(of: campaign.id, number: number) else {
                throw Refused(EvaluationFinding.interventionUnknown, ["intervention": number])
            }
            if let objection = try objectionToReport(id, number, of: campaign.id) { throw Refused([objection]) }
            names[id] = number
        }
        var rows: [EvaluationRow] = []
        let ids = names.keys.sorted()
        for part in ids.chunks(of: InterventionFilter.idLimit) {
            rows += try evaluationRows(of: campaign.id, .ids(part))
        }
        let computed = Set(rows.map(\.intervention))
        if let missing = ids.first(where: { !computed.contains($0) }) {
            throw Refused(EvaluationFinding.notComputed, ["intervention": names[missing] ?? ""])
        }
        return rows
    }
}
