import Kernel
import Prophylaxis
import UseCases

/// A retest: ordered by the authority, given its day, closed without a result (PRO-262 to PRO-268, PRO-207).
enum RetestActs {
    private static let root = "/interventions/:number/recontrole"

    static let endpoints = [
        Endpoint(.post, root, .may(.retestOrder)) { try await InterventionActs.act($0, "retest", order) },
        Endpoint(.post, root + "/issue", .may(.retestOrder)) { try await InterventionActs.act($0, "retestEnd", end) },
        Endpoint(.post, root + "/jour", .may(.retestPlan)) {
            try await InterventionActs.act($0, "retestPlanned", plan)
        },
    ]

    static func forms(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        guard file.isOpen else { return [] }
        var forms: [ActForm] = []
        if file.offers(.retestOrder) {
            if file.openRetest != nil {
                forms.append(endForm(maker))
            } else if file.hasSuspicion {
                forms.append(orderForm(maker))
            }
        }
        let isVisited = file.diseases.contains { $0.state?.startedOn != nil }
        if file.head.kind == "retest", !isVisited, file.offers(.retestPlan) { forms.append(planForm(maker)) }
        return forms
    }

    /// Stands open: it is what such a result asks for.
    private static func orderForm(_ maker: ActFormMaker) -> ActForm {
        let id = "recontrole"
        var form = maker.form(
            id, to: "recontrole", (maker.word("orderRetest"), "orderRetest", "retestHint"),
            [
                ActField("notifie", in: id, maker.word("notified"), .line("date"), value: maker.today),
                ActField("limite", in: id, maker.word("limit"), .line("date")).optional,
            ], places: [EvaluationFinding.retestLimit.rawValue: "limite"])
        form.isOpen = true
        return form
    }

    private static func endForm(_ maker: ActFormMaker) -> ActForm {
        let id = "recontrole-issue"
        return maker.form(
            id, to: "recontrole/issue", (maker.word("endRetest"), "save", nil),
            [
                ActField(
                    "issue", in: id, maker.word("ending"),
                    .choice(
                        RecordRetest.Ending.allCases.map { Choice($0.rawValue, maker.word("retest-\($0.rawValue)")) }))
            ])
    }

    private static func planForm(_ maker: ActFormMaker) -> ActForm {
        let id = "recontrole-jour"
        return maker.form(
            id, to: "recontrole/jour", (maker.word("planRetest"), "planRetestButton", "planRetestHint"),
            [ActField("jour", in: id, maker.word("plannedFor"), .line("date"))],
            places: [EvaluationFinding.retestDay.rawValue: "jour"])
    }

    private static func order(_ act: InterventionActs.Case) async throws -> [Finding] {
        _ = try await OrderRetest(
            campaign: act.campaign, intervention: act.number, notifiedOn: try act.form.neededDay("notifie", "notified"),
            dueBy: try act.form.day("limite")
        ).perform(act.context)
        return []
    }

    private static func end(_ act: InterventionActs.Case) async throws -> [Finding] {
        guard let ending = RecordRetest.Ending(rawValue: try act.form.require("issue")) else {
            throw WebFault.formUnreadable
        }
        try await RecordRetest(campaign: act.campaign, intervention: act.number, ending: ending).perform(act.context)
        return []
    }

    private static func plan(_ act: InterventionActs.Case) async throws -> [Finding] {
        try await PlanRetest(
            campaign: act.campaign, intervention: act.number, on: try act.form.neededDay("jour", "plannedFor")
        ).perform(act.context)
        return []
    }
}

extension InterventionFile {
    /// Brucellosis that is not negative, or doubtful: what a retest is ordered for.
    fileprivate var hasSuspicion: Bool {
        diseases.contains {
            $0.disease == .brucellosis && ($0.state.map { $0.nonNegative > 0 || $0.doubtfulSeen > 0 } ?? false)
        }
    }
}
