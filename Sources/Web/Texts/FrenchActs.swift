extension FrenchTexts {
    /// Acts on one intervention, herd or animal.
    static let acts = [
        "choose": "Choisissez…", "reason": "Motif", "save": "Enregistrer", "animal": "Bovin",
        // Results that the laboratory left open
        "decisions": "Résultats à décider", "decision": "Décision", "decide": "Enregistrer la décision",
        "sampledOn": "prélevé le", "decidedSoFar": "décidé :",
        "decisionHint":
            "Le laboratoire n'a conclu ni NEG ni POS : votre décision compte à sa place et fait recalculer le statut.",
        "decisionAgainHint": "Une décision est déjà enregistrée : la dernière compte, toutes restent au journal.",
        "uninterpretableHint":
            "Sans décision, ce résultat ne compte pas comme une analyse : demandez plutôt la sérothèque ou un nouveau "
            + "prélèvement.",
        // Serum banks
        "serum": "Sérothèque", "askSerum": "Demander la sérothèque", "ask": "Demander",
        "askSerumHint":
            "Une demande par laboratoire est enregistrée ; la lettre, son tableau et la demande d'analyses sont à lui "
            + "envoyer.",
        "noLaboratory": "sans laboratoire", "answerSerum": "Réponse de", "serumAnswer": "Réponse",
        "serumNote": "Note", "serumNoteHint": "La raison, quand c'est impossible.",
        "serumFile-pdf": "Lettre de demande (PDF),", "serumFile-csv": "Tableau des sérums (CSV),",
        "serumFile-xml": "Demande d'analyses (XML),",
    ]

    static let serumAnswer = [
        "none": "attendue", "answered": "les résultats vont suivre", "impossible": "impossible",
    ]

    /// What a laboratory says of a sample.
    static let interpretation = [
        "NEG": "NEG – négatif", "DTX": "DTX – douteux", "POS": "POS – positif", "POS_FBL": "POS_FBL – positif faible",
        "POS_MOY": "POS_MOY – positif moyen", "POS_FOR": "POS_FOR – positif fort", "ABS": "ABS – absence",
        "IN_ITPBLE": "IN_ITPBLE – ininterprétable", "none": "sans interprétation",
    ]
}
