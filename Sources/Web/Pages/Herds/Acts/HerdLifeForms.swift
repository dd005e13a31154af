import Kernel
import Register
import UseCases

/// The forms that open, close and place a herd, and link it with others, for who may (PRO-20, PRO-22, PRO-42, PRO-43).
enum HerdLifeForms {
    static func all(_ herd: HerdIdentity, _ acts: HerdActs, _ maker: ActFormMaker) -> [ActForm] {
        let (maintains, isOpen) = (acts.offered.contains(.herdMaintain), herd.closedOn == nil)
        var forms: [ActForm] = []
        if acts.offered.contains(.productionTypeSet), isOpen { forms.append(place(maker)) }
        if acts.offered.contains(.herdLink) { forms += links(acts, maker) }
        if acts.offered.contains(.herdLocate) { forms.append(locate(maker)) }
        if maintains { forms += [isOpen ? close(maker) : reopen(maker), open(herd.holding, maker)] }
        return forms
    }

    /// - Parameter maker: of the holding's page or of a herd's: a herd is opened in its holding.
    static func open(_ holding: String, _ maker: ActFormMaker) -> ActForm {
        let id = "ouverture"
        let classes = HerdClass.allCases.map { Choice($0.rawValue, CodeWords.herdClass(code: $0.rawValue)) }
        let ofHolding = ActFormMaker(
            path: "/elevages/\(holding)", basis: maker.basis, today: maker.today, login: maker.login, echo: maker.echo)
        return ofHolding.form(
            id, to: "ateliers", (maker.word("openHerd"), "openHerdButton", "openHerdHint"),
            [
                ActField("code", in: id, maker.word("herdCode"), .line("text")).hinted(maker.word("herdCodeHint")),
                ActField("classe", in: id, maker.word("herdClass"), .choice(classes)),
                ActField(
                    "orientation", in: id, maker.word("orientation"),
                    .choice([Choice("", maker.word("usual"))] + HerdActForms.orientations)
                ).optional,
                ActField("lait", in: id, maker.word("milk"), .choice(HerdActForms.milk)),
                ActField("libelle", in: id, maker.word("herdName"), .line("text")).optional,
                ActField("jour", in: id, maker.word("openedOn"), .line("date"), value: maker.today),
                ActField("motif", in: id, maker.word("reason"), .text),
            ],
            places: [
                RegisterEditFinding.herdExists.rawValue: "code", RegisterEditFinding.herdCodeInvalid.rawValue: "code",
                RegisterEditFinding.holdingClosed.rawValue: "jour",
                RegisterEditFinding.justificationMissing.rawValue: "motif",
            ])
    }

    private static func close(_ maker: ActFormMaker) -> ActForm {
        let id = "fermeture"
        return maker.form(
            id, to: "fermeture", (maker.word("closeHerd"), "closeHerdButton", "closeHerdHint"),
            [
                ActField("jour", in: id, maker.word("closedOn"), .line("date"), value: maker.today),
                ActField("motif", in: id, maker.word("reason"), .text),
                ActField("malgre", in: id, maker.word("herdCattle"), .boxes([Choice("1", maker.word("closeAnyway"))]))
                    .optional,
            ],
            places: [
                RegisterEditFinding.herdHasAnimals.rawValue: "malgre",
                RegisterEditFinding.dateBeforeOpening.rawValue: "jour",
                RegisterEditFinding.justificationMissing.rawValue: "motif",
            ])
    }

    private static func reopen(_ maker: ActFormMaker) -> ActForm {
        let id = "reouverture"
        return maker.form(
            id, to: "reouverture", (maker.word("reopenHerd"), "reopenHerdButton", nil),
            [ActField("motif", in: id, maker.word("reason"), .text)],
            places: [RegisterEditFinding.justificationMissing.rawValue: "motif"])
    }

    private static func place(_ maker: ActFormMaker) -> ActForm {
        let id = "rattachement"
        let types = [ProductionType.dairy, .beef].map {
            Choice($0.rawValue, "\(maker.word("allOfType")) \(Catalogue.french.text("productionType", $0.rawValue))")
        }
        return maker.form(
            id, to: "bovins", (maker.word("placeAnimals"), "placeAnimalsButton", "placeAnimalsHint"),
            [
                ActField("lesquels", in: id, maker.word("which"), .choice([Choice("", maker.word("named"))] + types))
                    .optional,
                ActField("bovins", in: id, maker.word("animals"), .text).optional.hinted(maker.word("animalsHint")),
                ActField("jour", in: id, maker.word("since"), .line("date"), value: maker.today),
            ],
            places: [
                RegisterEditFinding.animalElsewhere.rawValue: "bovins",
                RegisterEditFinding.noAnimalToMove.rawValue: "bovins",
                RegisterEditFinding.dateBeforeOpening.rawValue: "jour",
            ])
    }

    private static func links(_ acts: HerdActs, _ maker: ActFormMaker) -> [ActForm] {
        let id = "lien"
        let new = maker.form(
            id, to: "liens", (maker.word("linkHerd"), "linkHerdButton", "linkHerdHint"),
            [
                ActField("autre", in: id, maker.word("otherHerd"), .line("text")).hinted(maker.word("otherHerdHint")),
                ActField("jour", in: id, maker.word("since"), .line("date"), value: maker.today),
                ActField("motif", in: id, maker.word("reason"), .text),
            ],
            places: [
                RegisterEditFinding.herdUnknown.rawValue: "autre",
                RegisterEditFinding.herdAmbiguous.rawValue: "autre",
                RegisterEditFinding.linkWithItself.rawValue: "autre", RegisterEditFinding.linkStands.rawValue: "autre",
                RegisterEditFinding.justificationMissing.rawValue: "motif",
            ])
        guard !acts.links.isEmpty else { return [new] }
        let end = "lien-fin"
        return [
            new,
            maker.form(
                end, to: "liens/fin", (maker.word("unlinkHerd"), "end", nil),
                [
                    ActField(
                        "autre", in: end, maker.word("otherHerd"),
                        .choice(acts.links.map { Choice($0.herd, "\($0.herd), \($0.since.french)") })),
                    ActField("jour", in: end, maker.word("endsOn"), .line("date"), value: maker.today),
                ]),
        ]
    }

    private static func locate(_ maker: ActFormMaker) -> ActForm {
        let id = "position"
        return maker.form(
            id, to: "position", (maker.word("locateHerd"), "save", "locateHerdHint"),
            [
                ActField("position", in: id, maker.word("position"), .line("text")).hinted(maker.word("positionHint")),
                ActField("source", in: id, maker.word("positionSource"), .line("text"))
                    .hinted(maker.word("positionSourceHint")),
            ],
            places: [
                RegisterEditFinding.positionInvalid.rawValue: "position",
                RegisterEditFinding.justificationMissing.rawValue: "source",
            ])
    }
}
