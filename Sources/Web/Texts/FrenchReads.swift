extension FrenchTexts {
    static let reads = [
        "title": "Consultations",
        "audit": "Journal des actes",
        "link": "Qui a consulté quoi",
        "redacted": "Vous voyez qui a consulté, quand et quelle sorte d'objet, mais pas lequel.",
        "subject": "Objet",
        "kind": "Sorte",
        "door": "Voie",
        "count": "Fois",
        "herd": "atelier",
        "animal": "bovin",
        "intervention": "intervention",
        "paper": "document, rapport ou courrier",
        "door page": "page",
        "door api": "programme",
        "hint":
            "Les consultations d'un même objet par la même personne à moins de cinq minutes d'intervalle tiennent en "
            + "une ligne.",
        "empty": "Aucune consultation ne répond à ces filtres.",
    ]
}
