extension FrenchTexts {
    static let layout = [
        "skip": "Aller au contenu",
        "navigation": "Rubriques",
        "search": "Rechercher un élevage, un bovin, une intervention",
        "searchHint": "N° EDE, n° de bovin, nom, commune…",
        "signOut": "Se déconnecter",
        "foot": "Vigie, logiciel libre (AGPL-3.0)",
    ]

    static let navigation = [
        "home": "Accueil",
        "followUp": "Suivi",
        "work": "À faire",
        "documents": "Documents",
        "files": "Fichiers",
        "herds": "Élevages",
        "settings": "Paramètres",
        "audit": "Journal",
        "administration": "Comptes",
        "help": "Aide",
    ]

    static let fault = [
        "way": "Que faire",
        "home": "Retour à l'accueil",
    ]

    static let roles = [
        "national-authority": "administration centrale",
        "authority": "autorité du département",
        "delegate-region": "délégataire régional",
        "inspector": "opérateur d'inspection",
        "laboratory": "laboratoire",
        "dairy-laboratory": "laboratoire laitier",
        "veterinarian": "vétérinaire",
        "keeper": "éleveur",
        "administrator": "administrateur",
    ]
}
