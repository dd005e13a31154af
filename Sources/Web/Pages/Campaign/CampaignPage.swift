import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// A campaign: how far it is, how it went on, its check-list and its parameters in words.
struct CampaignPage: PageModel {
    static let manual: String? = "campagne"
    /// Data of a chart as the table that stands beside it, and that is all there is without JavaScript.
    struct Chart: Sendable {
        let title: String
        let columns: [String]
        let rows: [[String]]
        let kind: String
    }

    let title: String
    let notices: [Notice]
    let isRefused: Bool
    let life: CampaignLife
    let state: String
    let dates: String
    let map: String
    let closing: String
    let letters: String
    let lists: String
    /// Where herds join and leave; nil for who may not.
    let herds: String?
    let links: [HomePage.Work]
    let progress: [HomePage.Progress]
    let reports: [HomePage.Figure]
    let charts: [Chart]
    let deadlines: [HomePage.Figure]
    let checks: [CheckLine]
    let groups: [ShowCampaign.Group]
    let parameters: String
    let laboratories: String

    static let templates = [template, CheckLine.template, CampaignsPage.template]

    static let endpoints = [
        Endpoint(.get, "/campagnes", .may(.campaignRead), CampaignsPage.answer),
        Endpoint(.get, "/campagnes/:department/:year", .may(.campaignRead)) { call in
            try await answer(call, notices: call.doneNotices)
        },
    ]

    static func answer(
        _ call: Call, notices: [Notice] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let campaign = try call.campaign()
        let (selector, texts) = (campaign.selector, Catalogue.french)
        let context = try call.useCase(in: selector.department)
        let view = try await ShowCampaign(selector: selector).perform(context)
        let glance = try await CampaignGlance(selector).perform(context)
        let course = try await CampaignCourse(selector).perform(context)
        let checks = try await CheckCampaign(selector: selector).perform(context)
        let figures = HomePage.Glance(glance, campaign, context.actor.role)
        var links = [
            HomePage.Work(
                title: texts.text("home", "followUp"), count: view.interventions, path: campaign.path("suivi"))
        ]
        links += figures.mine + figures.others
        return try call.page(
            CampaignPage(
                title: campaign.title, notices: notices, isRefused: status != .ok,
                life: CampaignLife(
                    campaign, try await ReadCampaign(selector).perform(context), context.actor.role),
                state: CodeWords.state(code: view.state),
                dates: "\(glance.startsOn.french) – \(glance.endsOn.french)",
                map: campaign.path("carte"), closing: campaign.path("cloture"), letters: campaign.path("courriers"),
                lists: campaign.path("listes"),
                herds: Access.may(.interventionAdd).allows(context.actor.role) ? campaign.path("ateliers") : nil,
                links: links,
                progress: figures.progress, reports: figures.reports,
                charts: [
                    CampaignCharts.status(glance.counts),
                    CampaignCharts.course(
                        course.starts, from: glance.startsOn, series: Disease.allCases.map(\.rawValue), "disease",
                        title: texts.text("campaign", "starts")),
                    CampaignCharts.course(
                        course.reports, from: glance.startsOn, series: ReportValue.allCases.map(\.rawValue), "report",
                        title: texts.text("campaign", "reports")),
                ].compactMap(\.self),
                deadlines: view.deadlines.map { HomePage.Figure(label: $0.label, value: $0.value) },
                checks: checks.map { CheckLine($0, campaign, for: context.actor.role) }, groups: view.groups,
                parameters: campaign.path("parametres"), laboratories: campaign.path("laboratoires")),
            .followUp, status: status)
    }

    static let template = Template(
        "campaign",
        #"""
        {{<layout}}{{$head}}{{#assets.chart}}<script src="{{.}}" defer></script>{{/assets.chart}}{{/head}}{{$main}}
        <p class="hint"><a href="/campagnes">{{t.campaign.all}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p>{{page.state}}, {{page.dates}} · <a href="{{page.map}}">{{t.map.byCommune}}</a>
        · <a href="{{page.letters}}">{{t.letters.register}}</a> · <a href="{{page.lists}}">{{t.lists.title}}</a>
        {{#page.herds}}· <a href="{{.}}">{{t.campaignHerds.title}}</a>{{/page.herds}} · <a
        href="{{page.closing}}">{{t.closing.title}}</a></p>
        {{>campaign-life}}
        <ul class="work">{{#page.links}}<li><a href="{{path}}"><span class="count">{{count}}</span> {{title}}</a></li>
        {{/page.links}}</ul>
        <h2>{{t.home.progress}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{t.home.progress}}"><table class="list">
        <thead><tr><th scope="col">{{t.home.disease}}</th><th scope="col">{{t.home.status}}</th>
        <th scope="col">{{t.home.tested}}</th></tr></thead>
        <tbody>{{#page.progress}}<tr><th scope="row">{{disease}}</th>
        <td>{{>share}}{{#figures}}<span class="figure"><strong>{{value}}</strong> {{label}}</span> {{/figures}}</td>
        <td>{{tested}}</td></tr>{{/page.progress}}</tbody></table></div>
        <h2>{{t.home.reports}}</h2>
        <p>{{#page.reports}}<span class="figure"><strong>{{value}}</strong> {{label}}</span> {{/page.reports}}</p>
        <div class="charts">{{#page.charts}}<figure class="card"
        data-chart="{{kind}}"><figcaption>{{title}}</figcaption>
        <canvas height="220" hidden></canvas>
        <details open><summary>{{t.campaign.figures}}</summary>
        <div class="wide tall" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>{{#rows}}<tr>{{#.}}<td>{{.}}</td>{{/.}}</tr>{{/rows}}</tbody></table></div></details></figure>
        {{/page.charts}}</div>
        <h2>{{t.campaign.deadlines}}</h2>
        <dl class="facts">{{#page.deadlines}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>{{/page.deadlines}}</dl>
        <h2>{{t.campaign.checks}}</h2>
        {{^page.checks}}<p>{{t.campaign.checked}}</p>{{/page.checks}}
        {{#page.checks}}{{>check}}{{/page.checks}}
        <h2>{{t.campaign.parameters}}</h2>
        <p class="actions"><a class="button" href="{{page.parameters}}">{{t.campaign.change}}</a>
        <a class="button" href="{{page.laboratories}}">{{t.laboratory.plans}}</a></p>
        {{#page.groups}}<details class="card"><summary>{{title}}</summary>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.campaign.parameter}}</th><th scope="col">{{t.campaign.value}}</th>
        <th scope="col">{{t.campaign.origin}}</th><th scope="col">{{t.campaign.source}}</th></tr></thead>
        <tbody>{{#lines}}<tr><th scope="row">{{label}}</th><td>{{value}}</td><td>{{origin}}</td><td>{{source}}</td></tr>
        {{/lines}}</tbody></table></div></details>{{/page.groups}}
        {{/main}}{{/layout}}
        """#)
}

/// The data of the charts.
enum CampaignCharts {
    /// Interventions by status, one bar a disease.
    static func status(_ counts: GlanceCounts) -> CampaignPage.Chart? {
        guard !counts.states.isEmpty else { return nil }
        let texts = Catalogue.french
        let statuses = Status.allCases
        return CampaignPage.Chart(
            title: texts.text("home", "status"),
            columns: [texts.text("home", "disease")]
                + statuses.map {
                    "\($0.rawValue) \(texts.text("status", $0.rawValue))"
                },
            rows: Disease.allCases.map { disease in
                [texts.text("disease", disease.rawValue)]
                    + statuses.map { status in
                        String(
                            counts.states.first { $0.disease == disease && $0.status == status }?.interventions ?? 0)
                    }
            }, kind: "bar")
    }

    /// What there is in all at the end of each week; what came before the campaign stands in its first week.
    static func course(
        _ counts: [CampaignCourse.DayCount], from start: Day, series: [String], _ area: String, title: String
    ) -> CampaignPage.Chart? {
        guard let last = counts.map(\.day).max() else { return nil }
        let texts = Catalogue.french
        var rows: [[String]] = []
        var week = start
        while week <= max(last, start) {
            let end = week.adding(days: 6)
            rows.append(
                [end.french]
                    + series.map { value in
                        String(counts.filter { $0.value == value && $0.day <= end }.reduce(0) { $0 + $1.count })
                    })
            week = week.adding(days: 7)
            if rows.count >= 160 { break }
        }
        return CampaignPage.Chart(
            title: title, columns: [texts.text("campaign", "weekEnd")] + series.map { texts.text(area, $0) },
            rows: rows, kind: "line")
    }
}

/// All campaigns of one's territory.
struct CampaignsPage: PageModel {
    struct Line: Sendable {
        let title: String
        let path: String
        let state: String
        let dates: String
        let interventions: Int
    }

    let title = Catalogue.french.text("campaign", "all")
    let lines: [Line]
    /// Where a campaign is opened, for who may.
    let new: String?

    static func answer(_ call: Call) async throws -> Response {
        let summaries = try await ListCampaigns().perform(call.useCase())
        return try call.page(
            CampaignsPage(
                lines: summaries.map { summary in
                    let address = CampaignAddress(summary.department, summary.year, summary.name)
                    return Line(
                        title: address.title, path: address.path(""), state: CodeWords.state(code: summary.state),
                        dates: "\(summary.startsOn.french) – \(summary.endsOn.french)",
                        interventions: summary.interventions)
                },
                new: Access.may(.campaignPrepare).allows(try call.visit.actor.role) ? NewCampaignPage.path : nil),
            .followUp)
    }

    static let template = Template(
        "campaigns",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p><a href="/carte">{{t.map.byDepartment}}</a>
        {{#page.new}}· <a href="{{.}}">{{t.campaignLife.new}}</a>{{/page.new}}</p>
        {{^page.lines}}<p>{{t.home.none}}</p>{{/page.lines}}
        {{^empty(page.lines)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.campaign.campaign}}</th><th scope="col">{{t.campaign.state}}</th>
        <th scope="col">{{t.campaign.dates}}</th><th scope="col">{{t.map.interventions}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row"><a
        href="{{path}}">{{title}}</a></th><td>{{state}}</td><td>{{dates}}</td>
        <td>{{interventions}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        {{/empty(page.lines)}}
        {{/main}}{{/layout}}
        """#)
}
