import Kernel
import Prophylaxis
import UseCases

/// The decision that an intervention has no report, and its lifting (PRO-284).
enum NonCompletionActs {
    private static let root = "/interventions/:number/non-realisation"

    static let endpoints = [
        Endpoint(.post, root, .may(.nonCompletionDecide)) { try await InterventionActs.act($0, "decision", decide) },
        Endpoint(.post, root + "/levee", .may(.nonCompletionDecide)) {
            try await InterventionActs.act($0, "revocation", revoke)
        },
    ]

    static func forms(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        guard file.isOpen, file.offers(.nonCompletionDecide) else { return [] }
        if file.standingNonCompletion != nil { return [revocationForm(maker)] }
        return file.isUntreated && file.head.kind == "main" ? [decisionForm(maker)] : []
    }

    private static func decisionForm(_ maker: ActFormMaker) -> ActForm {
        let id = "non-realisation"
        let codes = NonCompletionCode.allCases.filter(\.isForInspectors).map {
            Choice($0.rawValue, Catalogue.french.text("nonCompletion", $0.rawValue))
        }
        return maker.form(
            id, to: "non-realisation", (maker.word("decideNonCompletion"), "decideNonCompletion", nil),
            [
                ActField("code", in: id, maker.word("ground"), .choice(codes)),
                ActField("motif", in: id, maker.word("precision"), .text).optional,
            ], places: [EvaluationFinding.nonCompletionCodeReserved.rawValue: "code"])
    }

    private static func revocationForm(_ maker: ActFormMaker) -> ActForm {
        let id = "levee"
        return maker.form(
            id, to: "non-realisation/levee", (maker.word("revoke"), "revoke", nil),
            [ActField("motif", in: id, maker.word("reason"), .text)],
            places: [EvaluationFinding.reasonMissing.rawValue: "motif"])
    }

    private static func decide(_ act: InterventionActs.Case) async throws -> [Finding] {
        guard let code = NonCompletionCode(rawValue: try act.form.require("code")) else {
            throw WebFault.formUnreadable
        }
        try await DecideNonCompletion(
            campaign: act.campaign, intervention: act.number, code: code, reason: act.text("motif")
        ).perform(act.context)
        return []
    }

    private static func revoke(_ act: InterventionActs.Case) async throws -> [Finding] {
        try await RevokeNonCompletion(
            campaign: act.campaign, intervention: act.number, reason: act.text("motif") ?? ""
        ).perform(act.context)
        return []
    }
}
