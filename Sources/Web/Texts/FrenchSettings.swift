extension FrenchTexts {
    static let settings = [
        "title": "Paramètres du département", "convention": "Convention technique",
        "change": "Changer", "noConvention": "Aucune convention n'est enregistrée.",
        "senders": "Expéditeurs des courriers",
        "letters": "Textes des courriers", "own": "texte du département", "national": "texte par défaut",
        "signatory": "Signataire", "function": "Fonction", "contact": "Téléphone et courriel", "place": "Lieu",
        "toLaboratories": "Laboratoires : agréments, convention",
        "tolerance": "Règles de tolérance et paramètres",
        "toleranceHint":
            "Sous-réalisations admises, délais, laboratoires : ils se règlent par campagne, avec leur justification.",
        "noCampaign": "Aucune campagne n'est ouverte.",
        "reason": "Motif du changement", "save": "Enregistrer", "text": "Texte du courrier",
        "preview": "Aperçu (PDF)", "diseases": "Maladies déléguées", "steps": "Étapes déléguées",
        "withheld": "Actes gardés par l'autorité", "laboratories": "Laboratoires",
        "quadripartite": "Convention quadripartite", "tripartite": "Convention tripartite",
        "orders": "Arrêtés transmis", "rawMilk": "Ventes de lait cru visibles du délégataire",
        "map": "Carte déléguée", "links": "Liens épidémiologiques délégués",
        "retests": "Programmation des recontrôles déléguée", "yes": "oui", "no": "non",
        "delegation-total": "totale", "delegation-partial": "partielle", "delegation-none": "aucune",
    ]
}
