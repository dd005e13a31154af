extension FrenchTexts {
    /// Where an item of the check-list is dealt with.
    static let check = [
        "parameters": "Ouvrir le paramètre", "settings": "Ouvrir les paramètres du département",
        "laboratories": "Ouvrir les laboratoires du département", "plans": "Affecter un laboratoire",
        "documents": "Ouvrir les documents", "files": "Envoyer un fichier du registre",
        "herds": "Chercher l'élevage", "followUp": "Ouvrir le suivi",
        "verification": "Ouvrir la vérification annuelle", "list": "Ouvrir la liste",
        "campaignHerds": "Ajouter ou retirer un atelier",
    ]

    static let parameter = [
        "hint":
            "Un paramètre national ne s'écarte de sa valeur qu'avec une justification, que la convention mentionne.",
        "key": "Pour (maladie ou commune)", "value": "Nouvelle valeur", "reason": "Justification",
        "emergency": "Motif de l'urgence (campagne en cours)", "history": "Décisions précédentes",
        "noHistory": "Aucune : la valeur est celle de l'ouverture de la campagne.", "none": "– aucun –",
        "closed": "La campagne est close : ses paramètres ne changent plus.",
        "ofAuthority": "Ce paramètre est fixé par la DD(CS)PP.",
        "regional": "Prendre les règles communes à la région", "reviewed": "Relu pour cette année",
        "toReview": "Campagne copiée : ce critère est à relire.",
        "hint-day": "Une date.", "hint-count": "Un nombre.", "hint-months": "Un nombre de mois.",
        "hint-years": "Un nombre d'années ; 0 : pas de dépistage propre.", "hint-weeks": "Un nombre de semaines.",
        "hint-days": "Un nombre de jours.", "hint-share": "Une part : 10 % ou 1/10.", "hint-choice": "",
        "hint-diseases": "BRU, LEU, TUB, séparées par des virgules ; « aucun » pour aucune.",
        "hint-classes": "Codes des classes, séparés par des virgules : dairy, beef, fattening-indoor…",
        "hint-codes": "Codes séparés par des virgules ; « aucun » pour aucun.",
        "hint-herds": "Ateliers séparés par des virgules, comme 99000001/L ; « aucun » pour aucun.",
        "hint-laboratories": "Un laboratoire agréé pour la maladie.",
        "hint-commune": "Le code INSEE de la commune, puis sa valeur ; « - » la retire.",
    ]
}
