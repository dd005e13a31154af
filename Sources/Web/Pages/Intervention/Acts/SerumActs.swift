import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// What a serum bank is asked to complete, and what it answered (PRO-255).
enum SerumActs {
    private static let root = "/interventions/:number/serotheque"

    static let endpoints = [
        Endpoint(.post, root, .may(.letterWrite)) { try await InterventionActs.act($0, "serumAsked", ask) },
        Endpoint(.post, root + "/reponse", .may(.letterWrite)) {
            try await InterventionActs.act($0, "serumAnswered", answer)
        },
        Endpoint(.get, root + "/:laboratory/demande.pdf", .may(.campaignRead)) { try await file($0, .pdf) },
        Endpoint(.get, root + "/:laboratory/demande.csv", .may(.campaignRead)) { try await file($0, .csv) },
        Endpoint(.get, root + "/:laboratory/demande.xml", .may(.campaignRead)) { try await file($0, .xml) },
    ]

    static func forms(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        guard file.isOpen, file.offers(.letterWrite) else { return [] }
        var forms: [ActForm] = []
        if file.isUntreated, file.head.kind == "main", !file.acts.shortfalls.isEmpty {
            let short = file.acts.shortfalls.map { row in
                let laboratory = row.laboratory?.name ?? maker.word("noLaboratory")
                return "\(row.disease.title) : \(row.missing) (\(laboratory))"
            }
            let title = "\(maker.word("askSerum")) – \(short.joined(separator: ", "))"
            forms.append(maker.form("serotheque-demande", to: "serotheque", (title, "ask", "askSerumHint"), []))
        }
        return forms + file.acts.serumRequests.map { answerForm($0, maker) }
    }

    private static func answerForm(_ request: SerumRequestEntry, _ maker: ActFormMaker) -> ActForm {
        let id = "serotheque-\(request.disease.rawValue)"
        let said = Catalogue.french.text("serumAnswer", request.answer ?? "none")
        return maker.form(
            id, to: "serotheque/reponse",
            (
                "\(maker.word("answerSerum")) \(request.laboratoryName ?? "—"), \(request.disease.title) : \(said)",
                "save", nil
            ),
            [
                ActField("maladie", in: id, "", .hidden, value: request.disease.rawValue),
                ActField(
                    "reponse", in: id, maker.word("serumAnswer"),
                    .choice([
                        Choice("", maker.word("choose")),
                        Choice("answered", Catalogue.french.text("serumAnswer", "answered")),
                        Choice("impossible", Catalogue.french.text("serumAnswer", "impossible")),
                    ])),
                ActField("note", in: id, maker.word("serumNote"), .text).optional.hinted(maker.word("serumNoteHint")),
            ], places: [SerumFinding.noteMissing.rawValue: "note"])
    }

    /// Of each laboratory that was asked and has not answered: the letter, its table and its analysis request.
    static func files(_ file: InterventionFile) -> [DossierPage.Link] {
        guard Set(file.acts.serumRequests.compactMap(\.laboratory)).isEmpty == false else { return [] }
        let open = file.acts.serumRequests.filter { $0.answer != "impossible" }
        let laboratories = Dictionary(open.compactMap { row in row.laboratory.map { ($0, row.laboratoryName ?? $0) } })
        {
            first, _ in first
        }
        return laboratories.sorted { $0.key < $1.key }.flatMap { code, name in
            ["pdf", "csv", "xml"].map { kind in
                DossierPage.Link(
                    title: "\(Catalogue.french.text("acts", "serumFile-\(kind)")) \(name)",
                    path: "/interventions/\(file.head.number)/serotheque/\(code.formEncoded)/demande.\(kind)")
            }
        }
    }

    private static func ask(_ act: InterventionActs.Case) async throws -> [Finding] {
        let outcome = try await RequestSerum(campaign: act.campaign, intervention: act.number) { _ in }
            .perform(act.context)
        if outcome.asked == 0 { throw Refused(outcome.findings) }
        return outcome.findings
    }

    private static func answer(_ act: InterventionActs.Case) async throws -> [Finding] {
        let answer = try act.form.needed("reponse", "serumAnswer")
        guard let disease = Disease(rawValue: try act.form.require("maladie")),
            ["answered", "impossible"].contains(answer)
        else { throw WebFault.formUnreadable }
        try await AnswerSerum(
            campaign: act.campaign, intervention: act.number, disease: disease,
            isImpossible: answer == "impossible", note: act.text("note")
        ).perform(act.context)
        return []
    }

    private static func file(_ call: Call, _ type: FileType) async throws -> Response {
        let intervention = try await InterventionPages.named(call)
        let files = try await ReadSerumRequest(of: intervention, laboratory: call.part("laboratory"))
            .perform(call.useCase(in: intervention.department))
        let name = "serotheque-\(intervention.number)"
        switch type {
        case .csv: return try call.download(files.table, "\(name).csv", .csv)
        case .xml:
            guard let request = files.request else { throw WebFault.notFound }
            return try call.download(request, "\(name).xml", .xml)
        default: return try call.inline(files.letter, "\(name).pdf", .pdf)
        }
    }
}
