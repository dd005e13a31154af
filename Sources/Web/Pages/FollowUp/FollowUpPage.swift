import Hummingbird
import Kernel
import Mustache
import Prophylaxis
import UseCases

/// The follow-up of a campaign: one line an intervention, filters in the address, a page at a time (PRO-221, PRO-277).
struct FollowUpPage: PageModel {
    let title = Catalogue.french.text("followUp", "title")
    let campaign: String
    let overview: String
    let path: String
    let kinds: [Tab]
    /// What the chosen kind is, where it is not the interventions themselves.
    let kindHint: String?
    let tabs: [Tab]
    let filters: FollowUpQuery
    let columns: [String]
    let columnChoices: [Choice]
    let lines: [FollowUpLine]
    let views: [View]
    var hasViews: Bool = false
    let query: String
    let viewsPath: String
    let forgetPath: String
    /// Where the next page is; nil on the last one.
    let next: String?
    let first: String?
    let csv: String
    let xlsx: String
    let notices: [Notice]
    let isRefused: Bool
    let batch: FollowUpBatchForm
    let deeds: FollowUpDeeds

    struct Tab: Sendable {
        let title: String
        let path: String
        let isCurrent: Bool
    }

    struct View: Sendable {
        let name: String
        let path: String
    }

    static let templates = [
        template, filtersTemplate, batchTemplate, TerritoryFollowUpPage.template, ProposalsPage.template,
    ]

    static let endpoints =
        [
            Endpoint(.get, "/suivi", .may(.campaignRead), TerritoryFollowUpPage.answer),
            Endpoint(.get, "/campagnes/:department/:year/suivi", .may(.campaignRead)) { call in
                try await page(call, notices: call.doneNotices)
            },
            Endpoint(.get, "/campagnes/:department/:year/suivi.csv", .may(.campaignRead)) { call in
                let (outcome, name) = try await all(call)
                return try call.download(outcome.table.csv(), "\(name).csv", .csv)
            },
            Endpoint(.get, "/campagnes/:department/:year/suivi.xlsx", .may(.campaignRead)) { call in
                let (outcome, name) = try await all(call)
                return try call.download(outcome.workbook(), "\(name).xlsx", .xlsx)
            },
        ] + ProposalsPage.endpoints + FollowUpBatch.endpoints + FollowUpViews.endpoints

    static func page(
        _ call: Call, notices: [Notice] = [], refused: FollowUpBatch.Attempt? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (campaign, query) = (try call.campaign(), try FollowUpQuery(call))
        let context = try call.useCase(in: campaign.selector.department)
        let outcome = try await ListFollowUp(campaign: campaign.selector, filter: query.filter).perform(context)
        let state = try await ReadCampaign(campaign.selector).perform(context)
        let views = try await ListViews().perform(context)
        let path = campaign.path("suivi")
        let picked = refused?.form.values("choix").compactMap { FollowUpBatch.Pick($0)?.number } ?? []
        let chosen = Set(picked)
        let batch = FollowUpBatchForm(campaign, query, (try call.visit.actor.role, context.now), refused)
        return try call.page(
            FollowUpPage(
                campaign: campaign.title, overview: campaign.path(""), path: path,
                kinds: kinds(query, path),
                kindHint: query.kind == .main
                    ? nil : Catalogue.french.text("followUp", "hint-\(query.kind.rawValue)"),
                tabs: query.kind == .main ? tabs(query, path) : [],
                filters: query, columns: query.columns.map(\.title),
                columnChoices: FollowUpColumn.allCases.map {
                    Choice($0.rawValue, $0.title, isChosen: query.columns.contains($0))
                },
                lines: outcome.rows.map {
                    FollowUpLine(
                        $0, query.columns, today: context.today, isChosen: batch.any ? chosen.contains($0.number) : nil)
                },
                views: views.map { View(name: $0.name, path: path + (path.contains("?") ? "&" : "?") + $0.query) },
                hasViews: !views.isEmpty, query: query.text, viewsPath: campaign.path("suivi/vues"),
                forgetPath: campaign.path("suivi/vues/supprimer"),
                next: outcome.next.map { query.address(path, after: $0.text) },
                first: query.filter.after == nil ? nil : query.address(path),
                csv: query.address(campaign.path("suivi.csv")), xlsx: query.address(campaign.path("suivi.xlsx")),
                notices: notices, isRefused: status != .ok,
                batch: batch,
                deeds: FollowUpDeeds(
                    campaign, level: query.level, isRunning: state.isRunning && query.kind == .main,
                    try call.visit.actor.role)),
            .followUp, status: status)
    }

    static func tabs(_ query: FollowUpQuery, _ path: String) -> [Tab] {
        [("1", "open"), ("2", "reported")].map { level, key in
            Tab(
                title: Catalogue.french.text("followUp", key), path: query.address(path, level: level),
                isCurrent: query.level == level)
        }
    }

    private static func kinds(_ query: FollowUpQuery, _ path: String) -> [Tab] {
        FollowUpKind.allCases.map { kind in
            Tab(
                title: Catalogue.french.text("followUp", "kind-\(kind.rawValue)"),
                path: query.address(path, kind: kind), isCurrent: query.kind == kind)
        }
    }

    /// All lines that the filters let through, and the name of a file of them.
    private static func all(_ call: Call) async throws -> (ListFollowUp.Outcome, String) {
        let campaign = try call.campaign()
        var filter = try FollowUpQuery(call).filter
        filter.limit = 1_000_000
        let outcome = try await ListFollowUp(campaign: campaign.selector, filter: filter)
            .perform(call.useCase(in: campaign.selector.department))
        return (outcome, "suivi-\(campaign.selector.department)-\(campaign.year)")
    }
}
