import Hummingbird
import Kernel
import UseCases

/// The letters of a campaign: written by batch, printed, marked as posted (table 6, PRO-162).
enum LetterPages {
    static let templates = [LettersPage.template, LetterForm.template]

    private static let root = "/campagnes/:department/:year/courriers"

    static let endpoints = [
        Endpoint(.get, root, .may(.campaignRead)) { try await register($0, notices: $0.doneNotices) },
        Endpoint(.get, root + "/:letter/courrier.pdf", .may(.campaignRead), print),
        Endpoint(.post, root, .may(.letterWrite), write),
        Endpoint(.post, root + "/brouillon.pdf", .may(.letterWrite), preview),
        Endpoint(.post, root + "/envoyes", .may(.letterWrite), markSent),
    ]

    private static func register(
        _ call: Call, notices: [Notice] = [], entered: Form? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (campaign, texts) = (try call.campaign(), Catalogue.french)
        let context = try call.useCase(in: campaign.selector.department)
        let (onlyUnsent, start) = (
            try call.filter("etat", allowed: ["a-envoyer"]) { $0 == "a-envoyer" ? true : nil } ?? false,
            try call.number("depuis", as: "line") ?? 0
        )
        let page = try await ReadLetters(
            campaign: campaign.selector, onlyUnsent: onlyUnsent, offset: start, limit: LettersPage.linesAPage
        ).perform(context)
        let end = start + LettersPage.linesAPage
        let chosen = Set(entered?.values("lettre") ?? [])
        func path(_ query: String?) -> String { campaign.path("courriers", query) }
        func from(_ line: Int) -> String { path((onlyUnsent ? "etat=a-envoyer&" : "") + "depuis=\(line)") }
        return try call.page(
            LettersPage(
                campaign: campaign.title, overview: campaign.path(""), path: path(nil), notices: notices,
                isRefused: status != .ok,
                tabs: [
                    FollowUpPage.Tab(title: texts.text("letters", "all"), path: path(nil), isCurrent: !onlyUnsent),
                    FollowUpPage.Tab(
                        title: texts.text("letters", "unsent"), path: path("etat=a-envoyer"), isCurrent: onlyUnsent),
                ],
                count: "\(page.total) \(texts.text("letters", page.total > 1 ? "many" : "one"))",
                lines: page.lines.map {
                    LetterLine(
                        line: $0, pdf: campaign.path("courriers/\($0.id)/courrier.pdf"),
                        isChosen: chosen.contains(String($0.id)))
                },
                sending: page.mayMark && page.lines.contains { $0.sentOn == nil }
                    ? campaign.path("courriers/envoyes") : nil,
                day: entered?.value("jour") ?? context.today.description, today: context.today.description,
                previous: start > 0 ? from(max(0, start - LettersPage.linesAPage)) : nil,
                next: end < page.total ? from(end) : nil,
                letterForm: try await LetterForm.of(campaign, entered: entered, as: context)),
            .followUp, status: status)
    }

    /// The very bytes that were written.
    private static func print(_ call: Call) async throws -> Response {
        let campaign = try call.campaign()
        guard let id = Int64(try call.part("letter")) else { throw WebFault.notFound }
        let file = try await ReadLetter(campaign: campaign.selector, letter: id)
            .perform(call.useCase(in: campaign.selector.department))
        return file.name.hasSuffix(".csv")
            ? try call.download(file.bytes, file.name, .csv) : try call.inline(file.bytes, file.name, .pdf)
    }

    /// What takes long is a job: its page says what was written, for whom, what was refused, and has the file.
    private static func write(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        let list = try list(of: form)
        do {
            let work = try work(form, campaign, list)
            let title = "\(work.letter.title), \(campaign.title)"
            return call.seeOther("/travaux/\(try await QueueLetters(work, title: title).perform(context))")
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await again(call, refused.findings.map { Notice($0) }, list, form)
        }
    }

    /// What the form would write, the first ones, marked as drafts.
    private static func preview(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let campaign = try call.campaign()
        let list = try list(of: form)
        do {
            let (file, findings) = try await PreviewLetters(try work(form, campaign, list))
                .perform(call.useCase(in: campaign.selector.department))
            if let file { return try call.inline(file.bytes, file.name, .pdf) }
            let nothing = Notice(.warned, Catalogue.french.text("letters", "nothing"))
            return try await again(call, [nothing] + findings.map { Notice($0) }, list, form)
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await again(call, refused.findings.map { Notice($0) }, list, form)
        }
    }

    private static func again(
        _ call: Call, _ notices: [Notice], _ list: WorkKind?, _ form: Form
    ) async throws -> Response {
        guard let list else {
            return try await register(call, notices: notices, entered: form, status: .unprocessableContent)
        }
        return try await WorkPages.page(call, list, notices: notices, entered: form, status: .unprocessableContent)
    }

    private static func list(of form: Form) throws -> WorkKind? {
        try form.text("liste").map { name in
            guard let kind = WorkKind(rawValue: name) else { throw WebFault.formUnreadable }
            return kind
        }
    }

    /// - Throws: `WebFault.formUnreadable` for a letter that is none, or that does not answer the list.
    private static func work(_ form: Form, _ campaign: CampaignAddress, _ list: WorkKind?) throws -> LettersWork {
        let name = try form.neededField("courrier", Catalogue.french.text("letters", "kind"))
        guard let kind = LetterChoice(rawValue: name) else { throw WebFault.formUnreadable }
        if let list, !kind.workLists.contains(list) { throw WebFault.formUnreadable }
        let isChosen = form.value("portee") == "choix"
        let chosen = isChosen ? Set(form.values("choix")).sorted() : []
        if isChosen, chosen.isEmpty { throw Refused(FollowUpFinding.nothingSelected) }
        var work = LettersWork(campaign: campaign.selector, letter: kind, interventions: chosen)
        work.list = list?.rawValue
        (work.by, work.month) = (try form.day("limite"), try form.day("mois"))
        work.period = form.text("periode")
        (work.again, work.isJoined, work.withCopies) = (form.value("encore") != nil, true, form.value("copies") != nil)
        return work
    }

    private static func markSent(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        do {
            var filter = LetterFilter()
            filter.isUnsent = form.value("portee") == "toutes"
            filter.ids =
                filter.isUnsent
                ? []
                : try form.values("lettre").map { text in
                    guard let id = Int64(text) else { throw WebFault.formUnreadable }
                    return id
                }
            guard filter.isUnsent || !filter.ids.isEmpty else { throw Refused(FollowUpFinding.nothingSelected) }
            let day = try form.neededDay("jour", titled: Catalogue.french.text("letters", "day"))
            let outcome = try await MarkLettersSent(campaign: campaign.selector, filter: filter, on: day)
                .perform(context)
            if outcome.findings.isEmpty {
                return call.seeOther(campaign.path("courriers", "fait=lettersSent&nombre=\(outcome.sent)"))
            }
            let done = outcome.sent > 0 ? [Notice.counted("lettersSent", outcome.sent)] : []
            return try await register(
                call, notices: done + outcome.findings.map { Notice($0) }, entered: form,
                status: .unprocessableContent)
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await register(
                call, notices: refused.findings.map { Notice($0) }, entered: form, status: .unprocessableContent)
        }
    }
}
