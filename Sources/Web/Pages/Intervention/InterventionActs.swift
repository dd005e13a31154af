import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// What the forms of the intervention's page do: each one a use case, with what the person saw when filling it in.
enum InterventionActs {
    static let endpoints =
        [
            Endpoint(.post, "/interventions/:number/evaluation", .may(.evaluationSet)) {
                try await act($0, "evaluation", evaluate)
            },
            Endpoint(.post, "/interventions/:number/rapport", .may(.reportIssue)) {
                try await act($0, "report", report)
            },
            Endpoint(.post, "/interventions/:number/rapport/brouillon.pdf", .may(.reportIssue), preview),
            Endpoint(.post, "/interventions/:number/invalidation", .may(.reportInvalidate)) {
                try await act($0, "invalidation", invalidate)
            },
            Endpoint(.post, "/interventions/:number/notes", .may(.interventionNote)) {
                try await act($0, "note", note)
            },
            Endpoint(.post, "/interventions/:number/non-realisation", .may(.nonCompletionDecide)) {
                try await act($0, "decision", decide)
            },
            Endpoint(.post, "/interventions/:number/non-realisation/levee", .may(.nonCompletionDecide)) {
                try await act($0, "revocation", revoke)
            },
            Endpoint(.post, "/interventions/:number/recontrole", .may(.retestOrder)) {
                try await act($0, "retest", retest)
            },
            Endpoint(.post, "/interventions/:number/recontrole/issue", .may(.retestOrder)) {
                try await act($0, "retestEnd", endRetest)
            },
            Endpoint(.post, "/interventions/:number/suite", .may(.followUpRecord)) {
                try await act($0, "followUp", followUp)
            },
        ] + ResultDecisions.endpoints + SerumActs.endpoints + EntryActs.endpoints + DysfunctionActs.endpoints
        + ListActs.endpoints + PlanActs.endpoints

    private static func evaluate(_ act: Case) async throws -> [Finding] {
        try await SetEvaluation(
            campaign: act.campaign, interventions: [act.number], choices: try act.form.evaluationChoices()
        ).perform(act.context)
    }

    private static func report(_ act: Case) async throws -> [Finding] {
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

    private static func invalidate(_ act: Case) async throws -> [Finding] {
        try await InvalidateReport(
            campaign: act.campaign, report: try act.form.require("rapport"), reason: act.text("motif") ?? ""
        ).perform(act.context)
        return []
    }

    private static func note(_ act: Case) async throws -> [Finding] {
        guard let kind = NoteKind(rawValue: try act.form.require("nature")) else { throw WebFault.formUnreadable }
        try await AddNote(
            campaign: act.campaign, intervention: act.number, kind: kind, text: try act.form.require("texte")
        ).perform(act.context)
        return []
    }

    private static func decide(_ act: Case) async throws -> [Finding] {
        guard let code = NonCompletionCode(rawValue: try act.form.require("code")) else {
            throw WebFault.formUnreadable
        }
        try await DecideNonCompletion(
            campaign: act.campaign, intervention: act.number, code: code, reason: act.text("motif")
        ).perform(act.context)
        return []
    }

    private static func revoke(_ act: Case) async throws -> [Finding] {
        try await RevokeNonCompletion(
            campaign: act.campaign, intervention: act.number, reason: act.text("motif") ?? ""
        ).perform(act.context)
        return []
    }

    private static func retest(_ act: Case) async throws -> [Finding] {
        guard let notified = try act.form.day("notifie") else { throw WebFault.formUnreadable }
        _ = try await OrderRetest(
            campaign: act.campaign, intervention: act.number, notifiedOn: notified, dueBy: try act.form.day("limite")
        ).perform(act.context)
        return []
    }

    private static func endRetest(_ act: Case) async throws -> [Finding] {
        guard let ending = RecordRetest.Ending(rawValue: try act.form.require("issue")) else {
            throw WebFault.formUnreadable
        }
        try await RecordRetest(campaign: act.campaign, intervention: act.number, ending: ending).perform(act.context)
        return []
    }

    private static func followUp(_ act: Case) async throws -> [Finding] {
        guard let code = FollowUpCode(rawValue: try act.form.require("code")) else { throw WebFault.formUnreadable }
        try await RecordFollowUp(
            campaign: act.campaign, report: try act.form.require("rapport"), code: code,
            comment: act.text("commentaire")
        ).perform(act.context)
        return []
    }
}

extension Form {
    /// A field's text without blanks around it; nil where it is empty.
    func text(_ name: String) -> String? {
        guard let value = value(name) else { return nil }
        let kept = value.drop { $0.isWhitespace }
        let end = kept.lastIndex { !$0.isWhitespace }
        return end.map { String(kept[...$0]) }
    }

    /// A day as browsers send it; nil where the field is empty.
    /// - Throws: `WebFault.formUnreadable` for what is no day.
    func day(_ name: String) throws -> Day? {
        guard let text = text(name) else { return nil }
        guard let day = Day(text) else { throw WebFault.formUnreadable }
        return day
    }

    /// The evaluations that were chosen; a disease left at "no change" has none (PRO-249).
    /// - Throws: `WebFault.formUnreadable` for a value that is none.
    func evaluationChoices() throws -> [Disease: EvaluationGuard.Choice] {
        var choices: [Disease: EvaluationGuard.Choice] = [:]
        for disease in Disease.allCases {
            let code = disease.rawValue
            guard let text = value("valeur-\(code)"), !text.isEmpty else { continue }
            guard let value = EvaluationValue(rawValue: text) else { throw WebFault.formUnreadable }
            choices[disease] = EvaluationGuard.Choice(
                value: value, comment: self.text("commentaire-\(code)"), proof: self.text("preuve-\(code)"))
        }
        return choices
    }
}
