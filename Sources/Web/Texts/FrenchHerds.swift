extension FrenchTexts {
    static let dossier = [
        "sections": "Rubriques de la page",
        "intervention": "Dernière intervention",
        "addToCampaign": "Ajouter à la campagne en cours",
        "document": "Document de prélèvement (PDF)",
        "farmerDocument": "Document, exemplaire de l'éleveur (PDF)",
        "tuberculinForm": "Formulaire de tuberculination (PDF)",
        "tuberculin": "Saisir la tuberculination",
        "reedition": "Demander une réédition",
    ]

    static let herds = [
        "title": "Élevages",
        "found": "Recherche",
        "searched": "Recherché :",
        "nothing": "Rien de tel dans votre ressort. Essayez un numéro entier, un mot du nom, ou la commune.",
        "animals": "Bovins",
        "holdings": "Exploitations",
        "holding": "Exploitation",
        "herd": "Atelier",
        "herds": "Ateliers",
        "working": "N° de travail",
        "number": "N° national",
        "ede": "N° EDE",
        "name": "Nom",
        "commune": "Commune",
        "department": "Département",
        "closed": "fermée le",
        "noHerd": "Aucun atelier n'est ouvert dans cette exploitation.",
        "more": "Suite",
    ]
}
