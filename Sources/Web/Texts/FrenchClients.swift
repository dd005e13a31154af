extension FrenchTexts {
    static let clients = [
        "title": "Programmes",
        "intro":
            "Un client OAuth 2 est un logiciel de cabinet, de laboratoire ou de GDS qui agit pour un compte, avec "
            + "le profil et le ressort de ce compte.",
        "new": "Nouveau client",
        "login": "Compte",
        "days": "Durée, en jours (vide : jusqu'à révocation)",
        "make": "Créer le client",
        "shown": "Le secret de ce client. Copiez-le maintenant : il ne sera plus jamais affiché.",
        "all": "Clients et jetons",
        "none": "Aucun programme n'a d'accès.",
        "identity": "Identité",
        "personal": "jeton personnel",
        "rotate": "Nouveau secret",
        "action": "Action",
    ]
}
