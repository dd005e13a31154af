extension FrenchTexts {
    static let campaignLife = [
        "new": "Ouvrir une campagne",
        "newHint": "La campagne s'ouvre en préparation : ses paramètres se lisent et se changent avant la validation.",
        "department": "Département", "year": "Année de prophylaxie, celle de la fin de campagne",
        "name": "Libellé ; un autre que PB doit être prévu par la convention",
        "copy": "reprendre les paramètres de la campagne précédente, à relire critère par critère",
        "open": "Ouvrir la campagne",
        "validation": "Valider le paramétrage",
        "validationHint":
            "La liste de contrôle ci-dessous ne doit plus rien empêcher. Un paramètre changé ensuite remet "
            + "la campagne en préparation.",
        "execution": "Exécuter la campagne",
        "executionHint":
            "Une intervention par atelier à dépister, avec ses plans d'analyse. Ce qui est exécuté le reste : "
            + "les ateliers venus plus tard s'ajoutent un par un.",
    ]
}
