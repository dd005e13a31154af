import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// Changes what is planned for a herd: from bulk milk to blood (PRO-202), a visit outside the campaign (PRO-137).
enum PlanActs {
    static let endpoints = [
        Endpoint(.post, "/interventions/:number/lait-sang", .may(.interventionMatrix)) {
            try await InterventionActs.act($0, "toBlood", passToBlood)
        },
        Endpoint(.post, "/interventions/:number/hors-campagne", .may(.outsideVisitPlan)) { call in
            try await InterventionActs.act(call, then: { "/interventions/\($0)?fait=outsidePlanned" }, planVisit)
        },
    ]

    static func forms(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        bloodForm(file, maker) + visitForm(file, maker)
    }

    private static func bloodForm(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        let diseases = [Disease.brucellosis, .leukosis].filter { file.acts.plans[$0]?.contains(.milk) == true }
        guard file.isOpen, file.standingReport == nil, file.offers(.interventionMatrix), !diseases.isEmpty else {
            return []
        }
        let id = "lait-sang"
        return [
            maker.form(
                id, to: "lait-sang", (maker.word("toBlood"), "toBloodButton", "toBloodHint"),
                [
                    ActField("maladie", in: id, maker.word("disease"), .choice(diseases.map(\.choice))),
                    ActField("motif", in: id, maker.word("reason"), .text),
                ],
                places: [
                    CampaignFinding.reasonMissing.rawValue: "motif", FollowUpFinding.noMilkPlan.rawValue: "maladie",
                ])
        ]
    }

    private static func visitForm(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        let diseases = Disease.allCases.filter { disease in
            file.acts.plans[disease].map { !$0.subtracting([.milk]).isEmpty } ?? false
        }
        guard file.isOpen, file.head.kind == "main", file.offers(.outsideVisitPlan), !diseases.isEmpty else {
            return []
        }
        let id = "hors-campagne"
        return [
            maker.form(
                id, to: "hors-campagne", (maker.word("outsideVisit"), "plan", "outsideVisitHint"),
                [
                    ActField("jour", in: id, maker.word("plannedFor"), .line("date")),
                    ActField(
                        "maladies", in: id, maker.word("diseases"),
                        .boxes(diseases.map { Choice($0.rawValue, $0.title, isChosen: true) })),
                    ActField("motif", in: id, maker.word("reason"), .text),
                ],
                places: [
                    CampaignFinding.reasonMissing.rawValue: "motif",
                    CampaignFinding.outsideVisitDay.rawValue: "jour",
                    CampaignFinding.outsideVisitPlanMissing.rawValue: "maladies",
                ])
        ]
    }

    private static func passToBlood(_ act: InterventionActs.Case) async throws -> [Finding] {
        guard let disease = Disease(rawValue: try act.form.require("maladie")) else { throw WebFault.formUnreadable }
        _ = try await PassToBlood(
            campaign: act.campaign, intervention: act.number, disease: disease, reason: act.text("motif") ?? ""
        ).perform(act.context)
        return []
    }

    /// Returns the number of the new intervention.
    private static func planVisit(_ act: InterventionActs.Case) async throws -> String {
        let diseases = act.form.values("maladies").map { Disease(rawValue: $0) }
        guard !diseases.contains(nil) else { throw WebFault.formUnreadable }
        guard !diseases.isEmpty else {
            throw Refused(
                FormFinding.fieldMissing,
                ["field": Catalogue.french.text("acts", "diseases"), "name": "maladies"])
        }
        let head = try await ReadInterventionFile(act.identity).perform(act.context).head
        var visit = PlanOutsideVisit(
            selector: act.campaign, herd: HerdReference(holding: head.holding, herd: head.herd),
            plannedOn: try act.form.neededDay("jour", "plannedFor"),
            reason: act.text("motif") ?? "")
        visit.diseases = diseases.compactMap { $0 }
        return try await visit.perform(act.context).intervention.number
    }
}
