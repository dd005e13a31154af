import Kernel
import Prophylaxis
import UseCases

/// Takes animals off the list: all of them before the first visit, to edit it anew; single ones after it, by two
/// persons (PRO-127, decision 7).
enum ListActs {
    private static let root = "/interventions/:number/annulation"

    static let endpoints = [
        Endpoint(.post, root + "/document", .may(.documentCancel)) {
            try await InterventionActs.act($0, "listCancelled", cancelList)
        },
        Endpoint(.post, root + "/bovins", .may(.documentCancelLate)) {
            try await InterventionActs.act($0, "cancelProposed") { act in
                let reason = try act.form.needed("motif", "reason")
                return try await cancel(act, .propose(reason: reason))
            }
        },
        Endpoint(.post, root + "/accord", .may(.documentCancelLate)) {
            try await InterventionActs.act($0, "cancelAgreed") { try await cancel($0, .agree) }
        },
        Endpoint(.post, root + "/retrait", .may(.documentCancelLate)) {
            try await InterventionActs.act($0, "cancelWithdrawn") { try await cancel($0, .withdraw) }
        },
    ]

    static func forms(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        guard file.isUntreated else { return [] }
        guard file.acts.begunOn != nil else {
            guard file.offers(.documentCancel), file.editions.contains(where: { $0.state == "validated" }) else {
                return []
            }
            let id = "annulation-document"
            return [
                maker.form(
                    id, to: "annulation/document", (maker.word("cancelList"), "cancelListButton", "cancelListHint"),
                    [ActField("motif", in: id, maker.word("reason"), .text)])
            ]
        }
        guard file.offers(.documentCancelLate) else { return [] }
        return lateForms(file.acts, maker)
    }

    /// One person asks, another agrees; either may take the request back.
    private static func lateForms(_ acts: OpenActs, _ maker: ActFormMaker) -> [ActForm] {
        var forms: [ActForm] = []
        if !acts.cancellable.isEmpty {
            let id = "annulation-bovins"
            forms.append(
                maker.form(
                    id, to: "annulation/bovins", (maker.word("cancelAnimals"), "cancelAsk", "cancelHint"),
                    [
                        ActField(
                            "bovins", in: id, maker.word("animals"), .boxes(acts.cancellable.map { Choice($0, $0) })),
                        ActField("motif", in: id, maker.word("reason"), .text),
                    ]))
        }
        let others = acts.proposals.filter { $0.by != maker.login }
        let steps = [
            ("annulation-accord", "annulation/accord", "cancelAgree", others),
            ("annulation-retrait", "annulation/retrait", "cancelWithdraw", acts.proposals),
        ]
        for (id, address, word, proposals) in steps where !proposals.isEmpty {
            let lines = proposals.map { Choice($0.animal, "\($0.animal) – \($0.reason) (\($0.by))") }
            forms.append(
                maker.form(
                    id, to: address, (maker.word(word), "confirm", nil),
                    [ActField("bovins", in: id, maker.word("animals"), .boxes(lines))]))
        }
        return forms
    }

    private static func cancelList(_ act: InterventionActs.Case) async throws -> [Finding] {
        let outcome = try await CancelDocument(
            campaign: act.campaign, number: act.number, reason: try act.form.needed("motif", "reason")
        ).perform(act.context)
        return outcome.edition.findings
    }

    private static func cancel(_ act: InterventionActs.Case, _ step: CancelAnimals.Step) async throws -> [Finding] {
        let animals = try act.form.values("bovins").map { text in
            do throws(NumberFault) {
                // Whoever is not on the list is refused anyway.
                return try AnimalNumber(parsing: text, country: "FR", fictitious: true)
            } catch {
                throw Refused(error, ["value": text])
            }
        }
        if animals.isEmpty { throw Refused(FormFinding.nothingTicked, ["name": "bovins"]) }
        _ = try await CancelAnimals(campaign: act.campaign, number: act.number, animals: animals, step: step)
            .perform(act.context)
        return []
    }
}
