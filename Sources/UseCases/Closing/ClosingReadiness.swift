import Kernel
import Prophylaxis
import Store

/// What stands between a campaign and its closing, and when it may be (PRO-280, PRO-290 to PRO-293, AMB-25).
package struct ClosingReadiness: UseCase {
    package struct Line: Sendable, Hashable {
        package let number: String
        package let holding: String
        package let name: String
        /// `BRU NE, LEU AR`
        package let pending: String
        package let step: ClosingStep
    }

    /// What the actor may do about it today.
    package struct Rights: Sendable, Hashable {
        package let close: Bool
        package let force: Bool
        package let decide: Bool
    }

    package struct Outcome: Sendable {
        package let campaign: CampaignRow
        package let deadlines: CampaignDeadlines.Decision
        package let lines: [Line]
        package let table: ListTable
        package let stage: ClosingStage?
        package let rights: Rights
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
        let (campaign, rows, leaves) = try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            return (
                campaign, try connection.untreatedInterventions(of: campaign.id),
                try context.leavesClosing(in: campaign, connection)
            )
        }
        let deadlines = try campaign.deadlines()
        let stage = ClosingStage(deadlines, of: campaign, on: context.today)
        var findings = context.today > campaign.endsOn ? remaining(rows, campaign) : []
        if campaign.state != .closed, context.today > deadlines.closingUntil {
            findings.append(
                Finding(
                    FollowUpFinding.closingOverdue, .warning,
                    ["campaign": campaign.title, "until": deadlines.closingUntil.french]))
        }
        let lines = rows.map(Line.init)
        func may(_ intention: Intention) -> Bool {
            campaign.state == .executed && leaves && Policy.allows(intention, to: context.actor.role)
        }
        return Outcome(
            campaign: campaign, deadlines: deadlines, lines: lines,
            table: ListTable(
                columns: ["intervention", "ede", "nom", "a_evaluer", "action"], rows: lines.map(\.cells)),
            stage: stage,
            rights: Rights(
                close: may(.campaignClose) && context.today >= deadlines.closingFrom,
                force: may(.campaignForceClose) && stage == .forced, decide: may(.nonCompletionDecide)),
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
}

extension ClosingReadiness.Line {
    init(_ row: UntreatedRow) {
        self.init(
            number: row.number, holding: row.holding, name: row.name, pending: row.pending.joined(separator: ", "),
            step: ClosingStep(row))
    }

    fileprivate var cells: [String] { [number, holding, name, pending, step.action] }
}

extension Context {
    /// Whether the convention leaves the last step to the delegate.
    fileprivate func leavesClosing(in campaign: CampaignRow, _ connection: Connection) throws -> Bool {
        guard actor.role.isDelegate else { return true }
        return try DelegationGate.leaves(.campaignClose, in: campaign.department, connection)
    }
}

extension CampaignRow {
    func deadlines() throws -> CampaignDeadlines.Decision {
        try CampaignDeadlines.decide(
            .init(campaignStart: startsOn, campaignEnd: endsOn), decodedParameters().deadlines)
    }
}
