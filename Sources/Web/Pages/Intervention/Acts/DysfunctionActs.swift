import Kernel
import Prophylaxis
import UseCases

/// What went wrong with results and reports of an intervention (PRO-216, PRO-218), and the tuberculin report that did
/// not come (PRO-194).
enum DysfunctionActs {
    static let endpoints = [
        Endpoint(.post, "/interventions/:number/dysfonctionnement", .may(.resultsEnter)) {
            try await InterventionActs.act($0, "dysfunction", record)
        },
        Endpoint(.post, "/interventions/:number/compte-rendu-absent", .may(.resultsEnter)) {
            try await InterventionActs.act($0, "reportAbsent", absent)
        },
    ]

    /// That no report came has an act of its own.
    private static let kinds = DysfunctionKind.allCases.filter { $0 != .reportAbsent }

    static func forms(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        guard file.isOpen, file.offers(.resultsEnter) else { return [] }
        let id = "dysfonctionnement"
        let note = maker.form(
            id, to: "dysfonctionnement", (maker.word("dysfunction"), "save", nil),
            [
                ActField("nature", in: id, maker.word("kind"), .choice(kinds.map { Choice($0.rawValue, $0.title) })),
                ActField("concerne", in: id, maker.word("concerned"), .line("text")).optional
                    .hinted(maker.word("concernedHint")),
                ActField("note", in: id, maker.word("whatHappened"), .text),
            ], places: [ResultsFinding.reasonNeeded.rawValue: "note"])
        guard file.acts.plans[.tuberculosis]?.contains(.skin) == true, !file.acts.hasTuberculinReport else {
            return [note]
        }
        return [
            note,
            maker.form(
                "compte-rendu-absent", to: "compte-rendu-absent", (maker.word("reportAbsent"), "save", "absentHint"),
                []),
        ]
    }

    private static func record(_ act: InterventionActs.Case) async throws -> [Finding] {
        guard let kind = DysfunctionKind(rawValue: try act.form.require("nature")), kinds.contains(kind) else {
            throw WebFault.formUnreadable
        }
        try await RecordDysfunction(
            kind, in: act.campaign, intervention: act.number, concerned: act.text("concerne"),
            note: act.text("note") ?? ""
        ).perform(act.context)
        return []
    }

    private static func absent(_ act: InterventionActs.Case) async throws -> [Finding] {
        try await RecordAbsentReport(act.number, department: act.department).perform(act.context)
        return []
    }
}
