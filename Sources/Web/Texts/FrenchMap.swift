extension FrenchTexts {
    static let map = [
        "title": "Carte",
        "byCommune": "Carte par commune",
        "byDepartment": "Carte des départements",
        "commune": "Commune",
        "department": "Département",
        "interventions": "Interventions",
        "treated": "Avec rapport ou décision",
        "share": "Part",
        "nonNegative": "Avec un non négatif",
        "none": "Aucune intervention à montrer.",
        "noShapes":
            "Les contours des départements ne sont pas installés sur ce serveur : le tableau dit la même chose.",
        "noPlaces":
            "Aucun élevage de cette campagne n'a de place sur la carte : le tableau dit la même chose.",
        "legend":
            "Plus un lieu est foncé, plus sa campagne est avancée ; un bord rouge signale un résultat non négatif. "
            + "Le tableau dit la même chose.",
        "unnamed": "sans commune connue",
        "year": "Campagne",
    ]
}
