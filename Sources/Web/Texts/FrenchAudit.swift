extension FrenchTexts {
    static let audit = [
        "title": "Journal", "filters": "Filtres", "department": "Département", "actor": "Compte",
        "intention": "Acte", "subject": "Objet (intervention:…, report:…, herd:…)", "from": "Depuis (AAAA-MM-JJ)",
        "until": "Jusqu'à (AAAA-MM-JJ)", "apply": "Filtrer", "clear": "Effacer", "at": "Instant", "who": "Par",
        "role": "Rôle", "what": "Acte", "which": "Objet", "parts": "Détails", "seal": "Scellé",
        "unsealed": "pas encore", "sealed": "oui", "empty": "Aucune écriture ne répond à ces filtres.",
        "next": "Plus ancien", "verify": "Vérifier la chaîne", "entry": "Écriture du journal",
        "redacted": "Votre profil ne voit pas sur quoi portent les actes de santé animale.",
        "sound": "La chaîne est intacte :", "entries": "écritures scellées,", "tail": "en attente de scellement.",
        "all": "Tous", "outcome": "Issue", "payload": "Empreinte", "back": "Retour au journal",
        "verifyHint": "Relit toutes les écritures depuis la première et recalcule chaque sceau.",
    ]
}
