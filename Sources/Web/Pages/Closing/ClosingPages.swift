import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// The end of a campaign: what remains, decisions of non-completion, the closing, the report (PRO-278 to PRO-293).
enum ClosingPages {
    static let templates = [ClosingPage.template]

    private static let root = "/campagnes/:department/:year/cloture"

    static let endpoints = [
        Endpoint(.get, root, .may(.campaignRead)) { try await page($0, notices: $0.doneNotices) },
        Endpoint(.get, root + "/reste.csv", .may(.campaignRead), csv),
        Endpoint(.post, root, .may(.campaignClose), close),
        Endpoint(.post, root + "/office", .may(.campaignForceClose), force),
        Endpoint(.post, root + "/non-realisations", .may(.nonCompletionDecide), decide),
        Endpoint(.get, root + "/bilan/:file", .may(.campaignRead), balance),
        Endpoint(.post, root + "/bilan", .may(.campaignRead), balanceWithRemarks),
    ]

    /// Lists that are no hurdle of the closing: what they hold stays due after it.
    private static let later: Set<WorkKind> = [.withoutFollowUp, .milkMissing, .unattached, .offDocument]

    private static func page(
        _ call: Call, notices: [Notice] = [], entered: Form? = nil, decision: Form? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        let chosen = Set(decision?.values("choix") ?? [])
        let outcome = try await ClosingReadiness(selector: campaign.selector).perform(context)
        let isOpen = outcome.campaign.closedOn == nil
        let counts = isOpen ? try await CountWork(campaign: campaign.selector).perform(context).rows : []
        let start = try call.number("depuis", as: "line") ?? 0
        let end = start + ClosingPage.linesAPage
        let step = try call.filter("etape", ClosingStep.self)
        func from(_ line: Int) -> String {
            campaign.path("cloture", (step.map { "etape=\($0.rawValue)&" } ?? "") + "depuis=\(line)")
        }
        let all = isOpen ? outcome.lines : []
        let lines = all.filter { step == nil || $0.step == step }
        return try call.page(
            ClosingPage(
                campaign: campaign.title, overview: campaign.path(""), state: state(outcome), dates: dates(outcome),
                notices: notices + (isOpen && notices.isEmpty ? outcome.findings.map { Notice($0) } : []),
                isRefused: status != .ok, steps: steps(all, campaign, step),
                all: step == nil ? nil : campaign.path("cloture"),
                lists: counts.compactMap { work($0, campaign) },
                lines: lines.dropFirst(start).prefix(ClosingPage.linesAPage).map {
                    ClosingLine(line: $0, isChosen: chosen.contains($0.number))
                },
                hasLines: !all.isEmpty, nothing: isOpen && all.isEmpty, csv: campaign.path("cloture/reste.csv"),
                previous: start > 0 ? from(max(0, start - ClosingPage.linesAPage)) : nil,
                next: end < lines.count ? from(end) : nil, seen: outcome.lines.count,
                decision: outcome.rights.decide && lines.contains { $0.step.mayBeDecided }
                    ? campaign.path("cloture/non-realisations") : nil,
                codes: codes.map { $0.chosen(decision?.value("code") == $0.value) },
                decisionReason: decision?.value("motif") ?? "",
                close: outcome.rights.close ? campaign.path("cloture") : nil,
                asksReason: !outcome.lines.isEmpty,
                force: outcome.rights.force ? campaign.path("cloture/office") : nil, tooEarly: tooEarly(outcome),
                reason: entered?.value("motif") ?? "", balance: campaign.path("cloture/bilan"),
                balanceFiles: ["pdf", "csv", "md"].map {
                    HomePage.Work(
                        title: Catalogue.french.text("closing", "balance-\($0)"), count: 0,
                        path: campaign.path("cloture/bilan/bilan.\($0)"))
                }),
            .followUp, status: status)
    }

    private static var codes: [Choice] {
        NonCompletionCode.allCases.filter(\.isForInspectors).map {
            Choice($0.rawValue, Catalogue.french.text("nonCompletion", $0.rawValue))
        }
    }

    private static func state(_ outcome: ClosingReadiness.Outcome) -> String {
        let texts = Catalogue.french
        if let day = outcome.campaign.closedOn { return "\(texts.text("closing", "closedOn")) \(day.french)." }
        return texts.text("closing", "state-\(outcome.stage?.rawValue ?? "early")")
    }

    private static func dates(_ outcome: ClosingReadiness.Outcome) -> [HomePage.Figure] {
        let (texts, dates) = (Catalogue.french, outcome.deadlines)
        return [
            HomePage.Figure(label: texts.text("closing", "from"), value: dates.closingFrom.french),
            HomePage.Figure(label: texts.text("closing", "until"), value: dates.closingUntil.french),
            HomePage.Figure(label: texts.text("closing", "forcedAfter"), value: dates.forcedClosingAfter.french),
        ]
    }

    private static func steps(
        _ lines: [ClosingReadiness.Line], _ campaign: CampaignAddress, _ shown: ClosingStep?
    ) -> [ClosingPage.Step] {
        ClosingStep.allCases.compactMap { step in
            let count = lines.count { $0.step == step }
            return count == 0
                ? nil
                : ClosingPage.Step(
                    label: Catalogue.french.text("closing", "step-\(step.rawValue)"), count: count,
                    path: campaign.path("cloture", "etape=\(step.rawValue)"), isCurrent: step == shown)
        }
    }

    private static func work(_ row: [String], _ campaign: CampaignAddress) -> HomePage.Work? {
        guard let kind = WorkKind(rawValue: row[0]), let count = Int(row[1]), count > 0, !later.contains(kind) else {
            return nil
        }
        return HomePage.Work(title: kind.title, count: count, path: campaign.path("travail/\(kind.rawValue)"))
    }

    /// For who will close, before the day.
    private static func tooEarly(_ outcome: ClosingReadiness.Outcome) -> String? {
        guard outcome.rights.decide, !outcome.rights.close else { return nil }
        return "\(Catalogue.french.text("closing", "tooEarly")) \(outcome.deadlines.closingFrom.french)."
    }

    private static func csv(_ call: Call) async throws -> Response {
        let campaign = try call.campaign()
        let outcome = try await ClosingReadiness(selector: campaign.selector)
            .perform(call.useCase(in: campaign.selector.department))
        return try call.download(
            outcome.table.csv(), "cloture-\(campaign.selector.department)-\(campaign.year).csv", .csv)
    }

    private static func act(
        _ call: Call, _ done: String, _ body: (Form, CampaignSelector, Context) async throws -> Void
    ) async throws -> Response {
        let form = try await call.form()
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        return try await call.act(
            done, then: campaign.path("cloture"),
            again: { refused in
                try await page(
                    call, notices: refused.findings.map { Notice($0) }, entered: form, status: .unprocessableContent)
            }, { try await body(form, campaign.selector, context) })
    }

    private static func seen(_ form: Form) throws -> Int {
        guard let seen = Int(try form.require("reste")) else { throw WebFault.formUnreadable }
        _ = try form.neededField("sur", Catalogue.french.text("closing", "sureField"))
        return seen
    }

    private static func close(_ call: Call) async throws -> Response {
        try await act(call, "campaignClosed") { form, campaign, context in
            _ = try await CloseCampaign(selector: campaign, overrideReason: form.text("motif"), seen: seen(form))
                .perform(context)
        }
    }

    private static func force(_ call: Call) async throws -> Response {
        try await act(call, "campaignClosed") { form, campaign, context in
            _ = try await ForceCloseCampaign(selector: campaign, reason: form.text("motif") ?? "", seen: seen(form))
                .perform(context)
        }
    }

    private static func decide(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        guard let code = NonCompletionCode(rawValue: try form.require("code")) else { throw WebFault.formUnreadable }
        do {
            let outcome = try await DecideNonCompletions(
                campaign: campaign.selector, interventions: Set(form.values("choix")).sorted(), code: code,
                reason: form.text("motif")
            ).perform(context)
            if outcome.refusals.isEmpty {
                return call.seeOther(campaign.path("cloture", "fait=nonCompletions&nombre=\(outcome.decided)"))
            }
            let done = outcome.decided > 0 ? [Notice.counted("nonCompletions", outcome.decided)] : []
            return try await page(
                call, notices: done + outcome.refusals.map { Notice($0) }, decision: form,
                status: .unprocessableContent)
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await page(
                call, notices: refused.findings.map { Notice($0) }, decision: form, status: .unprocessableContent)
        }
    }
}
