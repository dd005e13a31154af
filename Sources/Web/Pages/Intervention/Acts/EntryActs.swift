import Kernel
import Prophylaxis
import UseCases

/// What a person enters with its proof: a result on paper, the proof that the visit was made, a test made elsewhere
/// (PRO-192, PRO-233, PRO-242).
enum EntryActs {
    private static let root = "/interventions/:number/saisie"

    static let endpoints = [
        Endpoint(.post, root + "/resultat", .may(.resultsEnter)) {
            try await InterventionActs.act($0, "resultEntered", blood)
        },
        Endpoint(.post, root + "/preuve", .may(.resultsEnter)) {
            try await InterventionActs.act($0, "proofEntered", realisation)
        },
        Endpoint(.post, root + "/test-ailleurs", .may(.resultsEnter)) {
            try await InterventionActs.act($0, "elsewhereEntered", elsewhere)
        },
    ]

    static func forms(_ file: InterventionFile, _ maker: ActFormMaker) -> [ActForm] {
        guard file.isOpen, file.offers(.resultsEnter), !file.acts.plans.isEmpty else { return [] }
        let planned = Disease.allCases.filter { file.acts.plans[$0] != nil }
        let inBlood = planned.filter { file.acts.plans[$0]?.contains(.blood) == true }
        return (inBlood.isEmpty ? [] : [bloodForm(inBlood, maker)])
            + [realisationForm(planned, maker), elsewhereForm(planned, maker)]
    }

    private static func bloodForm(_ diseases: [Disease], _ maker: ActFormMaker) -> ActForm {
        let id = "saisie-resultat"
        let said = Interpretation.allCases.map {
            Choice($0.rawValue, Catalogue.french.text("interpretation", $0.rawValue))
        }
        return maker.form(
            id, to: "saisie/resultat", (maker.word("enterResult"), "save", "enterResultHint"),
            [
                disease(diseases, id, maker), animal(id, maker),
                ActField(
                    "interpretation", in: id, maker.word("interpretation"),
                    .choice([Choice("", maker.word("choose"))] + said)),
                ActField("preleve", in: id, maker.word("sampledField"), .line("date")), proof(id, maker),
            ],
            places: places([.dateInFuture: "preleve", .wrongMatrix: "maladie"]))
    }

    private static func realisationForm(_ diseases: [Disease], _ maker: ActFormMaker) -> ActForm {
        let id = "saisie-preuve"
        return maker.form(
            id, to: "saisie/preuve", (maker.word("enterProof"), "save", "enterProofHint"),
            [disease(diseases, id, maker), proof(id, maker)], places: places([:]))
    }

    private static func elsewhereForm(_ diseases: [Disease], _ maker: ActFormMaker) -> ActForm {
        let id = "saisie-ailleurs"
        return maker.form(
            id, to: "saisie/test-ailleurs", (maker.word("enterElsewhere"), "save", "enterElsewhereHint"),
            [
                disease(diseases, id, maker), animal(id, maker),
                ActField("teste", in: id, maker.word("testedField"), .line("date")), proof(id, maker),
            ],
            places: places([.testTooOld: "teste"]))
    }

    private static func places(_ more: [ResultsFinding: String]) -> [String: String] {
        more.reduce(into: [
            ResultsFinding.proofNeeded.rawValue: "preuve", ResultsFinding.animalUnknown.rawValue: "bovin",
        ]) { $0[$1.key.rawValue] = $1.value }
    }

    private static func disease(_ diseases: [Disease], _ id: String, _ maker: ActFormMaker) -> ActField {
        ActField("maladie", in: id, maker.word("disease"), .choice(diseases.map(\.choice)))
    }

    private static func animal(_ id: String, _ maker: ActFormMaker) -> ActField {
        ActField("bovin", in: id, maker.word("animal"), .line("text")).hinted(maker.word("animalHint"))
    }

    private static func proof(_ id: String, _ maker: ActFormMaker) -> ActField {
        ActField("preuve", in: id, maker.word("proof"), .line("text")).hinted(maker.word("proofHint"))
    }

    private static func enter(_ content: EnterResult.Content, _ act: InterventionActs.Case) async throws -> [Finding] {
        guard let disease = Disease(rawValue: try act.form.require("maladie")) else { throw WebFault.formUnreadable }
        _ = try await EnterResult(
            content, of: disease, in: (act.number, act.department), proof: act.text("preuve") ?? ""
        ).perform(act.context)
        return []
    }

    private static func blood(_ act: InterventionActs.Case) async throws -> [Finding] {
        let said = Interpretation(rawValue: try act.form.needed("interpretation", "interpretation"))
        guard let said else { throw WebFault.formUnreadable }
        return try await enter(
            .blood(
                animal: try act.form.animal("bovin", fictitious: act.takesFictitious), interpretation: said,
                sampledOn: try act.form.neededDay("preleve", "sampledField")), act)
    }

    private static func realisation(_ act: InterventionActs.Case) async throws -> [Finding] {
        try await enter(.realisation, act)
    }

    private static func elsewhere(_ act: InterventionActs.Case) async throws -> [Finding] {
        try await enter(
            .negativeElsewhere(
                animal: try act.form.animal("bovin", fictitious: act.takesFictitious),
                testedOn: try act.form.neededDay("teste", "testedField")), act)
    }
}
