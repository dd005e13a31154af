import Kernel
import Prophylaxis
import Register
import Store

/// Tells those who have work waiting, once a week, by department and role: in one transaction and under one key for
/// each week, campaign and audience, so that it happens once however many workers try.
package struct WorkListsWork: HouseWork {
    package static let kind = JobKind.workLists
    /// The Monday, ISO 8601.
    let week: String

    /// How long what was told stays.
    private static let keptSeconds = 400 * 86_400

    /// The work of the week in which the instant lies, for the queue; nil before Monday morning.
    static func due(on today: Day, at seconds: Int) -> WorkListsWork? {
        // 1970-01-01 was a Thursday: day numbers that are 4 modulo 7 are Mondays.
        let monday = today.adding(days: -((Int(today.number) + 3) % 7))
        let isNight = monday == today && seconds % 86_400 < 4 * 3600
        return isNight ? nil : WorkListsWork(week: monday.description)
    }

    var onceKey: String { "\(Self.kind.rawValue):\(week)" }

    package func run(in installation: Installation) async throws -> JobReport {
        let campaigns = try await installation.database.read { connection in
            try connection.campaigns(departments: nil).filter { $0.state == .executed }
        }
        var waiting: [(campaign: CampaignRow, topic: NoticeTopic)] = []
        for campaign in campaigns {
            let today = installation.today(in: campaign.department)
            let (counts, alerts) = try await installation.database.read { connection in
                (
                    try connection.workCounts(of: campaign, today: today),
                    try connection.openAlerts(department: campaign.department)
                )
            }
            let isOver = today > campaign.endsOn
            for topic in [NoticeTopic.authorityWork, .delegateWork]
            where counts.waits(for: topic, alerts, isOver: isOver) {
                waiting.append((campaign, topic))
            }
        }
        let (found, week, now) = (waiting, week, installation.moment)
        let told = try await installation.database.write { connection in
            try connection.forgetNotices(before: now.seconds - Self.keptSeconds)
            var desk = NoticeDesk(connection, at: now, inOneMail: true)
            return try found.reduce(0) { count, work in
                var event = NoticeEvent(
                    work.topic, once: "\(week):\(work.campaign.id)", department: work.campaign.department)
                event.campaign = work.campaign.id
                let roles: [Role] = work.topic == .authorityWork ? [.authority] : [.delegateRegion, .inspector]
                let people = try connection.noticeContacts(roles: roles, kind: NoticeKind.workLists.rawValue)
                    .filter { $0.account.scope.covers(work.campaign.department) }
                return count + (try desk.tell(event, people.map { NoticeRecipient($0) }) ? 1 : 0)
            }
        }
        return JobReport(counts: ["told": told], findings: [], hasRefusals: false)
    }
}

extension [WorkListKind: Int] {
    /// Alerts are whose they were opened for; after the campaign's end the reminders are the authority's (decision 23).
    fileprivate func waits(for topic: NoticeTopic, _ alerts: [String: Int], isOver: Bool) -> Bool {
        let audience: ReminderAudience = topic == .authorityWork ? .authority : .delegate
        if alerts[audience.rawValue, default: 0] > 0 { return true }
        return contains { kind, count in
            count > 0 && kind != .alerts && (kind.isForAuthority || isOver) == (audience == .authority)
        }
    }
}
