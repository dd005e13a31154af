/// Dates that follow from a campaign's own two.
extension RuleText {
    static let campaignDeadlines = RuleText(
        summary: "Dates qui découlent du début et de la fin d'une campagne.",
        clauses: [
            "Autorisations à jour 15 jours avant le début.",
            "Clôture de 1 à 2 mois après la fin ; calcul des statuts jusqu'à 3 mois après elle.",
            "Clôture d'office après le premier 15 septembre qui suit la fin.",
            "Résultats de lait lus du 1er septembre au 30 juin.",
            "Un mois plus tard : le même quantième, ramené au dernier jour du mois s'il n'existe pas.",
        ],
        parameters: [
            "authorisationsDaysBefore": "jours avant le début pour mettre à jour les autorisations",
            "closingFromMonths": "mois après la fin où la clôture s'ouvre",
            "closingUntilMonths": "mois après la fin où elle est due",
            "computationMonths": "mois après la fin où le calcul des statuts s'arrête",
        ])
}
