import Kernel
import Prophylaxis
import Store

package typealias GlanceCounts = Store.GlanceCounts

/// A campaign at a glance: how far it is, what waits in it and for whom, when it closes.
package struct CampaignGlance: UseCase {
    package struct Work: Sendable, Hashable {
        package let kind: WorkListKind
        package let count: Int
        /// The authority's to do; else the delegate's.
        package let isAuthoritys: Bool
    }

    package struct Outcome: Sendable {
        package let title: String
        package let state: String
        package let startsOn: Day
        package let endsOn: Day
        package let counts: GlanceCounts
        /// The lists that have lines, in their order.
        package let work: [Work]
        /// The first and last day on which it is to be closed (PRO-280).
        package let closing: (from: Day, until: Day)
        /// Closed already: nothing of it waits.
        package let isClosed: Bool
        /// What is left undone is due work: the closing is near, or past (AMB-25).
        package var closingIsDue: Bool { closingStage != nil }
        package let closingStage: ClosingStage?
        /// Once the campaign has ended: what each kind of intervention still needs before the closing (PRO-283).
        package let closingSteps: [(step: ClosingStep, count: Int)]
    }

    package let intention = Intention.campaignRead
    package let selector: CampaignSelector

    package init(_ selector: CampaignSelector) { self.selector = selector }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        let selector = selector
        return try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            let counts = try connection.glance(of: campaign.id, department: campaign.department)
            let lines = try connection.workCounts(of: campaign, today: context.today)
            let deadlines = try campaign.deadlines()
            let isOver = campaign.state == .executed && context.today > campaign.endsOn
            let remaining = isOver ? try connection.untreatedInterventions(of: campaign.id).map(ClosingStep.init) : []
            return Outcome(
                title: campaign.title, state: campaign.state.rawValue, startsOn: campaign.startsOn,
                endsOn: campaign.endsOn, counts: counts,
                work: try connection.work(lines, of: campaign, today: context.today),
                closing: (deadlines.closingFrom, deadlines.closingUntil), isClosed: campaign.state == .closed,
                closingStage: ClosingStage(deadlines, of: campaign, on: context.today),
                closingSteps: ClosingStep.allCases.compactMap { step in
                    let count = remaining.count { $0 == step }
                    return count > 0 ? (step, count) : nil
                })
        }
    }
}

extension Connection {
    /// The lists that have lines, and whose they are: alerts as they were opened, reminders after the campaign's end
    /// the authority's (decision 23).
    fileprivate func work(
        _ counts: [WorkListKind: Int], of campaign: CampaignRow, today: Day
    ) throws -> [CampaignGlance.Work] {
        let alerts = try openAlerts(department: campaign.department)
        let isOver = ReminderAudience(on: today, campaignEnd: campaign.endsOn) == .authority
        return WorkListKind.allCases.flatMap { kind -> [CampaignGlance.Work] in
            guard kind == .alerts else {
                return [.init(kind: kind, count: counts[kind] ?? 0, isAuthoritys: kind.isForAuthority || isOver)]
            }
            return [ReminderAudience.delegate, .authority].map {
                .init(kind: kind, count: alerts[$0.rawValue] ?? 0, isAuthoritys: $0 == .authority)
            }
        }.filter { $0.count > 0 }
    }
}

/// How a campaign went on, day by day: what was started, and what was reported.
package struct CampaignCourse: UseCase {
    package typealias DayCount = Store.DayCount

    package struct Outcome: Sendable {
        package let starts: [DayCount]
        package let reports: [DayCount]
    }

    package let intention = Intention.campaignRead
    package let selector: CampaignSelector

    package init(_ selector: CampaignSelector) { self.selector = selector }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        let selector = selector
        return try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            return Outcome(
                starts: try connection.startsByDay(of: campaign.id),
                reports: try connection.reportsByDay(of: campaign.id))
        }
    }
}
