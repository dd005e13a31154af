extension FrenchTexts {
    static let proposals = [
        "title": "Reprendre les propositions", "value": "Évaluation proposée", "total": "En tout",
        "hint":
            "Les propositions définitives des maladies que personne n'a évaluées. Décochez ce que vous ne reprenez pas "
            + "; ce que vous confirmez est enregistré comme votre évaluation.",
        "none": "Aucune proposition définitive n'attend.", "accept": "Confirmer et évaluer",
        "left": "Ce qui n'est pas repris", "nothingLeft": "Rien d'autre.",
        "provisional": "proposition(s) encore provisoires : elles peuvent changer.",
        "evaluated": "évaluation(s) déjà saisies : elles restent telles quelles.",
        "byHand": "proposition(s) à évaluer une par une : il manque un commentaire, une preuve ou une décision.",
        "more": "autres, sur la page de chaque intervention.", "recompute": "Recalculer les statuts",
    ]
}
