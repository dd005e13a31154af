import Hummingbird
import Kernel
import UseCases

/// What the authority decides.
enum DeskPages {
    static let templates = [DeskPage.template]

    private static let root = "/campagnes/:department/:year"

    static let endpoints = [
        Endpoint(.get, root + "/bureau", .may(.workItemCloseAuthority)) { try await desk($0) }
    ]

    /// Decisions, retests, contradictions, 90–99 %, follow-ups, results that belong nowhere yet.
    private static let lists: [WorkKind] = [
        .decisionAwaited, .retests, .doubtful, .alerts, .unattached, .withoutFollowUp, .tuberculin90To99,
        .tuberculinUntested, .refusals, .cancelledLate,
    ]
    private static let shown = 5

    private static func desk(
        _ call: Call, notices: [Notice] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (campaign, texts) = (try call.campaign(), Catalogue.french)
        let context = try call.useCase(in: campaign.selector.department)
        var found: [DeskPage.List] = []
        for kind in lists {
            // The delegate has alerts of their own on the same list.
            let work = try await ReadWork(
                campaign: campaign.selector, kind: kind, limit: shown, onlyAuthority: kind == .alerts
            ).perform(context)
            guard work.total > 0 else { continue }
            found.append(
                DeskPage.List(
                    title: kind.title, path: campaign.path("travail/\(kind.rawValue)"), count: work.total,
                    lines: work.lines.map { WorkLine(line: $0, closing: nil, attaching: nil, dismissing: nil) },
                    more: work.total > shown ? "\(work.total - shown) \(texts.text("desk", "more"))" : nil))
        }
        return try call.page(
            DeskPage(
                campaign: campaign.title, overview: campaign.path(""), notices: notices, isRefused: status != .ok,
                lists: found, register: campaign.path("courriers"),
                letterForm: try await LetterForm.of(campaign, as: context)),
            .work, status: status)
    }
}
