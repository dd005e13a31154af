import Kernel
import Prophylaxis
import Register
import UseCases

/// The forms of a herd's page, for who may (PRO-23, PRO-25, PRO-59, PRO-63, PRO-148, PRO-207).
enum HerdActForms {
    static func all(_ herd: HerdIdentity, _ acts: HerdActs, _ maker: ActFormMaker) -> [ActForm] {
        (acts.offered.contains(.authorisationSet) ? authorisations(acts, maker) : [])
            + notes(acts, maker)
            + (acts.offered.contains(.herdMaintain) && herd.closedOn == nil ? [change(herd, maker)] : [])
            + HerdLifeForms.all(herd, acts, maker)
    }

    /// Raw milk only with the right to see it.
    static func kinds(_ acts: HerdActs) -> [AuthorisationKind] {
        AuthorisationKind.allCases.filter { $0 != .rawMilkSale || acts.offered.contains(.rawMilkRead) }
    }

    private static func authorisations(_ acts: HerdActs, _ maker: ActFormMaker) -> [ActForm] {
        let id = "autorisation"
        let new = maker.form(
            id, to: "autorisations", (maker.word("authorise"), "save", "authoriseHint"),
            [
                ActField("nature", in: id, maker.word("kind"), .choice(kinds(acts).map(choice))),
                ActField(
                    "maladie", in: id, maker.word("disease"),
                    .choice([Choice("", maker.word("everyDisease"))] + Disease.allCases.map(\.choice))
                ).optional,
                ActField("depuis", in: id, maker.word("since"), .line("date"), value: maker.today),
                ActField("jusqu", in: id, maker.word("until"), .line("date")).optional,
                ActField("reference", in: id, maker.word("reference"), .line("text")).optional,
            ],
            places: [
                RegisterEditFinding.periodReversed.rawValue: "jusqu",
                RegisterEditFinding.diseaseMissing.rawValue: "maladie",
                RegisterEditFinding.derogationOfTuberculosis.rawValue: "maladie",
                RegisterEditFinding.authorisationStands.rawValue: "nature",
            ])
        guard !acts.standing.isEmpty else { return [new] }
        let end = "autorisation-fin"
        let lines = acts.standing.map { entry in
            let kind = AuthorisationKind(rawValue: entry.kind).map(CodeWords.authorisation) ?? entry.kind
            let disease = entry.disease.flatMap { Disease(rawValue: $0) }.map { ", \($0.title)" } ?? ""
            return Choice(
                "\(entry.kind) \(entry.disease ?? "")", "\(kind)\(disease), \(entry.since.french)")
        }
        return [
            new,
            maker.form(
                end, to: "autorisations/fin", (maker.word("endAuthorisation"), "end", nil),
                [
                    ActField("autorisation", in: end, maker.word("authorisation"), .choice(lines)),
                    ActField("fin", in: end, maker.word("endsOn"), .line("date"), value: maker.today),
                    ActField("reference", in: end, maker.word("reference"), .line("text")).optional,
                ], places: [RegisterEditFinding.authorisationNotStanding.rawValue: "fin"]),
        ]
    }

    private static func choice(_ kind: AuthorisationKind) -> Choice {
        Choice(kind.rawValue, CodeWords.authorisation(kind))
    }

    /// An enquiry is the authority's; the rest of what is told, of who maintains the register.
    private static func notes(_ acts: HerdActs, _ maker: ActFormMaker) -> [ActForm] {
        let kinds = HerdNoteKind.allCases.filter { kind in
            acts.offered.contains(kind == .enquiry ? .enquiryRecord : .herdMaintain)
        }
        guard !kinds.isEmpty else { return [] }
        func title(_ kind: HerdNoteKind) -> Choice {
            Choice(kind.rawValue, Catalogue.french.text("herdNote", kind.rawValue))
        }
        let id = "information"
        let new = maker.form(
            id, to: "informations", (maker.word("noteHerd"), "save", nil),
            [
                ActField("nature", in: id, maker.word("kind"), .choice(kinds.map(title))),
                ActField(
                    "par", in: id, maker.word("toldBy"),
                    .choice(
                        HerdNoteSource.allCases.map {
                            Choice($0.rawValue, Catalogue.french.text("herdNoteSource", $0.rawValue))
                        })),
                ActField("jour", in: id, maker.word("toldOn"), .line("date"), value: maker.today),
                ActField("texte", in: id, maker.word("whatWasSaid"), .text),
            ])
        let standing = kinds.filter(acts.notes.contains)
        guard !standing.isEmpty else { return [new] }
        let end = "information-retrait"
        return [
            new,
            maker.form(
                end, to: "informations/retrait", (maker.word("withdrawNotes"), "withdraw", "withdrawNotesHint"),
                [ActField("nature", in: end, maker.word("kind"), .choice(standing.map(title)))]),
        ]
    }

    static var milk: [Choice] {
        MilkDelivery.allCases.map { Choice($0.rawValue, Catalogue.french.text("milkDelivery", $0.rawValue)) }
    }

    static var orientations: [Choice] {
        HerdOrientationCode.allCases.map { Choice($0.rawValue, Catalogue.french.text("orientation", $0.rawValue)) }
    }

    private static func change(_ herd: HerdIdentity, _ maker: ActFormMaker) -> ActForm {
        let id = "classe"
        let classes = HerdClass.allCases.map {
            Choice($0.rawValue, CodeWords.herdClass(code: $0.rawValue), isChosen: $0.rawValue == herd.herdClass)
        }
        let unchanged = Choice("", maker.word("unchanged"))
        return maker.form(
            id, to: "classe", (maker.word("changeHerd"), "save", "changeHerdHint"),
            [
                ActField("classe", in: id, maker.word("herdClass"), .choice(classes)),
                ActField(
                    "orientation", in: id, maker.word("orientation"), .choice([unchanged] + orientations)
                ).optional,
                ActField("lait", in: id, maker.word("milk"), .choice([unchanged] + milk)).optional,
                ActField("libelle", in: id, maker.word("herdName"), .line("text")).optional
                    .hinted(maker.word("herdNameHint")),
                ActField("motif", in: id, maker.word("reason"), .text),
            ],
            places: [
                RegisterEditFinding.justificationMissing.rawValue: "motif",
                RegisterEditFinding.nothingToChange.rawValue: "classe",
            ])
    }
}
