import Hummingbird
import Kernel
import UseCases

/// What waits today, and the campaigns at a glance.
struct HomePage: PageModel {
    struct Campaign: Sendable {
        let title: String
        let dates: String
        let interventions: Int
        let path: String
        var work: [Work] = []
    }

    struct Work: Sendable {
        let title: String
        let count: String
        let path: String
    }

    let title = Catalogue.french.text("home", "title")
    let seesCampaigns: Bool
    var campaigns: [Campaign] = []

    static let endpoints = [Endpoint(.get, "/", .signedIn, answer)]

    /// How many campaigns show their work lists at once; a region looks at its departments one by one.
    private static let mostDetailed = 4

    private static func answer(_ call: Call) async throws -> Response {
        let visit = try call.visit
        guard visit.actor.scope.isTerritory else { return try await OwnHome.answer(call) }
        var page = HomePage(seesCampaigns: Access.may(.campaignRead).allows(visit.actor.role))
        guard page.seesCampaigns else { return try call.page(page, .home) }
        let summaries = try await ListCampaigns().perform(call.useCase())
        let latest = summaries.map(\.year).max()
        for summary in summaries where summary.year == latest && summary.isRunning {
            let address = CampaignAddress(summary.department, summary.year, summary.name)
            var campaign = Campaign(
                title: address.title, dates: "\(summary.startsOn.french) – \(summary.endsOn.french)",
                interventions: summary.interventions, path: address.path("suivi"))
            if page.campaigns.count < mostDetailed {
                let table = try await CountWork(campaign: address.selector)
                    .perform(call.useCase(in: summary.department))
                campaign.work = table.rows.filter { $0[1] != "0" }.map {
                    Work(title: $0[2], count: $0[1], path: address.path("travail/\($0[0])"))
                }
            }
            page.campaigns.append(campaign)
        }
        return try call.page(page, .home)
    }

    static let template = Template(
        "home",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{^page.seesCampaigns}}<p>{{t.home.account}}</p>{{/page.seesCampaigns}}
        {{#page.seesCampaigns}}{{^page.campaigns}}<p>{{t.home.none}}</p>{{/page.campaigns}}{{/page.seesCampaigns}}
        {{#page.campaigns}}
        <section class="card">
        <h2>{{title}} <span class="hint">{{dates}}</span></h2>
        <p><a href="{{path}}">{{t.home.followUp}}</a> ({{interventions}})</p>
        <h3>{{t.home.work}}</h3>
        {{^work}}<p>{{t.home.nothing}}</p>{{/work}}
        <ul class="work">{{#work}}<li><a href="{{path}}"><span class="count">{{count}}</span> {{title}}</a></li>
        {{/work}}</ul>
        </section>
        {{/page.campaigns}}
        {{/main}}{{/layout}}
        """#)
}
