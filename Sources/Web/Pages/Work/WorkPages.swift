import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// The work lists of a campaign, and what a line of them lets one do.
enum WorkPages {
    static let templates = [WorkPage.template]

    private static let base = "/campagnes/:department/:year"
    private static let root = base + "/travail"

    static let endpoints = [
        Endpoint(.get, root + "/:kind", .may(.campaignRead)) { call in
            try await page(call, kind(call), notices: call.doneNotices)
        },
        Endpoint(.get, root + "/:kind/liste.csv", .may(.campaignRead), csv),
        Endpoint(.post, base + "/alertes/clore", .may(.workItemClose), close),
        Endpoint(.post, base + "/resultats/rattacher", .may(.resultAttach), attach),
        Endpoint(.post, base + "/resultats/ecarter", .may(.resultAttach), dismiss),
    ]

    /// - Throws: `WebFault.notFound` for a list that is none.
    private static func kind(_ call: Call) throws -> WorkKind {
        guard let kind = WorkKind(rawValue: try call.part("kind")) else { throw WebFault.notFound }
        return kind
    }

    static func page(
        _ call: Call, _ kind: WorkKind, notices: [Notice] = [], entered: Form? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let campaign = try call.campaign()
        let start = try call.number("depuis", as: "line") ?? 0
        let work = try await ReadWork(
            campaign: campaign.selector, kind: kind, offset: start, limit: WorkPage.linesAPage
        ).perform(call.useCase(in: campaign.selector.department))
        let letters =
            work.lines.isEmpty
            ? nil
            : try await LetterForm.of(
                campaign, list: kind, months: kind == .milkMissing ? Set(work.lines.compactMap(\.since)).sorted() : [],
                entered: entered, as: call.useCase(in: campaign.selector.department))
        let path = campaign.path("travail/\(kind.rawValue)")
        let role = try call.visit.actor.role
        let closing = campaign.path("alertes/clore")
        func closes(_ line: ReadWork.Line) -> Bool {
            Access.may(line.isAuthority ? .workItemCloseAuthority : .workItemClose).allows(role)
        }
        let attaches = Access.may(.resultAttach).allows(role)
        // What may be non-negative is the authority's alone to let go (decision 4).
        let dismisses = attaches && role == .authority
        func from(_ line: Int) -> String { "\(path)\(path.contains("?") ? "&" : "?")depuis=\(line)" }
        let end = start + WorkPage.linesAPage
        let texts = Catalogue.french
        return try call.page(
            WorkPage(
                title: kind.title, campaign: campaign.title, followUp: campaign.path("suivi"), notices: notices,
                isRefused: status != .ok,
                count: "\(work.total) \(texts.text("work", work.total > 1 ? "lines" : "line"))",
                csv: campaign.path("travail/\(kind.rawValue)/liste.csv"),
                lines: work.lines.map {
                    WorkLine(
                        line: $0, closing: closes($0) ? closing : nil,
                        attaching: attaches ? campaign.path("resultats/rattacher") : nil,
                        dismissing: dismisses ? campaign.path("resultats/ecarter") : nil,
                        isChosen: letters?.picks == true ? letters?.chosen.contains($0.intervention) : nil,
                        place: $0.isGone ? "#non-realisation" : place(of: kind),
                        sent: SentAboutLine(entered, item: $0.item, result: $0.waiting?.id))
                },
                letterForm: letters,
                previous: start > 0 ? from(max(0, start - WorkPage.linesAPage)) : nil,
                next: end < work.total ? from(end) : nil),
            .work, status: status)
    }

    /// The part of the intervention's page that holds what the list asks for.
    private static func place(of kind: WorkKind) -> String {
        switch kind {
        case .doubtful: "#decisions"
        case .serumBank: "#serotheque"
        case .unattached, .alerts, .offDocument, .tuberculinUntested: "#resultats"
        case .cancelledLate: "#bovins"
        case .milkMissing: "#lait-sang"
        default: ""
        }
    }

    private static func csv(_ call: Call) async throws -> Response {
        let (campaign, kind) = (try call.campaign(), try kind(call))
        let work = try await ReadWork(campaign: campaign.selector, kind: kind, limit: .max)
            .perform(call.useCase(in: campaign.selector.department))
        let table = ListTable(
            columns: ListWork.columns.filter { $0 != "alerte" },
            rows: work.lines.map { line in
                [
                    kind.rawValue, line.intervention, line.holding, line.name, line.disease, line.detail,
                    line.since?.description ?? "", line.dueOn?.description ?? "",
                    Catalogue.french.text("work", line.isAuthority ? "authority" : "delegate"), line.action,
                ]
            })
        return try call.download(
            table.csv(), "\(kind.rawValue)-\(campaign.selector.department)-\(campaign.year).csv", .csv)
    }

    private static func act(
        _ call: Call, _ kind: WorkKind, _ done: String, _ body: (Form, CampaignSelector, Context) async throws -> Void
    ) async throws -> Response {
        let form = try await call.form()
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        return try await call.act(
            done, then: campaign.path("travail/\(kind.rawValue)"),
            again: { refused in
                try await page(
                    call, kind, notices: refused.findings.map { Notice($0) }, entered: form,
                    status: .unprocessableContent)
            }, { try await body(form, campaign.selector, context) })
    }

    private static func close(_ call: Call) async throws -> Response {
        try await act(call, .alerts, "closed") { form, campaign, context in
            try await CloseWorkItem(
                department: campaign.department, item: try form.identifier("alerte"), reason: form.text("motif") ?? "",
                isDismissed: form.value("ecartee") != nil
            ).perform(context)
        }
    }

    private static func attach(_ call: Call) async throws -> Response {
        try await act(call, .unattached, "attached") { form, campaign, context in
            let number = try form.require("intervention").filter { !$0.isWhitespace }
            var attachment = AttachResult(
                try form.identifier("resultat"), to: number, department: campaign.department)
            attachment.animal = form.text("bovin")
            _ = try await attachment.perform(context)
        }
    }

    private static func dismiss(_ call: Call) async throws -> Response {
        try await act(call, .unattached, "dismissed") { form, campaign, context in
            _ = try await DismissResult(
                .unattached(try form.identifier("resultat")), department: campaign.department,
                reason: form.text("motif") ?? ""
            ).perform(context)
        }
    }
}

extension Form {
    /// - Throws: `WebFault.formUnreadable` for what is no identifier.
    func identifier(_ name: String) throws -> Int64 {
        guard let id = Int64(try require(name)) else { throw WebFault.formUnreadable }
        return id
    }
}
