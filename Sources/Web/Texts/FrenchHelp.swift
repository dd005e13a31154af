extension FrenchTexts {
    /// What each page is for: title and a sentence or two.
    static let helpPages: [(String, String)] = [
        (
            "Accueil",
            "Ce qui vous attend aujourd'hui : les listes de travail de vos campagnes, les fichiers refusés, la "
                + "clôture quand elle approche. Chaque liste s'ouvre et dit quoi faire, pour qui, jusqu'à quand."
        ),
        (
            "Suivi",
            "Le tableau des interventions : sans rapport, ou avec rapport. Filtres, tri et colonnes se gardent "
                + "sous un nom ; l'adresse de la page se transmet telle quelle. Cochez des interventions pour les "
                + "évaluer ensemble (PM garde l'évaluation d'une maladie) ou émettre leurs rapports."
        ),
        (
            "Intervention",
            "Tout d'une intervention : le statut de chaque maladie et pourquoi, les bovins du document "
                + "avec leurs entrées et sorties, les résultats, les rapports et leurs versions, les notes, "
                + "l'historique. Si quelqu'un l'a modifiée entre-temps, Vigie le dit et n'enregistre rien par-dessus."
        ),
        (
            "Campagne",
            "Où en est la campagne, ses échéances, sa liste de contrôle et ses paramètres, avec leur source."
        ),
        (
            "Bureau de l'autorité",
            "Ce que l'autorité seule décide : recontrôles, suites, résultats douteux, "
                + "contradictions, résultats à rattacher. Les courriers s'écrivent par lot."
        ),
        ("Journal", "Qui a fait quoi, quand, sur quoi. La chaîne des sceaux se vérifie à la demande."),
    ]

    static let glossary = [
        "status": "Statuts", "evaluation": "Évaluations", "report": "Rapports d'inspection",
        "nonCompletion": "Décisions de non réalisation",
    ]
}
