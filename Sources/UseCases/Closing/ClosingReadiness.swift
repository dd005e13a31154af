import Kernel
import Prophylaxis
import Store

/// What stands between a campaign and its closing, and when it may be (PRO-280, PRO-290 to PRO-293, AMB-25).
package struct ClosingReadiness: UseCase {
    package struct Outcome: Sendable {
        package let campaign: CampaignRow
        package let deadlines: CampaignDeadlines.Decision
        package let table: ListTable
        /// The closing is less than 15 days away, or possible: the list is due work.
        package let isDue: Bool
        /// The campaign should have been closed (PRO-292).
        package let findings: [Finding]
    }

    /// The list is work from this many days before the closing on (AMB-25).
    package static let daysAhead = 15

    package let intention = Intention.campaignRead
    package let selector: CampaignSelector

    package init(selector: CampaignSelector) { self.selector = selector }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        let selector = selector
        let (campaign, rows) = try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            return (campaign, try connection.untreatedInterventions(of: campaign.id))
        }
        let deadlines = try campaign.deadlines()
        var findings = context.today > campaign.endsOn ? remaining(rows, campaign) : []
        if campaign.state != .closed, context.today > deadlines.closingUntil {
            findings.append(
                Finding(
                    FollowUpFinding.closingOverdue, .warning,
                    ["campaign": campaign.title, "until": deadlines.closingUntil.french]))
        }
        return Outcome(
            campaign: campaign, deadlines: deadlines,
            table: ListTable(
                columns: ["intervention", "ede", "nom", "a_evaluer", "action"], rows: rows.map(cells)),
            isDue: context.today >= deadlines.closingFrom.adding(days: -ClosingReadiness.daysAhead),
            findings: findings)
    }

    /// Once the campaign has ended: what was done is to be reported, what was not is to be settled (PRO-283).
    private func remaining(_ rows: [UntreatedRow], _ campaign: CampaignRow) -> [Finding] {
        let undone = rows.filter(\.isUndone)
        let counts: [(FollowUpFinding, Int)] = [
            (.doneNotReported, rows.count - undone.count), (.forecastNotSorted, undone.count { !$0.hasDocument }),
            (.descriptorMissing, undone.count(where: \.hasDocument)),
        ]
        return counts.filter { $0.1 > 0 }.map { code, count in
            Finding(code, .warning, ["campaign": campaign.title, "count": String(count)])
        }
    }

    private func cells(_ row: UntreatedRow) -> [String] {
        let action =
            if row.isUndone, !row.hasDocument {
                "Ni triée ni supprimée : la retirer, ou décider de sa non réalisation."
            } else if row.isUndone {
                "Non réalisée : décision de non réalisation si le motif est valable, sinon évaluation et rapport B."
            } else if row.pending.isEmpty {
                "Évaluée : éditer le rapport."
            } else {
                "Évaluer, puis éditer le rapport."
            }
        return [row.number, row.holding, row.name, row.pending.joined(separator: ", "), action]
    }
}

extension CampaignRow {
    func deadlines() throws -> CampaignDeadlines.Decision {
        try CampaignDeadlines.decide(
            .init(campaignStart: startsOn, campaignEnd: endsOn), decodedParameters().deadlines)
    }
}
