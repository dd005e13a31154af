import Kernel
import Prophylaxis
import Register
import UseCases

/// Everything about one intervention on one page, and what may be done about it.
struct InterventionPage: PageModel {
    static let manual: String? = "intervention"
    struct Fact: Sendable {
        let label: String
        let value: String
        let path: String?
    }

    struct Report: Sendable {
        let number: String
        let version: Int
        let value: String
        let issued: String
        let comment: String?
        let invalidated: String?
        /// Said beside the value of the standing report.
        let contradicted: String?
        let followUps: [String]
        let pdf: String
    }

    struct Contradiction: Sendable {
        let sentence: String
        let when: String
        let file: String?
    }

    struct Paper: Sendable {
        let title: String
        let detail: String
        let pdf: String?
    }

    struct Words: Sendable {
        let when: String
        let who: String
        let kind: String
        let text: String
    }

    let title: String
    let path: String
    let campaign: String
    let followUp: String
    var notices: [Notice]
    let isRefused: Bool
    /// What stands, in a sentence: report, decision of non-completion, withdrawal.
    let standing: [String]
    /// What came after the report and does not go with it: the first thing to know here.
    let contradictions: [Contradiction]
    /// Received results that name it and count nowhere yet, each with its file.
    let waiting: [Fact]
    let facts: [Fact]
    let diseases: [DiseaseCard]
    let animals: [AnimalLine]
    let animalCount: Int
    let paper: [Dossier.Section]
    let returned: [Dossier.Section]
    let tasks: [Dossier.Section]
    let trace: [Dossier.Section]
    let reports: [Report]
    let papers: [Paper]
    let letters: [Paper]
    let notes: [Words]
    let pieces: PaperPart
    let timeline: [TimelineEvent]
    let forms: InterventionForms
    let acts: ActForms
    /// Something may be done at all.
    let hasActs: Bool
    /// Pages of what may be done about its documents.
    var actions: [DossierPage.Link] = []

    init(_ file: InterventionFile, _ call: Call, notices: [Notice] = [], echo: FormEcho = .none) throws {
        let (texts, number) = (Catalogue.french, file.head.number)
        title = "\(texts.text("intervention", "title")) \(number)"
        path = "/interventions/\(number)"
        let selector = file.campaign.selector
        let address = CampaignAddress(selector.department, selector.year ?? 0, selector.name)
        campaign = address.title
        followUp = address.path("suivi")
        self.notices = notices
        isRefused = notices.contains { $0.kind == Notice.Kind.refused.rawValue }
        standing = InterventionPage.standing(file)
        contradictions = InterventionPage.contradictions(file)
        waiting = file.waiting.map {
            Fact(
                label: texts.text("intervention", $0.results > 1 ? "waitingMany" : "waitingOne"),
                value: String($0.results), path: "/fichiers/\($0.file)")
        }
        facts = InterventionPage.facts(file)
        let time = LocalTime(selector.department)
        diseases = file.diseases.map { DiseaseCard($0, time, entered: echo.form) }
        animals = file.animals.map(AnimalLine.init)
        animalCount = file.animals.count
        (paper, returned) = (file.paper.map { $0.shown(time) }, file.returned.map { $0.shown(time) })
        (tasks, trace) = (file.tasks.map { $0.shown(time) }, file.trace.map { $0.shown(time) })
        reports = file.reports.reversed().map { InterventionPage.report($0, file) }
        papers = InterventionPage.papers(file)
        letters = file.letters.map { letter in
            Paper(
                title: LetterChoice(rawValue: letter.kind)?.title ?? letter.kind,
                detail: "\(letter.writtenOn.french), \(letter.recipient)",
                pdf: "/interventions/\(number)/courriers/\(letter.id)/courrier.pdf")
        }
        notes = file.notes.reversed().map {
            Words(
                when: time.text($0.writtenAt), who: $0.writtenBy, kind: texts.text("note", $0.kind), text: $0.text)
        }
        pieces = try PaperPart(file.attachments, of: file.identity, call)
        timeline = TimelineEvent.all(file)
        forms = try InterventionForms(file, call, echo.form)
        acts = ActForms(file, forms, echo, login: try call.visit.actor.login)
        hasActs = forms.evaluate || !acts.others.isEmpty
    }

    private static func standing(_ file: InterventionFile) -> [String] {
        let texts = Catalogue.french
        var lines: [String] = []
        if file.head.isWithdrawn {
            lines.append("\(texts.text("intervention", "withdrawn")) \(file.head.stateReason ?? "")")
        }
        if let report = file.standingReport {
            lines.append(
                "\(texts.text("intervention", "reported")) \(texts.text("report", report.value.rawValue)), "
                    + report.issuedOn.french)
        }
        if let decision = file.standingNonCompletion {
            lines.append(
                "\(texts.text("intervention", "notDone")) \(texts.text("nonCompletion", decision.code.rawValue)), "
                    + decision.decidedOn.french)
        }
        if file.campaign.isClosed { lines.append(texts.text("intervention", "closed")) }
        return lines
    }

    /// Nothing contradicts a report that stands no more.
    private static func contradictions(_ file: InterventionFile) -> [Contradiction] {
        guard file.standingReport != nil else { return [] }
        let texts = Catalogue.french
        return file.contradictions.map {
            let disease = texts.areas["disease"]?.texts[$0.disease]
            return Contradiction(
                sentence: [disease, $0.sentence].compactMap(\.self).joined(separator: " – "),
                when: "\(texts.text("intervention", "arrived")) \($0.on.french)",
                file: $0.file.map { "/fichiers/\($0)" })
        }
    }

    private static func facts(_ file: InterventionFile) -> [Fact] {
        let head = file.head
        func fact(_ key: String, _ value: String?, path: String? = nil) -> Fact? {
            guard let value, !value.isEmpty else { return nil }
            return Fact(label: Catalogue.french.text("intervention", key), value: value, path: path)
        }
        let address = [head.address, head.insee.map { "(INSEE \($0))" } ?? ""].filter { !$0.isEmpty }
        return [
            fact("holding", "\(head.holding) \(head.name)", path: "/elevages/\(head.holding)"),
            fact("keeper", head.keeper), fact("address", address.joined(separator: " ")),
            fact("herd", "\(head.herd) (\(CodeWords.herdClass(code: head.herdClass)))"),
            fact("kind", Catalogue.french.text("interventionKind", head.kind)),
            fact("parent", head.parent, path: head.parent.map { "/interventions/\($0)" }),
        ].compactMap { $0 }
            + file.retests.compactMap { retest in
                fact(
                    "retestNumber",
                    retest.number.map {
                        "\($0), \(Catalogue.french.text("intervention", "orderedOn")) "
                            + retest.orderedOn.french
                    },
                    path: retest.number.map { "/interventions/\($0)" })
            }
            + [
                fact("planned", head.plannedOn?.french), fact("completed", head.completedOn?.french),
                fact("vet", head.veterinarian.map { "\($0) (\(head.orderNumber ?? "—"))" }),
            ].compactMap { $0 }
    }

    private static func report(_ report: ReportRow, _ file: InterventionFile) -> Report {
        let texts = Catalogue.french
        return Report(
            number: report.number, version: report.version, value: texts.text("report", report.value.rawValue),
            issued: "\(report.issuedOn.french), \(report.inspector), \(report.issuer)", comment: report.comment,
            invalidated: report.invalidatedOn.map { "\($0.french) : \(report.invalidationReason ?? "")" },
            contradicted: report.invalidatedOn == nil
                ? file.contradictions.first.map { "\(texts.text("intervention", "contradictedOn")) \($0.on.french)" }
                : nil,
            followUps: file.followUps.filter { $0.report == report.id && $0.isStanding }.map {
                "\(texts.text("followUpCode", $0.code.rawValue)), \($0.decidedOn.french) \($0.comment ?? "")"
            },
            pdf: "/interventions/\(file.head.number)/rapports/\(report.version)/rapport.pdf")
    }

    /// What editing would give, as long as nothing was edited.
    private static func proposed(_ file: InterventionFile, _ path: String) -> [Paper] {
        let isAwaited = file.campaign.isRunning && !file.head.isWithdrawn && file.diseases.contains(where: \.isVisited)
        guard isAwaited, !file.editions.contains(where: { ["draft", "validated"].contains($0.state) }) else {
            return []
        }
        return [
            Paper(
                title: Catalogue.french.text("intervention", "proposed"),
                detail: Catalogue.french.text("intervention", "proposedHint"), pdf: "\(path)/document-brouillon.pdf")
        ]
    }

    private static func papers(_ file: InterventionFile) -> [Paper] {
        let (texts, path) = (Catalogue.french, "/interventions/\(file.head.number)")
        let editions = file.editions.map { edition in
            Paper(
                title: "\(texts.text("timeline", "document")) n° \(edition.number)",
                detail: [
                    texts.text("editionState", edition.state), edition.editedOn.french,
                    edition.validUntil.map { "\(texts.text("intervention", "validUntil")) \($0.french)" } ?? "",
                ].filter { !$0.isEmpty }.joined(separator: ", "),
                pdf: edition.document == nil
                    ? edition.state == "draft" ? "\(path)/document-brouillon.pdf" : nil
                    : "\(path)/documents/\(edition.number)/document.pdf")
        }
        let copies = file.dispatches.map { copy in
            Paper(
                title: texts.text("copy", copy.copy.rawValue),
                detail: [
                    copy.recipient == file.head.orderNumber
                        ? "\(file.head.veterinarian ?? "") (n° \(copy.recipient))" : copy.recipient,
                    copy.sentOn.map { "\(texts.text("intervention", "sent")) \($0.french)" }
                        ?? texts.text("intervention", "unsent"), copy.problem ?? "",
                ].filter { !$0.isEmpty }.joined(separator: ", "),
                pdf: "\(path)/exemplaires/\(copy.id)/exemplaire.pdf")
        }
        return proposed(file, path) + editions + copies
    }
}

extension Dossier.Section {
    /// With days and instants as people write them; columns where no row has anything are left out.
    fileprivate func shown(_ time: LocalTime) -> Dossier.Section {
        let filled = columns.indices.filter { column in rows.contains { column < $0.count && !$0[column].isEmpty } }
        return Dossier.Section(
            title: title, columns: filled.map { columns[$0] },
            rows: rows.map { row in
                filled.map { $0 < row.count ? row[$0] : "" }.map { Day($0)?.french ?? time.text($0) }
            })
    }
}
