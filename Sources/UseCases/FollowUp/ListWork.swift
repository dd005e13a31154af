import Kernel
import Prophylaxis
import Store

/// A work list of a campaign, each line with what to do, for whom and by when.
package struct ListWork: UseCase {
    package let intention = Intention.campaignRead
    package let campaign: CampaignSelector
    package let kind: WorkListKind

    package init(campaign: CampaignSelector, kind: WorkListKind) {
        self.campaign = campaign
        self.kind = kind
    }

    package var department: String? { campaign.department }

    package static let columns = [
        "liste", "intervention", "ede", "nom", "maladie", "detail", "depuis", "limite", "pour", "action", "alerte",
    ]

    package func run(_ context: Context) async throws -> ListTable {
        let (selector, kind) = (campaign, kind)
        let entries = try await context.database.read { connection in
            try connection.workEntries(kind, of: selector.find(in: connection), today: context.today)
        }
        return ListTable(columns: ListWork.columns, rows: entries.map(\.cells))
    }
}

/// How many lines each work list has: the page on which a day's work begins. Nothing is loaded to be counted.
package struct CountWork: UseCase {
    package let intention = Intention.campaignRead
    package let campaign: CampaignSelector

    package init(campaign: CampaignSelector) { self.campaign = campaign }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> ListTable {
        let selector = campaign
        let counts = try await context.database.read { connection in
            try connection.workCounts(of: selector.find(in: connection), today: context.today)
        }
        return ListTable(
            columns: ["liste", "lignes", "contenu"],
            rows: WorkListKind.allCases.map { [$0.rawValue, String(counts[$0] ?? 0), $0.title] })
    }
}

/// A line of a work list with what follows from its dates.
struct WorkEntry: Sendable {
    let kind: WorkListKind
    let row: WorkListRow
    let dueOn: Day?
    let audience: ReminderAudience
    let action: String
    /// The result itself, on the list of those that wait for their place.
    var waiting: WaitingLine?
    /// What it is about, on the list of alerts.
    var alert: AlertLine?
    /// The herd is closed or has no cattle left.
    var isGone: Bool { kind == .notStarted && row.detail.hasPrefix(WorkEntry.goneMark) }
    var detail: String {
        waiting?.sentence ?? alert?.sentence
            ?? (isGone ? String(row.detail.dropFirst(WorkEntry.goneMark.count)) : row.detail)
    }
    static let goneMark = "gone "

    var cells: [String] {
        [
            kind.rawValue, row.intervention, row.holding, row.name, row.disease, detail,
            row.since?.description ?? "", dueOn?.description ?? "",
            audience == .delegate ? "délégataire" : "autorité",
            action == kind.action ? kind.actionAtTerminal : action, row.item.map(String.init) ?? "",
        ]
    }
}

extension Connection {
    /// As many as `workEntries` gives for each list.
    func workCounts(of campaign: CampaignRow, today: Day) throws -> [WorkListKind: Int] {
        let parameters = try campaign.decodedParameters()
        let query = WorkListQuery(
            campaign: campaign, today: today, reminderDays: parameters.followUp.unfinishedDays)
        var counts = try workCounts(query)
        counts[.milkMissing] = try workMilkMonths(query)
            .filter { MissingMilkStep(month: $0.month, today: today, parameters.milk).action != nil }
            .reduce(0) { $0 + $1.plans }
        if today < FollowUpDates(firstVisit: nil, in: parameters).notStartedFrom { counts[.notStarted] = 0 }
        return counts
    }

    func workEntries(_ kind: WorkListKind, of campaign: CampaignRow, today: Day) throws -> [WorkEntry] {
        let parameters = try campaign.decodedParameters()
        if kind == .notStarted,
            today < FollowUpDates(firstVisit: nil, in: parameters).notStartedFrom
        {
            return []
        }
        if kind == .unattached { return try waitingEntries(campaign.department) }
        let query = WorkListQuery(
            campaign: campaign, today: today, reminderDays: parameters.followUp.unfinishedDays)
        let desk = WorkDesk(parameters: parameters, today: today)
        let alerts = kind == .alerts ? try alertLines(department: campaign.department) : [:]
        return try workList(kind, query).compactMap { row in
            var entry = desk.entry(kind, row)
            entry?.alert = row.item.flatMap { alerts[$0] }
            return entry
        }
    }
}

extension Connection {
    /// Non-negative results without a place: to be attached by whoever is in charge, to be let go by the authority.
    private func waitingEntries(_ department: String) throws -> [WorkEntry] {
        let rows = try waitingResults(department: department, nonNegativeOnly: true, limit: Int(Int32.max))
        return try rows.chunks(of: 500).flatMap { try waitingLines(Array($0)) }.map { line in
            var entry = WorkEntry(
                kind: .unattached,
                row: WorkListRow(
                    intervention: line.intervention, holding: (line.holding, line.name), disease: line.disease,
                    since: line.testedOn ?? line.receivedOn),
                dueOn: nil, audience: .authority, action: WorkListKind.unattached.action)
            entry.waiting = line
            return entry
        }
    }
}

/// What the dates of a line come to (decision 23: reminders are the authority's after the campaign's end).
private struct WorkDesk {
    let parameters: CampaignParameters
    let today: Day

    /// Nil where nothing is to be done yet.
    func entry(_ kind: WorkListKind, _ row: WorkListRow) -> WorkEntry? {
        let current = ReminderAudience(on: today, campaignEnd: parameters.endsOn)
        let audience =
            row.audience.flatMap(ReminderAudience.init) ?? (kind.isForAuthority ? ReminderAudience.authority : current)
        var due: Day? = row.dueOn
        var action = kind.action
        switch kind {
        case .notStarted, .unfinished, .serumBank, .tuberculinUnder90, .tuberculin90To99, .pastDeadline:
            due = FollowUpDates(firstVisit: row.since, in: parameters).lastDay
            if kind == .serumBank { action = serumAction(row.detail) }
        case .milkMissing:
            guard let month = row.since else { return nil }
            let step = MissingMilkStep(month: month, today: today, parameters.milk)
            guard let words = step.action else { return nil }
            (due, action) = (month.firstOfMonth.adding(months: parameters.milk.catchUpMonths), words)
            if step == .passToBlood {
                return WorkEntry(kind: kind, row: row, dueOn: due, audience: .authority, action: action)
            }
        case .retests: action = retestAction(row)
        default: break
        }
        if kind == .notStarted, row.detail.hasPrefix(WorkEntry.goneMark) {
            action = "Atelier fermé ou sans bovin : décider de la non réalisation (EAF ou AA), sans relance."
        }
        return WorkEntry(kind: kind, row: row, dueOn: due, audience: audience, action: action)
    }

    private func serumAction(_ state: String) -> String {
        switch state {
        case "to-ask": "Demander le complément à la sérothèque du laboratoire."
        case "asked": "Attendre la réponse du laboratoire, le relancer au besoin."
        case "impossible": "Sérothèque impossible : rappeler l'éleveur, copie au vétérinaire, s'il reste du temps."
        default: "Le laboratoire a répondu : attendre ses résultats, puis recalculer."
        }
    }

    private func retestAction(_ row: WorkListRow) -> String {
        guard let due = row.dueOn else { return "Fixer la date limite du recontrôle." }
        if due < today { return "Recontrôle en retard : l'autorité décide des suites." }
        return "Recontrôle à réaliser au plus tard le \(due.french)."
    }
}
