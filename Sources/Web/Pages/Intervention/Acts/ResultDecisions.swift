import Kernel
import Prophylaxis
import UseCases

/// The inspector's decision on a blood result that the laboratory left open (PRO-298, EX-03): a form for each.
enum ResultDecisions {
    static let endpoints = [
        Endpoint(.post, "/interventions/:number/decision", .may(.resultDecide)) { call in
            try await InterventionActs.act(call, "resultDecided", decide)
        }
    ]

    static func forms(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        guard file.isOpen, file.offers(.resultDecide) else { return [] }
        return file.acts.openResults.map { result in
            let id = "decision-\(result.disease.rawValue)-\(result.animal)"
            return maker.form(
                id, to: "decision", (title(result), "decide", hint(result)),
                [
                    ActField("maladie", in: id, "", .hidden, value: result.disease.rawValue),
                    ActField("bovin", in: id, "", .hidden, value: result.animal),
                    ActField("decision", in: id, maker.word("decision"), .choice(choices)),
                    ActField("motif", in: id, maker.word("reason"), .text),
                ],
                places: [
                    ResultsFinding.reasonNeeded.rawValue: "motif",
                    ResultsFinding.decisionNotAllowed.rawValue: "decision",
                ])
        }
    }

    private static let choices = [
        Choice("", Catalogue.french.text("acts", "choose")),
        Choice("NEG", Catalogue.french.text("interpretation", "NEG")),
        Choice("POS", Catalogue.french.text("interpretation", "POS")),
    ]

    /// `FR9910001000, Brucellose, prélevé le 02/11/2020 : DTX – douteux`, and what was decided so far.
    private static func title(_ result: OpenResult) -> String {
        let texts = Catalogue.french
        let said = result.interpretations.map { texts.text("interpretation", $0.isEmpty ? "none" : $0) }
        let head = [
            result.animal, result.disease.title, "\(texts.text("acts", "sampledOn")) \(result.sampledOn.french)",
        ].joined(separator: ", ")
        let decided = result.decision.map {
            " (\(texts.text("acts", "decidedSoFar")) \($0), \(result.decidedBy ?? "—"))"
        }
        return "\(head) : \(said.joined(separator: ", "))\(decided ?? "")"
    }

    private static func hint(_ result: OpenResult) -> String {
        if result.decision != nil { return "decisionAgainHint" }
        return result.interpretations == ["IN_ITPBLE"] ? "uninterpretableHint" : "decisionHint"
    }

    private static func decide(_ act: InterventionActs.Case) async throws -> [Finding] {
        let decision = ResultDecision(rawValue: try act.form.needed("decision", "decision"))
        guard let decision, let disease = Disease(rawValue: try act.form.require("maladie")) else {
            throw WebFault.formUnreadable
        }
        _ = try await DecideResult(
            decision, on: disease, of: try act.form.animal("bovin", fictitious: act.takesFictitious),
            in: (act.number, act.department), reason: act.text("motif") ?? ""
        ).perform(act.context)
        return []
    }
}
