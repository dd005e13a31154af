import Hummingbird
import Kernel
import Prophylaxis
import Register
import UseCases

/// What waits today, by role, and the campaigns at a glance.
struct HomePage: PageModel {
    struct Campaign: Sendable {
        let title: String
        let dates: String
        let path: String
        let followUp: String
        /// The authority's desk, for who has one.
        let desk: String?
        let interventions: Int
        /// Nil for campaigns that show no more than their line.
        var glance: Glance?
    }

    struct Glance: Sendable {
        /// Whether the lists of a campaign may be this role's to work through.
        let hasOwnWork: Bool
        let mine: [Work]
        let others: [Work]
        let othersTitle: String?
        let closing: String?
        let closingPath: String
        let refused: String?
        let progress: [Progress]
        let reports: [Figure]
    }

    struct Work: Sendable {
        let title: String
        let count: Int
        let path: String
    }

    struct Figure: Sendable {
        let label: String
        let value: String
    }

    /// One disease: how many interventions have each status.
    struct Progress: Sendable {
        let disease: String
        let figures: [Figure]
        let shares: [Share]
        let tested: String
    }

    /// A piece of the bar that shows the figures: code of the status, place and width in thousandths.
    struct Share: Sendable {
        let code: String
        let from: Int
        let width: Int
    }

    /// A place of the house, and what one does there.
    struct Entry: Sendable {
        let title: String
        let path: String
        let purpose: String
    }

    let title = Catalogue.french.text("home", "title")
    let seesCampaigns: Bool
    let places: [Entry]
    /// What is wrong with the system, for who looks after it.
    var alerts: [String] = []
    /// A country or a region looks at its departments side by side.
    var hasMap = false
    var campaigns: [Campaign] = []
    /// Campaigns that should have been closed: all of them for the ministry, which may close them; for others those
    /// that are not shown below.
    var late: [Entry] = []
    /// What waits for the ministry, or that nothing does.
    var national = false

    static let endpoints = [Endpoint(.get, "/", .signedIn, answer)]

    /// How many campaigns show their work lists at once; a region looks at its departments one by one.
    private static let mostDetailed = 4

    private static func answer(_ call: Call) async throws -> Response {
        let visit = try call.visit
        guard visit.actor.scope.isTerritory else { return try await OwnHome.answer(call) }
        if Access.may(.analysisRead).allows(visit.actor.role) { return try await LaboratoryHome.answer(call) }
        var page = HomePage(
            seesCampaigns: Access.may(.campaignRead).allows(visit.actor.role),
            places: Navigation.entries(for: visit.actor, at: .home).filter { !$0.isCurrent }.map {
                Entry(title: $0.title, path: $0.path, purpose: Catalogue.french.text("purpose", $0.place.rawValue))
            })
        if Access.may(.systemRead).allows(visit.actor.role) {
            page.alerts = alerts(try await SystemHealth.read(for: visit.actor, call.installation))
        }
        guard page.seesCampaigns else { return try call.page(page, .home) }
        page.hasMap = visit.actor.scope == .national || visit.actor.role == .delegateRegion
        for summary in try await ListCampaigns(newestOnly: true).perform(call.useCase()) {
            let address = CampaignAddress(summary.department, summary.year, summary.name)
            var campaign = Campaign(
                title: address.title, dates: "\(summary.startsOn.french) – \(summary.endsOn.french)",
                path: address.path(""), followUp: address.path("suivi"),
                desk: Access.may(.workItemCloseAuthority).allows(visit.actor.role) ? address.path("bureau") : nil,
                interventions: summary.interventions)
            if page.campaigns.count < mostDetailed {
                let glance = try await CampaignGlance(address.selector).perform(call.useCase(in: summary.department))
                campaign.glance = Glance(glance, address, visit.actor.role)
            }
            page.campaigns.append(campaign)
        }
        page.national = visit.actor.role == .nationalAuthority
        let shown = page.national ? [] : Set(page.campaigns.filter { $0.glance != nil }.map(\.path))
        page.late = try await ListOpenClosings().perform(call.useCase()).compactMap { line in
            let address = CampaignAddress(line.department, line.year, line.name)
            guard !shown.contains(address.path("")) else { return nil }
            return Entry(
                title: address.title, path: address.path("cloture"),
                purpose: Catalogue.french.text("closing", "late-\(line.stage.rawValue)"))
        }
        return try call.page(page, .home)
    }

    private static func alerts(_ health: SystemHealth) -> [String] {
        let (mail, texts) = (health.mail, Catalogue.french)
        return (mail.isLate ? [texts.text("admin", "mailsLateShort")] : [])
            + (mail.counts.failed > 0 ? ["\(texts.text("admin", "mailsFailed")) : \(mail.counts.failed)"] : [])
    }
}

extension HomePage.Glance {
    init(_ glance: CampaignGlance.Outcome, _ address: CampaignAddress, _ role: Role) {
        let texts = Catalogue.french
        let work = glance.work.map { entry in
            (
                entry.isAuthoritys,
                HomePage.Work(
                    title: entry.kind.title, count: entry.count, path: address.path("travail/\(entry.kind.rawValue)"))
            )
        }
        let steps = glance.closingSteps.map { step, count in
            HomePage.Work(
                title: texts.text("home", "step-\(step.rawValue)"), count: count,
                path: address.path("cloture", "etape=\(step.rawValue)"))
        }
        // Each looks at its own lists first; the ministry acts on none of a department's.
        let isAuthority = role == .authority
        let isTheirs = role == .nationalAuthority
        let evaluates = Access.may(.reportIssue).allows(role)
        mine = (evaluates ? steps : []) + (isTheirs ? [] : work.filter { $0.0 == isAuthority }.map(\.1))
        others = (evaluates ? [] : steps) + (isTheirs ? work : work.filter { $0.0 != isAuthority }).map(\.1)
        let title =
            switch role {
            case .nationalAuthority: "departmentWork"
            case .authority: "delegateWork"
            case .delegateRegion: "officerWork"
            default: "authorityWork"
            }
        othersTitle = others.isEmpty ? nil : texts.text("home", title)
        hasOwnWork = !isTheirs
        let untreated = glance.counts.untreated
        closing = glance.closingStage.map { stage in
            "\(texts.text("closing", "stage-\(stage.rawValue)")) \(glance.closing.from.french) – "
                + "\(glance.closing.until.french) : \(untreated) \(texts.text("home", "untreated"))"
        }
        closingPath = address.path("cloture")
        refused =
            glance.counts.refusedLines > 0
            ? "\(glance.counts.refusedLines) "
                + texts.text("home", glance.counts.refusedLines > 1 ? "refusedLines" : "refusedLine") : nil
        progress = Disease.allCases.compactMap { HomePage.Progress($0, glance.counts) }
        reports =
            ReportValue.allCases.compactMap { value in
                glance.counts.reports[value].map {
                    HomePage.Figure(label: texts.text("report", value.rawValue), value: String($0))
                }
            } + [
                HomePage.Figure(
                    label: texts.text("home", "nonCompletions"), value: String(glance.counts.nonCompletions)),
                HomePage.Figure(label: texts.text("home", "without"), value: String(untreated)),
            ]
    }
}

extension HomePage.Progress {
    /// Nil for a disease that nothing is known of.
    init?(_ disease: Disease, _ counts: GlanceCounts) {
        let states = counts.states.filter { $0.disease == disease }
        guard !states.isEmpty else { return nil }
        let texts = Catalogue.french
        self.disease = texts.text("disease", disease.rawValue)
        figures = states.map {
            HomePage.Figure(
                label: "\($0.status.rawValue) \(texts.text("status", $0.status.rawValue))",
                value: String($0.interventions))
        }
        let all = max(1, states.reduce(0) { $0 + $1.interventions })
        var before = 0
        shares = states.map { state in
            defer { before += state.interventions }
            return HomePage.Share(
                code: state.status.rawValue, from: 1000 * before / all, width: 1000 * state.interventions / all)
        }
        let (tested, requested) = states.reduce((0, 0)) { ($0.0 + $1.tested, $0.1 + $1.requested) }
        self.tested = requested > 0 ? "\(tested) / \(requested)\(tested.share(of: requested))" : "—"
    }
}
