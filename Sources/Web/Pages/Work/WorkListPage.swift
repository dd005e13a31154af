import Hummingbird
import Kernel
import UseCases

/// A work list of a campaign, each line with what to do, for whom and by when.
struct WorkListPage: PageModel {
    struct Line: Sendable {
        /// Nothing where the line is about no intervention (an alert on a file).
        let intervention: String?
        let holding: String
        let name: String
        let disease: String
        let detail: String
        let since: String
        let due: String
        let audience: String
        let action: String

        /// The cells of `ListWork.columns`.
        init(_ cells: [String]) {
            intervention = cells[1].isEmpty ? nil : cells[1]
            (holding, name, disease) = (cells[2], cells[3], cells[4])
            (detail, since, due, audience, action) = (cells[5], cells[6], cells[7], cells[8], cells[9])
        }
    }

    let title: String
    let campaign: String
    let lines: [Line]

    static let endpoints = [
        Endpoint(.get, "/campagnes/:department/:year/travail/:kind", .may(.campaignRead), answer)
    ]

    private static func answer(_ call: Call) async throws -> Response {
        let campaign = try call.campaign()
        guard let kind = WorkListKind(rawValue: try call.part("kind")) else { throw WebFault.notFound }
        let table = try await ListWork(campaign: campaign.selector, kind: kind)
            .perform(call.useCase(in: campaign.selector.department))
        let page = WorkListPage(title: kind.title, campaign: campaign.title, lines: table.rows.map(Line.init))
        return try call.page(page, .followUp)
    }

    static let template = Template(
        "work-list",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p class="hint">{{page.campaign}}</p>
        {{^page.lines}}<p>{{t.home.nothing}}</p>{{/page.lines}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.work.holding}}</th><th scope="col">{{t.work.intervention}}</th>
        <th scope="col">{{t.work.disease}}</th><th scope="col">{{t.work.detail}}</th>
        <th scope="col">{{t.work.since}}</th><th scope="col">{{t.work.due}}</th>
        <th scope="col">{{t.work.audience}}</th><th scope="col">{{t.work.action}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row">{{holding}} {{name}}</th>
        <td>{{#intervention}}<a href="/interventions/{{.}}">{{.}}</a>{{/intervention}}</td>
        <td>{{disease}}</td><td>{{detail}}</td><td>{{since}}</td><td>{{due}}</td>
        <td>{{audience}}</td><td>{{action}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        {{/main}}{{/layout}}
        """#)
}
