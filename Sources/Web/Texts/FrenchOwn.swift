extension FrenchTexts {
    static let own = [
        "title": "Mes élevages",
        "none": "Aucune intervention en cours dans vos élevages. Un élevage manque ? Prévenez la DD(CS)PP.",
        "interventions": "Interventions en cours",
        "intervention": "Intervention",
        "herd": "Élevage",
        "planned": "Prévue le",
        "status": "Statut",
        "document": "Document",
        "open": "Ouvrir (PDF)",
        "notYet": "pas encore",
        "tuberculin": "Tuberculination",
        "enter": "Saisir",
        "goOn": "Reprendre le brouillon",
        "received": "reçue, injection du",
        "more": "Suite",
        "letters": "Courriers",
        "toVisit": "visites à faire, document prêt",
        "toReport": "tuberculinations à saisir",
        "drafts": "saisies commencées",
        "withoutDocument": "documents pas encore édités",
    ]
}
