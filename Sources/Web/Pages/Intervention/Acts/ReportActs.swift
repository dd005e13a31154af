import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// The inspection report: looked at, issued, taken back, and what the authority made of it (PRO-269 to PRO-274).
enum ReportActs {
    private static let root = "/interventions/:number"

    static let endpoints = [
        Endpoint(.post, root + "/rapport", .may(.reportIssue)) {
            try await InterventionActs.act($0, "report", issue)
        },
        Endpoint(.post, root + "/rapport/brouillon.pdf", .may(.reportIssue), preview),
        Endpoint(.post, root + "/invalidation", .may(.reportInvalidate)) {
            try await InterventionActs.act($0, "invalidation", invalidate)
        },
        Endpoint(.post, root + "/suite", .may(.followUpRecord)) {
            try await InterventionActs.act($0, "followUp", followUp)
        },
    ]

    static func forms(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        let issued = file.isUntreated && file.head.kind == "main" && file.offers(.reportIssue)
        guard let report = file.standingReport else { return issued ? [issueForm(maker)] : [] }
        let isInvalidated = file.isOpen && file.offers(.reportInvalidate)
        let isFollowedUp = report.value.isNonCompliant && file.offers(.followUpRecord)
        return (isInvalidated ? [invalidationForm(report.number, maker)] : [])
            + (isFollowedUp ? [followUpForm(report.number, maker)] : [])
    }

    private static func issueForm(_ maker: ActFormMaker) -> ActForm {
        let id = "rapport"
        var form = maker.form(
            id, to: "rapport", (maker.word("issue"), "issue", "issueHint"),
            [
                ActField("commentaire", in: id, maker.word("comment"), .text).optional,
                ActField("realisee", in: id, maker.word("completedField"), .line("date")).optional,
            ], places: [EvaluationFinding.completionDateMissing.rawValue: "realisee"])
        form.other = (path: form.path + "/brouillon.pdf", title: maker.word("previewReport"))
        return form
    }

    private static func invalidationForm(_ report: String, _ maker: ActFormMaker) -> ActForm {
        let id = "invalidation"
        return maker.form(
            id, to: "invalidation", (maker.word("invalidate"), "invalidate", nil),
            [
                ActField("rapport", in: id, "", .hidden, value: report),
                ActField("motif", in: id, maker.word("reason"), .text),
            ], places: [EvaluationFinding.reasonMissing.rawValue: "motif"])
    }

    private static func followUpForm(_ report: String, _ maker: ActFormMaker) -> ActForm {
        let id = "suite"
        let codes = FollowUpCode.allCases.map {
            Choice($0.rawValue, Catalogue.french.text("followUpCode", $0.rawValue))
        }
        return maker.form(
            id, to: "suite", (maker.word("recordFollowUp"), "save", nil),
            [
                ActField("rapport", in: id, "", .hidden, value: report),
                ActField("code", in: id, maker.word("followUpField"), .choice(codes)),
                ActField("commentaire", in: id, maker.word("comment"), .text).optional,
            ])
    }

    private static func issue(_ act: InterventionActs.Case) async throws -> [Finding] {
        let outcome = try await IssueReports(
            campaign: act.campaign, interventions: [act.number], comment: act.text("commentaire"),
            completedOn: try act.form.day("realisee")
        ).perform(act.context)
        if outcome.issued.isEmpty { throw Refused(outcome.refusals) }
        return []
    }

    /// The report that the form would issue, to look at first.
    private static func preview(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let intervention = try await InterventionPages.named(call)
        let context = try call.useCase(in: intervention.department)
        let campaign = try await CampaignOfIntervention(intervention).perform(context)
        do {
            let file = try await PreviewReport(
                campaign: campaign, intervention: intervention.number, comment: form.text("commentaire"),
                completedOn: try form.day("realisee")
            ).perform(context)
            return try call.inline(file.bytes, file.name, .pdf)
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await InterventionPages.page(
                call, notices: refused.findings.map { Notice($0) },
                echo: FormEcho(form: form, findings: refused.findings), status: .unprocessableContent)
        }
    }

    private static func invalidate(_ act: InterventionActs.Case) async throws -> [Finding] {
        try await InvalidateReport(
            campaign: act.campaign, report: try act.form.require("rapport"), reason: act.text("motif") ?? ""
        ).perform(act.context)
        return []
    }

    private static func followUp(_ act: InterventionActs.Case) async throws -> [Finding] {
        guard let code = FollowUpCode(rawValue: try act.form.require("code")) else { throw WebFault.formUnreadable }
        try await RecordFollowUp(
            campaign: act.campaign, report: try act.form.require("rapport"), code: code,
            comment: act.text("commentaire")
        ).perform(act.context)
        return []
    }
}
