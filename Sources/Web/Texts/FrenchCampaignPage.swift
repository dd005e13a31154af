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
        "pages": "Le manuel, page par page", "code": "Code",
        "rights": "Qui peut faire quoi", "rightsLink": "Qui peut faire quoi : les droits de chaque profil",
        "rightsHint":
            "Ce qui n'est pas dit ici est refusé. Chaque droit s'exerce dans un ressort : les départements du compte, "
            + "les élevages d'un vétérinaire ou d'un éleveur, l'organisme d'un laboratoire. La convention du "
            + "département peut retirer une étape au délégataire.",
        "act": "Acte", "who": "Profils", "you": "Vous", "yes": "oui", "no": "non", "nobody": "personne",
        "everybody": "tous les profils",
        "steps": "Comment faire", "notes": "À savoir", "onPage": "Aide de cette page",
    ]
}
