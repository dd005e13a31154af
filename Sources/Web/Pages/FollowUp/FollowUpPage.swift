import Hummingbird
import Kernel
import Mustache
import UseCases

/// The follow-up of a campaign: one line an intervention, filters in the address, a page at a time (PRO-221, PRO-277).
struct FollowUpPage: PageModel {
    let title = Catalogue.french.text("followUp", "title")
    let campaign: String
    let tabs: [Tab]
    let filters: FollowUpQuery
    let lines: [FollowUpLine]
    let diseases: [String]
    /// Where the next page is; nil on the last one.
    let next: String?
    let first: String?
    let csv: String

    struct Tab: Sendable {
        let title: String
        let path: String
        let isCurrent: Bool
    }

    static let endpoints = [
        Endpoint(.get, "/suivi", .may(.campaignRead), latest),
        Endpoint(.get, "/campagnes/:department/:year/suivi", .may(.campaignRead), answer),
        Endpoint(.get, "/campagnes/:department/:year/suivi.csv", .may(.campaignRead), csv),
    ]

    /// The newest campaign in the territory.
    private static func latest(_ call: Call) async throws -> Response {
        let all = try await ListCampaigns().perform(call.useCase()).filter(\.isRunning)
        guard let newest = all.max(by: { $0.year < $1.year }) else { return call.seeOther("/") }
        return call.seeOther(CampaignAddress(newest.department, newest.year, newest.name).path("suivi"))
    }

    private static func answer(_ call: Call) async throws -> Response {
        let (campaign, query) = (try call.campaign(), FollowUpQuery(call))
        let outcome = try await ListFollowUp(campaign: campaign.selector, filter: query.filter)
            .perform(call.useCase(in: campaign.selector.department))
        let path = campaign.path("suivi")
        return try call.page(
            FollowUpPage(
                campaign: campaign.title,
                tabs: [
                    Tab(
                        title: Catalogue.french.text("followUp", "open"), path: query.address(path, level: "1"),
                        isCurrent: query.level == "1"),
                    Tab(
                        title: Catalogue.french.text("followUp", "reported"), path: query.address(path, level: "2"),
                        isCurrent: query.level == "2"),
                ],
                filters: query, lines: outcome.rows.map(FollowUpLine.init),
                diseases: ["Brucellose", "Leucose", "Tuberculose"],
                next: outcome.next.map { query.address(path, after: $0) },
                first: query.filter.after == nil ? nil : query.address(path),
                csv: query.address(campaign.path("suivi.csv"))),
            .followUp)
    }

    private static func csv(_ call: Call) async throws -> Response {
        let campaign = try call.campaign()
        var filter = FollowUpQuery(call).filter
        filter.limit = 1_000_000
        let table = try await ListFollowUp(campaign: campaign.selector, filter: filter)
            .perform(call.useCase(in: campaign.selector.department)).table
        return try call.download(table.csv(), "suivi-\(campaign.selector.department)-\(campaign.year).csv", .csv)
    }
}
