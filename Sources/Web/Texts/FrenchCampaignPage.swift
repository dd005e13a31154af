extension FrenchTexts {
    static let campaign = [
        "all": "Campagnes", "campaign": "Campagne", "state": "État", "dates": "Dates", "figures": "Chiffres",
        "deadlines": "Échéances", "checks": "Liste de contrôle", "checked": "Rien à signaler.",
        "change": "Voir et changer les paramètres",
        "parameters": "Paramètres", "parameter": "Paramètre", "value": "Valeur", "origin": "Origine",
        "source": "Source", "weekEnd": "Au", "starts": "Interventions commencées, en tout",
        "reports": "Rapports émis, en tout",
    ]

    static let desk = [
        "title": "Bureau de l'autorité", "open": "Ouvrir la liste", "empty": "Rien n'attend l'autorité.",
        "more": "autres", "register": "Registre des courriers",
    ]

    static let help = [
        "title": "Aide", "rules": "Recueil des règles", "glossary": "Glossaire", "clauses": "Règle",
        "parameters": "Paramètres", "codes": "Codes", "source": "Sources", "none": "aucun", "version": "version",
        "name": "Nom", "default": "Valeur par défaut", "meaning": "Sens", "back": "Retour à l'aide",
        "pages": "Les pages", "code": "Code", "word": "Mot",
    ]
}
