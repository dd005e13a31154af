extension FrenchTexts {
    static let audit = [
        "title": "Journal", "filters": "Filtres", "department": "Département", "actor": "Compte",
        "intention": "Acte", "subject": "Objet (n° d'intervention, d'atelier, de bovin)", "from": "Depuis le",
        "until": "Jusqu'au", "apply": "Filtrer", "clear": "Effacer", "at": "Instant", "who": "Par",
        "role": "Rôle", "what": "Acte", "which": "Objet", "parts": "Détails", "seal": "Scellé",
        "unsealed": "pas encore", "sealed": "oui", "empty": "Aucune écriture ne répond à ces filtres.",
        "next": "Plus ancien", "verify": "Vérifier la chaîne", "entry": "Écriture du journal",
        "redacted": "Votre profil ne voit pas sur quoi portent les actes de santé animale.",
        "sound": "La chaîne est intacte :", "entries": "écritures scellées,", "tail": "en attente de scellement.",
        "all": "Tous", "outcome": "Issue", "payload": "Empreinte", "back": "Retour au journal",
        "verifyHint": "Relit toutes les écritures depuis la première et recalcule chaque sceau.",
    ]

    /// What entries are about.
    static let subject = [
        "intervention": "intervention", "campaign": "campagne n°", "import": "fichier n°", "herd": "atelier",
        "animal": "bovin", "report": "rapport n°", "letter": "courrier n°", "note": "note n°",
        "attachment": "pièce jointe n°", "job": "travail n°", "webhook": "webhook n°", "setting": "réglage",
        "recipient": "destinataire", "dispatch": "envoi n°", "serum-request": "demande de sérothèque n°",
        "unattached": "résultat non rattaché n°", "account": "compte", "holding": "exploitation",
        "work-item": "alerte n°", "laboratory": "laboratoire", "review": "revue", "key": "clé", "criterion": "critère",
        "untreated": "interventions non traitées", "accepted": "lignes acceptées", "refused": "lignes refusées",
    ]
}
