import Hummingbird
import Kernel
import UseCases

/// What the authority decides, and the letters of a campaign.
enum DeskPages {
    static let templates = [DeskPage.template, LettersPage.template]

    private static let root = "/campagnes/:department/:year"

    static let endpoints = [
        Endpoint(.get, root + "/bureau", .may(.workItemCloseAuthority)) { try await desk($0) },
        Endpoint(.get, root + "/courriers", .may(.campaignRead), register),
        Endpoint(.post, root + "/courriers", .may(.letterWrite)) { try await letters($0, write) },
        Endpoint(.post, root + "/courriers/brouillon.pdf", .may(.letterWrite)) { try await letters($0, preview) },
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
            let work = try await ReadWork(campaign: campaign.selector, kind: kind, limit: shown).perform(context)
            guard work.total > 0 else { continue }
            found.append(
                DeskPage.List(
                    title: kind.title, path: campaign.path("travail/\(kind.rawValue)"), count: work.total,
                    lines: work.lines.map { WorkLine(line: $0, closing: nil, attaching: nil, dismissing: nil) },
                    more: work.total > shown ? "\(work.total - shown) \(texts.text("desk", "more"))" : nil))
        }
        let role = try call.visit.actor.role
        return try call.page(
            DeskPage(
                campaign: campaign.title, overview: campaign.path(""), notices: notices, isRefused: status != .ok,
                lists: found, letterKinds: LetterChoice.allCases.map { Choice($0.rawValue, $0.title) },
                letters: campaign.path("courriers"), letterDraft: campaign.path("courriers/brouillon.pdf"),
                register: campaign.path("courriers"),
                writes: Access.may(.letterWrite).allows(role)),
            .work, status: status)
    }

    private static func register(_ call: Call) async throws -> Response {
        let campaign = try call.campaign()
        let table = try await ListLetters(campaign: campaign.selector)
            .perform(call.useCase(in: campaign.selector.department))
        let lines = table.rows.reversed().map { row in
            LettersPage.Line(
                id: row[0], title: row[2].isEmpty ? row[1] : row[2], intervention: row[3], recipient: row[4],
                written: Day(row[6])?.french ?? row[6], sent: Day(row[8])?.french ?? row[8],
                pdf: row[3].isEmpty ? nil : "/interventions/\(row[3])/courriers/\(row[0])/courrier.pdf")
        }
        return try call.page(
            LettersPage(campaign: campaign.title, overview: campaign.path(""), lines: lines), .documents)
    }

    private typealias Letters = (file: LetterFile?, findings: [Finding])

    /// The same letters stand in the register one by one.
    private static func write(
        _ campaign: CampaignSelector, _ kind: LetterChoice, _ again: Bool, _ context: Context
    ) async throws -> Letters {
        try await WriteLetterBatch(campaign: campaign, kind: kind, again: again).perform(context)
    }

    private static func preview(
        _ campaign: CampaignSelector, _ kind: LetterChoice, _ again: Bool, _ context: Context
    ) async throws -> Letters {
        try await PreviewLetters(campaign: campaign, kind: kind, again: again).perform(context)
    }

    /// The answer is one file: the batch, or what it would look like.
    private static func letters(
        _ call: Call, _ make: (CampaignSelector, LetterChoice, Bool, Context) async throws -> Letters
    ) async throws -> Response {
        let form = try await call.form()
        let campaign = try call.campaign()
        guard let kind = LetterChoice(rawValue: try form.require("courrier")) else { throw WebFault.formUnreadable }
        let context = try call.useCase(in: campaign.selector.department)
        do {
            let (file, findings) = try await make(campaign.selector, kind, form.value("encore") != nil, context)
            guard let file else {
                let nothing = Notice(.warned, Catalogue.french.text("desk", "nothing"))
                return try await desk(call, notices: [nothing] + findings.map { Notice($0) })
            }
            return try call.download(file.bytes, file.name, .pdf)
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await desk(
                call, notices: refused.findings.map { Notice($0) }, status: .unprocessableContent)
        }
    }
}
