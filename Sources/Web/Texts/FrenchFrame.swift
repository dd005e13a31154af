import Register
import UseCases

extension FrenchTexts {
    static let layout = [
        "skip": "Aller au contenu",
        "navigation": "Rubriques",
        "search": "Rechercher un élevage, un bovin, une intervention",
        "searchHint": "N° EDE, n° de bovin, nom, commune…",
        "signOut": "Se déconnecter",
        "restored":
            "Vos saisies d'avant la reconnexion sont revenues ; elles ne sont pas encore enregistrées.",
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

    /// What one does in each place: the first page of who has no campaign.
    static let purpose = [
        "home": "", "followUp": "Les interventions de la campagne.", "work": "Ce qui attend.",
        "documents": "Les documents de prélèvement.", "files": "Envoyer un fichier, corriger les lignes refusées.",
        "herds": "Les élevages, leurs bovins, leur histoire.", "settings": "Convention, signataires, courriers.",
        "audit": "Qui a fait quoi, quand, et la chaîne des sceaux.",
        "administration": "Inviter, rattacher, désactiver ; état du système.",
        "help": "Le manuel, le glossaire, le recueil des règles.",
        "account": "", "signIn": "", "fault": "",
    ]

    static let fault = [
        "way": "Que faire",
        "home": "Retour à l'accueil", "line": "ligne", "column": "colonne",
        "unfiltered": "Rouvrir la page sans filtre",
    ]

    static let roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.rawValue, RoleWords.french($0)) })
}
