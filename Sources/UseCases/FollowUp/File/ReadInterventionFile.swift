import Kernel
import Prophylaxis
import Register
import Store

/// Reads everything that the page of an intervention shows, as one snapshot.
package struct ReadInterventionFile: UseCase {
    package let intention = Intention.campaignRead
    let intervention: InterventionIdentity

    package init(_ intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws -> InterventionFile {
        let intervention = intervention
        return try await context.database.read { connection in
            let unknown = Refused(RegisterEditFinding.interventionUnknown, ["value": intervention.number])
            guard let campaign = try connection.campaign(intervention.campaign),
                let head = try connection.interventionHeading(intervention)
            else { throw unknown }
            var filter = FollowUpFilter()
            filter.numbers = [intervention.number]
            let row = try connection.followUpRows(of: campaign.id, filter).first
            let alerts = try connection.alertLines(of: intervention)
            var tables = try connection.tables(of: intervention, campaign, context)
            tables.tasks = AlertLine.table(alerts) + tables.tasks
            let evaluations = try connection.evaluationEntries(of: intervention)
            var letters = LetterFilter()
            letters.intervention = intervention.number
            return InterventionFile(
                identity: intervention, head: head, campaign: InterventionFile.Campaign(campaign),
                diseases: try connection.diseases(of: intervention, campaign, evaluations),
                animals: try connection.documentAnimals(of: intervention),
                editions: try connection.editionEntries(of: intervention),
                dispatches: try connection.dispatches(campaign: campaign.id, .ids([intervention.id])),
                evaluations: evaluations,
                retests: try connection.retestEntries(of: intervention),
                nonCompletions: try connection.nonCompletionEntries(of: intervention),
                reports: try connection.reports(campaign: campaign.id, intervention: intervention.id),
                followUps: try connection.followUpEntries(of: intervention),
                letters: try connection.letters(of: campaign.id, letters),
                notes: try connection.notes(campaign: campaign.id, intervention: intervention.id),
                attachments: try connection.attachments(campaign: campaign.id, intervention: intervention.id),
                paper: tables.paper, returned: tables.returned, tasks: tables.tasks, trace: tables.trace,
                acts: try connection.acts(of: intervention, context),
                waiting: try connection.waitingCounts(
                    naming: intervention.number, department: intervention.department
                ).map { (file: $0.run, results: $0.count) },
                contradictions: AlertLine.contradictions(alerts),
                stamp: row?.stamp ?? "")
        }
    }
}

extension AlertLine {
    /// The alerts and tasks of an intervention, newest first.
    fileprivate static func table(_ lines: [AlertLine]) -> [Dossier.Section] {
        guard !lines.isEmpty else { return [] }
        let theme = InterventionTheme.work
        let rows = lines.reversed().map { line in
            let row = line.row
            let cells = InterventionWords.row(
                [
                    "", row.audience, row.disease, row.openedOn.description, row.dueOn?.description ?? "", row.state,
                    row.closing.on?.description ?? "", row.closing.by, row.closing.reason,
                ], of: theme)
            return [line.sentence] + cells.dropFirst()
        }
        // Alerts of one event are one for each whose they are.
        let once = rows.reduce(into: [[String]]()) { if !$0.contains($1) { $0.append($1) } }
        return [Dossier.Section(title: theme.title, columns: theme.columns.map(\.title), rows: once)]
    }

    fileprivate static func contradictions(_ lines: [AlertLine]) -> [InterventionFile.Contradiction] {
        let open = lines.reversed().filter { $0.isContradiction && $0.row.state == "open" }
        // The delegate's and the authority's alert tell of one event; whose tells more is taken.
        var told: Set<[String]> = []
        return open.sorted {
            $0.row.openedOn != $1.row.openedOn
                ? $0.row.openedOn > $1.row.openedOn
                : $0.kinds.count > $1.kinds.count
        }.filter { told.insert(Array($0.row.event.dropFirst())).inserted }.map {
            InterventionFile.Contradiction(
                disease: $0.row.disease, sentence: $0.sentence, on: $0.row.openedOn, file: $0.file)
        }
    }
}

extension InterventionFile.Campaign {
    fileprivate init(_ campaign: CampaignRow) {
        self.init(
            selector: CampaignSelector(
                department: campaign.department, year: campaign.prophylaxisYear, name: campaign.name),
            title: campaign.title, startsOn: campaign.startsOn, endsOn: campaign.endsOn,
            isClosed: campaign.state == .closed, isRunning: campaign.state == .executed)
    }
}

private struct FileTables {
    var paper: [Dossier.Section] = []
    var returned: [Dossier.Section] = []
    var tasks: [Dossier.Section] = []
    var trace: [Dossier.Section] = []
}

extension Connection {
    fileprivate func diseases(
        of intervention: InterventionIdentity, _ campaign: CampaignRow, _ evaluations: [EvaluationEntry]
    ) throws -> [InterventionFile.DiseasePart] {
        let parameters = try campaign.decodedParameters()
        let states = try shownStates(of: intervention)
        let plans = try requestedPlans(of: campaign.id, intervention: intervention.id)
        return Disease.allCases.map { disease in
            let state = states.first { $0.disease == disease }
            // A state that came with a history has no reasons: they were never told.
            let isTold = state.map { !$0.reasons.isEmpty } ?? false
            let sentences = state.map {
                StatusSentences(
                    $0, plans: plans, campaign: (campaign.startsOn, campaign.endsOn),
                    maximumDays: parameters.status.maximumDays
                ).all
            }
            return InterventionFile.DiseasePart(
                disease: disease,
                plans: plans.filter { $0.disease == disease }.map { CodeWords.matrix($0.matrix) }
                    .joined(separator: ", "),
                isVisited: plans.contains { $0.disease == disease && $0.matrix != .milk },
                state: state, reasons: sentences ?? [],
                proposalReason: isTold ? state.map { ReasonTexts.sentence($0.proposal.reason) } : nil,
                evaluation: evaluations.last { $0.disease == disease && $0.isStanding },
                isAuthority: !parameters.delegatedDiseases.contains(disease)
                    || state?.proposal.reason == .managedByAuthority)
        }
    }

    fileprivate func tables(
        of intervention: InterventionIdentity, _ campaign: CampaignRow, _ context: Context
    ) throws -> FileTables {
        func sections(_ themes: [InterventionTheme]) throws -> [Dossier.Section] {
            var dossier = Dossier("")
            for theme in themes { try add(theme, of: intervention, to: &dossier) }
            return dossier.sections
        }
        var tables = FileTables()
        tables.paper = try sections(InterventionTheme.paper)
        tables.returned = try sections(InterventionTheme.returned)
        var dossier = Dossier("")
        let window = try campaign.deadlines()
        try add(
            .milk, of: intervention, to: &dossier, [.day(window.milkWindowStart), .day(window.milkWindowEnd)])
        tables.returned += dossier.sections
        dossier = Dossier("")
        try addAuthorisations(to: &dossier, intervention, campaign, context)
        tables.tasks =
            try sections(InterventionTheme.tasks.filter { $0.title != InterventionTheme.work.title }) + dossier.sections
        tables.trace = try sections(InterventionTheme.trace).map(\.inWords)
        return tables
    }
}

/// The campaign that an intervention belongs to.
package struct CampaignOfIntervention: UseCase {
    package let intention = Intention.campaignRead
    let intervention: InterventionIdentity

    package init(_ intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws -> CampaignSelector {
        guard let campaign = try await context.database.read({ try $0.campaign(intervention.campaign) }) else {
            throw Refused(RegisterEditFinding.interventionUnknown, ["value": intervention.number])
        }
        return CampaignSelector(
            department: campaign.department, year: campaign.prophylaxisYear, name: campaign.name)
    }
}
