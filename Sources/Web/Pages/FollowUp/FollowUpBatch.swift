import Hummingbird
import Kernel
import Prophylaxis
import Register
import UseCases

/// What the page offers for the lines that are ticked.
struct FollowUpBatchForm: Sendable {
    struct Disease: Sendable {
        let code: String
        let name: String
        let choices: [Choice]
        let comment: String
    }

    /// Where the buttons go, with the filters of the page.
    let evaluation: String
    let reports: String
    let invalidation: String
    let evaluate: Bool
    let report: Bool
    let invalidate: Bool
    /// Lines may be ticked at all.
    let any: Bool
    let diseases: [Disease]
    /// What was typed in a batch that was refused; it stands open again.
    let comment: String
    let reason: String
    let reopens: Reopened
    let seenAt: String

    struct Reopened: Sendable {
        var evaluation = false
        var reports = false
        var invalidation = false
    }

    init(
        _ campaign: CampaignAddress, _ query: FollowUpQuery, _ visitor: (role: Role, now: String),
        _ refused: FollowUpBatch.Attempt?
    ) {
        let entered = refused?.form
        let texts = Catalogue.french
        func may(_ intention: Intention) -> Bool { Access.may(intention).allows(visitor.role) }
        evaluation = query.address(campaign.path("suivi/lot/evaluation"))
        reports = query.address(campaign.path("suivi/lot/rapports"))
        invalidation = query.address(campaign.path("suivi/lot/invalidation"))
        // Evaluations and reports are the first intervention's (decision 10).
        let isMain = query.kind == .main
        evaluate = isMain && query.level == "1" && may(.evaluationSet)
        report = isMain && query.level == "1" && may(.reportIssue)
        invalidate = isMain && query.level == "2" && may(.reportInvalidate)
        any = evaluate || report || invalidate
        seenAt = visitor.now
        (comment, reason) = (entered?.value("commentaire") ?? "", entered?.value("motif") ?? "")
        reopens = Reopened(
            evaluation: refused?.deed == .evaluation, reports: refused?.deed == .reports,
            invalidation: refused?.deed == .invalidation)
        diseases = Prophylaxis.Disease.allCases.map { disease in
            let code = disease.rawValue
            let chosen = entered?.value("valeur-\(code)") ?? ""
            return Disease(
                code: code, name: texts.text("disease", code),
                choices: [Choice("", texts.text("intervention", "unchanged"), isChosen: chosen.isEmpty)]
                    + EvaluationValue.allCases.map {
                        Choice($0.rawValue, texts.text("evaluation", $0.rawValue), isChosen: chosen == $0.rawValue)
                    }, comment: entered?.value("commentaire-\(code)") ?? "")
        }
    }
}

/// Evaluates, reports or invalidates the interventions that are ticked (PRO-239, PRO-249, PRO-272).
enum FollowUpBatch {
    private static let root = "/campagnes/:department/:year/suivi/lot"

    static let endpoints = [
        Endpoint(.post, root + "/evaluation", .may(.evaluationSet)) { try await act($0, .evaluation, evaluate) },
        Endpoint(.post, root + "/rapports", .may(.reportIssue)) { try await act($0, .reports, report) },
        Endpoint(.post, root + "/invalidation", .may(.reportInvalidate)) {
            try await act($0, .invalidation, invalidate)
        },
    ]

    enum Deed: Sendable {
        case evaluation, reports, invalidation
    }

    /// A batch that was refused, to be shown again as it was sent.
    struct Attempt: Sendable {
        let deed: Deed
        let form: Form
    }

    /// A line that was ticked, as it was seen.
    struct Pick: Sendable {
        let number: String
        let stamp: String
        let report: String

        init?(_ text: String) {
            let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3 else { return nil }
            (number, stamp, report) = (parts[0], parts[1], parts[2])
        }
    }

    struct Batch: Sendable {
        let form: Form
        let picks: [Pick]
        let campaign: CampaignSelector
        let context: Context

        var numbers: [String] { picks.map(\.number) }
    }

    private static func act(
        _ call: Call, _ deed: Deed, _ body: (Batch) async throws -> [Notice]
    ) async throws -> Response {
        let form = try await call.form()
        let picks = form.values("choix").compactMap(Pick.init)
        let campaign = try call.campaign()
        var context = try call.useCase(in: campaign.selector.department)
        context.basis = FormBasis(
            stamps: Dictionary(picks.map { ($0.number, $0.stamp) }) { first, _ in first },
            seenAt: try form.require("vu"))
        do {
            guard !picks.isEmpty else { throw Refused(FollowUpFinding.nothingSelected) }
            let notices = try await body(
                Batch(form: form, picks: picks, campaign: campaign.selector, context: context))
            return try await FollowUpPage.page(call, notices: notices)
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await FollowUpPage.page(
                call, notices: refused.findings.map { Notice($0) }, refused: Attempt(deed: deed, form: form),
                status: .unprocessableContent)
        }
    }

    private static func done(_ key: String, _ count: Int) -> Notice {
        Notice(.done, "\(Catalogue.french.text("batch", key)) \(count)")
    }

    private static func evaluate(_ batch: Batch) async throws -> [Notice] {
        let warnings = try await SetEvaluation(
            campaign: batch.campaign, interventions: batch.numbers, choices: try batch.form.evaluationChoices()
        ).perform(batch.context)
        return [done("evaluated", batch.picks.count)] + warnings.map { Notice($0) }
    }

    private static func report(_ batch: Batch) async throws -> [Notice] {
        let outcome = try await IssueReports(
            campaign: batch.campaign, interventions: batch.numbers, comment: batch.form.text("commentaire"),
            completedOn: try batch.form.day("realisee")
        ).perform(batch.context)
        let issued = ReportValue.allCases.compactMap { value in
            outcome.issued[value].map { "\(Catalogue.french.text("report", value.rawValue)) : \($0)" }
        }
        let notice = Notice(
            issued.isEmpty ? .warned : .done,
            Catalogue.french.text("batch", issued.isEmpty ? "noneIssued" : "issued") + " "
                + issued.joined(separator: ", "))
        return [notice] + outcome.refusals.map { Notice($0) }
    }

    /// One after the other: each report is taken back by an act of its own.
    private static func invalidate(_ batch: Batch) async throws -> [Notice] {
        let reason = batch.form.text("motif") ?? ""
        var (count, refusals): (Int, [Notice]) = (0, [])
        for pick in batch.picks {
            var context = batch.context
            context.basis = FormBasis(
                stamps: [pick.number: pick.stamp], seenAt: batch.context.basis?.seenAt ?? context.now)
            do {
                try await InvalidateReport(campaign: batch.campaign, report: pick.report, reason: reason)
                    .perform(context)
                count += 1
            } catch let refused as Refused {
                refusals += refused.findings.map { Notice($0) }
            }
        }
        return (count > 0 ? [done("invalidated", count)] : []) + refusals
    }
}
