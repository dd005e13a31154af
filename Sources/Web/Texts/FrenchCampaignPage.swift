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
        "more": "autres", "letters": "Courriers par lot", "kind": "Courrier", "write": "Écrire les courriers",
        "lettersHint":
            "Un courrier par intervention qui le motive et ne l'a pas encore reçu ; le lot est un fichier PDF.",
        "preview": "Aperçu des 10 premiers (PDF)",
        "again": "aussi là où il a déjà été écrit", "nothing": "Aucun courrier à écrire.",
        "register": "Registre des courriers", "title2": "Courriers", "sent": "Envoyé le", "none": "Aucun courrier.",
        "number": "N°", "recipient": "Destinataire", "written": "Écrit le", "intervention": "Intervention",
    ]

    static let help = [
        "title": "Aide", "rules": "Recueil des règles", "glossary": "Glossaire", "clauses": "Règle",
        "parameters": "Paramètres", "codes": "Codes", "source": "Sources", "none": "aucun", "version": "version",
        "name": "Nom", "default": "Valeur par défaut", "meaning": "Sens", "back": "Retour à l'aide",
        "pages": "Les pages", "code": "Code", "word": "Mot",
    ]
}
