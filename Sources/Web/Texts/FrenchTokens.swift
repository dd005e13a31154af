extension FrenchTexts {
    static let tokens = [
        "title": "Jetons personnels",
        "intro": "Un jeton permet à un logiciel d'agir en votre nom par l'interface de programmation.",
        "guide": "Description de l'interface",
        "new": "Nouveau jeton",
        "name": "Logiciel qui s'en servira",
        "days": "Durée, en jours",
        "make": "Créer le jeton",
        "shown": "Votre nouveau jeton. Copiez-le maintenant : il ne sera plus jamais affiché.",
        "mine": "Vos jetons",
        "none": "Vous n'avez aucun jeton.",
        "created": "Créé",
        "expires": "Vaut jusqu'au",
        "used": "Dernier emploi",
        "state": "État",
        "active": "valable",
        "revoked": "révoqué",
        "expired": "expiré",
        "revoke": "Révoquer",
    ]
}
