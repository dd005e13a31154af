import Kernel
import Prophylaxis
import Store
import UseCases

/// Steps 10 and 11: the last statuses, evaluations and reports, what the authority does about them, the closing.
extension DemoRun {
    func conclude() async throws {
        try await receiveLateResults()
        try await reviewEmptyDocuments()
        try await receiveCorrections()
        try await decideNonCompletion()
        try await withdrawVisitsOfEmpty()
        try await proveTuberculin()
        try await endRetests()
        try await evaluate()
        try await closeAlerts()
        try await followUp()
        try await writeFollowUps()
        try await close()
        try await count(on: plan.closedOn)
        try await summarise()
    }

    /// Retests that nobody made within their limit.
    private func endRetests() async throws {
        let context = try await cast.context(.authority, on: plan.evaluatedOn)
        try await computeDue(on: plan.evaluatedOn)
        let open = try await waiting(.retests, on: plan.evaluatedOn)
        guard !open.isEmpty else { return }
        try await step("Recontrôles non réalisés", on: plan.evaluatedOn) {
            for number in open {
                try await RecordRetest(campaign: campaign, intervention: number, ending: .notDone).perform(context)
            }
            return counted(open.count, "constaté")
        }
    }

    private func evaluate() async throws {
        let context = try await cast.context(.inspector, on: plan.evaluatedOn)
        try await recompute(context, "Statuts de fin de campagne")
        let anomalies: [Status] = [.administrativeAnomaly, .sanitaryAnomaly]
        decisions += try await ExplainedDecision.choose(anomalies, campaign, in: database)
        try await step("Évaluations acceptées", on: context.today) {
            try await evaluateProven(context)
            let outcome = try await AcceptProposals(campaign: campaign).perform(context)
            let counts = EvaluationValue.allCases.compactMap { value in
                outcome.stored[value].map { "\(value.rawValue) \(grouped($0))" }
            }
            let corrected = try await evaluateCorrected(outcome.byHand, context)
            return (counts + ["saisies à la main \(proven.count + corrected)"]).joined(separator: ", ")
        }
        try await step("Rapports d'inspection émis", on: context.today) {
            let outcome = try await IssueReports(campaign: campaign).perform(context)
            let dated = try await issueWithDate(outcome.refusals, context)
            let counts = ReportValue.allCases.map { value in
                "\(value.rawValue) \(grouped((outcome.issued[value] ?? 0) + (dated[value] ?? 0)))"
            }
            return counts.joined(separator: ", ")
        }
        try await count(on: plan.evaluatedOn)
    }

    /// Where only milk came back, the inspector gives the date of realisation (PRO-177).
    private func issueWithDate(_ refusals: [Finding], _ context: Context) async throws -> [ReportValue: Int] {
        let undated = refusals.filter { $0.code == EvaluationFinding.completionDateMissing.rawValue }
            .compactMap { $0["intervention"] }
        guard !undated.isEmpty else { return [:] }
        let outcome = try await IssueReports(
            campaign: campaign, interventions: undated, completedOn: day(plan.prophylaxisYear - 1, 11, 25)
        ).perform(context)
        return outcome.issued
    }

    /// Each was looked at; a reason says so.
    private func closeAlerts() async throws {
        let context = try await cast.context(.authority, on: plan.followUpOn)
        let table = try await ListWork(campaign: campaign, kind: .alerts).perform(context)
        let items = table.rows.compactMap { $0.last.flatMap(Int64.init) }
        guard !items.isEmpty else { return }
        try await step("Alertes closes", on: plan.followUpOn) {
            for item in items {
                try await CloseWorkItem(
                    department: plan.department, item: item, reason: "Traitée : recontrôle, décision ou rapport C"
                ).perform(context)
            }
            return counted(items.count, "alerte")
        }
    }

    /// What the authority does about each report B or C.
    private func followUp() async throws {
        let context = try await cast.context(.authority, on: plan.followUpOn)
        let table = try await ListWork(campaign: campaign, kind: .withoutFollowUp).perform(context)
        var chance = plan.chance(.decisions)
        try await step("Suites données aux rapports", on: plan.followUpOn) {
            var counts: [FollowUpCode: Int] = [:]
            try await each("Suites", table.rows) { row in
                // The list names report and value: `RI-63-202600000034 B`.
                let parts = row[5].split(separator: " ").map(String.init)
                let code = code(parts.last ?? "", &chance)
                try await RecordFollowUp(
                    campaign: campaign, report: parts.first ?? "", code: code,
                    comment: "Décision de l'autorité (démonstration)"
                ).perform(context)
                counts[code, default: 0] += 1
            }
            return FollowUpCode.allCases.compactMap { code in counts[code].map { "\(code.rawValue) \($0)" } }
                .joined(separator: ", ")
        }
    }

    private func code(_ value: String, _ chance: inout SplitMix64) -> FollowUpCode {
        let codes: [(FollowUpCode, Int)] =
            value == "C"
            ? [(.suspension, 70), (.withdrawal, 20), (.formalNotice, 10)]
            : [(.none, 15), (.warning, 60), (.formalNotice, 24), (.offenceReport, 1)]
        return codes[chance.index(weights: codes.map(\.1))].0
    }

    private func close() async throws {
        let context = try await cast.context(.authority, on: plan.closedOn)
        try await step("Campagne close", on: plan.closedOn) {
            let readiness = try await ClosingReadiness(selector: campaign).perform(context)
            let remaining = readiness.table.rows.count
            let reason = remaining == 0 ? nil : "Interventions suivies par l'autorité hors campagne (démonstration)"
            _ = try await CloseCampaign(selector: campaign, overrideReason: reason).perform(context)
            return remaining == 0
                ? "rien ne restait à traiter" : "\(counted(remaining, "intervention restante")), motif consigné"
        }
        try await step("Bilan de campagne", on: plan.closedOn) {
            let balance = try await CampaignBalance(selector: campaign).perform(context)
            let path = folder.reports + "/bilan"
            try FileOutput.write(Array(balance.markdown.utf8), to: path + ".md")
            try FileOutput.write(try balance.pdf(), to: path + ".pdf")
            try FileOutput.write(try balance.table.csv(), to: path + ".csv")
            let list = try await ListCampaign(selector: campaign, kind: .interventions).perform(context)
            try FileOutput.write(try list.csv(), to: folder.reports + "/interventions.csv")
            var everything = FollowUpFilter()
            everything.limit = .max
            let followUp = try await ListFollowUp(campaign: campaign, filter: everything).perform(context)
            try FileOutput.write(try followUp.table.csv(), to: folder.reports + "/suivi.csv")
            return "\(balance.table.rows.count) lignes, en PDF, CSV et Markdown"
        }
    }
}
