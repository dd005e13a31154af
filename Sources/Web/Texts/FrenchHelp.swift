extension FrenchTexts {
    static let glossary = [
        "words": "Mots et sigles", "status": "Statuts", "evaluation": "Évaluations",
        "report": "Rapports d'inspection", "nonCompletion": "Décisions de non réalisation (DNR)",
        "followUpCode": "Suites de l'autorité",
    ]

    /// The words of the field, in the order of the alphabet.
    static let terms: [(word: String, meaning: String)] = [
        ("Atelier", "Les bovins d'une sorte tenus ensemble dans une exploitation : c'est lui qui a un statut."),
        (
            "BRU, LEU, TUB",
            "Les trois maladies de la prophylaxie : brucellose, leucose bovine enzootique, tuberculose."
        ),
        ("Convention", "Ce que l'autorité d'un département délègue, étape par étape et maladie par maladie."),
        ("DAI", "Demande d'analyse informatisée : ce qui part au laboratoire, les bovins et les maladies à analyser."),
        ("DAP", "Document d'accompagnement des prélèvements : le papier qui dit au vétérinaire quels bovins prélever."),
        ("DD(CS)PP, DDecPP, DAAF", "Les services de l'État dans un département : le délégant."),
        ("Délégant", "L'autorité de l'État qui confie l'exécution de la campagne et garde les décisions."),
        ("Délégataire", "L'organisme à vocation sanitaire qui exécute la campagne : région, puis section (GDS)."),
        (
            "DNR",
            "Décision de non réalisation : ce qui dit, avec son code et son motif, pourquoi une intervention n'a pas "
                + "de rapport."
        ),
        ("Douteux (DTX)", "Un résultat que le laboratoire ne tient ni pour négatif ni pour positif."),
        ("EDE", "Le numéro d'une exploitation : huit chiffres, le département d'abord."),
        ("INFOLABO", "Le fichier des résultats d'analyse du lait, envoyé par les laboratoires laitiers."),
        (
            "Ininterprétable",
            "Un prélèvement de sang que le laboratoire n'a pas pu lire (hémolysé, tube cassé) : l'analyse reste à "
                + "faire."
        ),
        ("Intervention", "Le travail d'une campagne dans un atelier, de son document à son rapport."),
        ("LIAL", "Laboratoire interprofessionnel d'analyse du lait."),
        (
            "Non négatif (NN)",
            "Ce qui n'est pas tenu pour négatif : un positif, ou un douteux. Sur sang, un douteux ne compte qu'une "
                + "fois décidé ; sur lait, tout ce qui n'est pas NEG compte."
        ),
        ("Numéro de travail", "Les quatre derniers chiffres du numéro d'un bovin, en grand sur sa boucle."),
        ("OPI", "Opérateur d'inspection : la personne du délégataire qui évalue et signe les rapports."),
        (
            "Plan prévisionnel",
            "Ce qui est prévu chaque année : quels ateliers, pour quelles maladies, selon quel rythme. La campagne en "
                + "naît."
        ),
        ("PM", "« Pour mémoire » : dans une évaluation par lot, la maladie garde l'évaluation qu'elle a."),
        ("RAI", "Rapport d'analyse informatisé : les résultats que le laboratoire rend."),
        ("Rang", "L'année, dans le rythme de dépistage, où vient le tour d'un atelier ou d'une commune."),
        (
            "Recontrôle",
            "Une nouvelle analyse que l'autorité ordonne après un résultat de brucellose non négatif ; elle compte "
                + "sur la première intervention."
        ),
        ("RI", "Rapport d'inspection : A conforme, B non-conformité administrative, C sanitaire, PE pas évaluable."),
        ("Sérothèque", "Les sérums que le laboratoire garde, où l'on peut compléter une analyse sans revenir."),
        ("Suites", "Ce que l'autorité décide après un rapport B ou C : aucune, avertissement, mise en demeure…"),
        ("Vétérinaire sanitaire", "Le vétérinaire que le détenteur a désigné et qui a accepté."),
    ]
}
