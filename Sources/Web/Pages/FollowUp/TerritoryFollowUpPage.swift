import Hummingbird
import UseCases

/// The follow-up of a year where a territory has several campaigns: their lines one after the other, department by
/// department. Whoever has one campaign is led to it.
struct TerritoryFollowUpPage: PageModel {
    let title = Catalogue.french.text("followUp", "title")
    let subtitle: String
    let year: Int
    let path = address
    let tabs: [FollowUpPage.Tab]
    let filters: FollowUpQuery
    let columns: [String]
    let columnChoices: [Choice]
    let lines: [FollowUpLine]
    /// A page that ended before it was full.
    let isPartial: Bool
    let next: String?
    let first: String?
    let places: [FollowUpPage.View]

    private static let address = "/suivi"

    static func answer(_ call: Call) async throws -> Response {
        let query = try FollowUpQuery(call, isTerritory: true)
        let year = try call.number("annee")
        let from = try call.position("apres") { ListTerritoryFollowUp.Position(text: $0) }
        let context = try call.useCase()
        let outcome = try await ListTerritoryFollowUp(year: year, filter: query.filter, from: from).perform(context)
        let places = outcome.places.map { CampaignAddress($0.department, $0.year, $0.name) }
        guard places.count > 1 else { return call.seeOther(places.first?.path("suivi") ?? "/") }
        let path = "\(address)?annee=\(places[0].year)"
        return try call.page(
            TerritoryFollowUpPage(
                subtitle: "Campagne \(places[0].year - 1)-\(places[0].year)", year: places[0].year,
                tabs: FollowUpPage.tabs(query, path), filters: query, columns: query.columns.map(\.title),
                columnChoices: FollowUpColumn.allCases.map {
                    Choice($0.rawValue, $0.title, isChosen: query.columns.contains($0))
                },
                lines: outcome.lines.map {
                    FollowUpLine($0.row, query.columns, department: $0.department, today: context.today)
                },
                isPartial: outcome.next != nil && outcome.lines.count < query.filter.limit,
                next: outcome.next.map { query.address(path, after: $0.text) },
                first: from == nil ? nil : query.address(path),
                places: places.map { FollowUpPage.View(name: $0.shortTitle, path: query.address($0.path("suivi"))) }),
            .followUp)
    }

    static let template = Template(
        "territory-follow-up",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p class="hint">{{page.subtitle}}</p>
        <ul class="tabs">{{#page.tabs}}<li><a href="{{path}}"
        {{#isCurrent}} aria-current="page"{{/isCurrent}}>{{title}}</a></li>{{/page.tabs}}</ul>
        {{>follow-up-filters}}
        <details class="card"><summary>{{t.followUp.byCampaign}}</summary>
        <p class="views">{{#page.places}}<a href="{{path}}">{{name}}</a> {{/page.places}}</p></details>
        {{^page.lines}}<p>{{t.followUp.empty}}</p>{{/page.lines}}
        {{^empty(page.lines)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}">
        <table class="list">
        <thead><tr><th scope="col">{{t.followUp.department}}</th><th scope="col">{{t.followUp.intervention}}</th>
        {{#page.columns}}<th scope="col">{{.}}</th>{{/page.columns}}</tr></thead>
        <tbody>
        {{#page.lines}}<tr><td>{{department}}</td><th scope="row"><a href="{{path}}">{{number}}</a></th>
        {{{cells}}}</tr>
        {{/page.lines}}
        </tbody></table></div>
        <p class="hint">{{t.followUp.legend}}</p>
        {{/empty(page.lines)}}
        {{#page.isPartial}}<p class="hint">{{t.followUp.partial}}</p>{{/page.isPartial}}
        <p class="actions">{{#page.first}}<a href="{{.}}">{{t.followUp.first}}</a>{{/page.first}}
        {{#page.next}}<a href="{{.}}" rel="next">{{t.followUp.next}}</a>{{/page.next}}</p>
        {{/main}}{{/layout}}
        """#)
}

extension ListTerritoryFollowUp.Position {
    /// `12` or `12~2021-02-15.4711`: the campaign, and the line that the page comes after.
    var text: String { "\(campaign)" + (after.map { "~\($0.text)" } ?? "") }

    init?(text: String) {
        let parts = text.split(separator: "~", maxSplits: 1)
        guard let campaign = parts.first.flatMap({ Int64($0) }) else { return nil }
        self.init(campaign: campaign, after: parts.count == 2 ? FollowUpOrder.Cursor(text: String(parts[1])) : nil)
    }
}
