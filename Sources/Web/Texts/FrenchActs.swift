extension FrenchTexts {
    /// Acts on one intervention, herd or animal.
    static let acts = [
        "title": "Agir", "choose": "Choisissez…", "reason": "Motif", "save": "Enregistrer", "animal": "Bovin",
        // Reports, decisions and retests
        "comment": "Commentaire", "issue": "Émettre le rapport d'inspection",
        "issueHint": "Le rapport fige l'évaluation. Relisez les trois maladies : il ne se modifie plus, il s'invalide.",
        "completedField": "Date de réalisation (si seul du lait est revenu)", "previewReport": "Aperçu (PDF)",
        "invalidate": "Invalider le rapport", "recordFollowUp": "Enregistrer la suite",
        "followUpField": "Suite donnée", "addNote": "Noter",
        "decideNonCompletion": "Décider de la non réalisation", "ground": "Motif", "precision": "Précision",
        "revoke": "Lever la décision de non réalisation",
        "orderRetest": "Ordonner un recontrôle", "notified": "Notifié à l'éleveur le",
        "retestHint": "Le délai va de 15 à 60 jours après la notification ; sans date, le plus long est retenu.",
        "limit": "À réaliser au plus tard le", "endRetest": "Clore le recontrôle", "ending": "Issue",
        "retest-negative-not-received": "négatif connu, résultat non reçu", "retest-not-done": "non réalisé",
        // Results that the laboratory left open
        "decisions": "Résultats à décider", "decision": "Décision", "decide": "Enregistrer la décision",
        "sampledOn": "prélevé le", "decidedSoFar": "décidé :",
        "decisionHint":
            "Le laboratoire n'a conclu ni NEG ni POS : votre décision compte à sa place et fait recalculer le statut.",
        "decisionAgainHint": "Une décision est déjà enregistrée : la dernière compte, toutes restent au journal.",
        "uninterpretableHint":
            "Sans décision, ce résultat ne compte pas comme une analyse : demandez plutôt la sérothèque ou un nouveau "
            + "prélèvement.",
        // What is entered with its proof
        "entries": "Saisir", "disease": "Maladie", "proof": "Référence du justificatif",
        "proofHint": "Où se trouve la pièce : numéro du rapport, pièce jointe, courriel du…",
        "enterResult": "Saisir un résultat de sang reçu sur papier",
        "enterResultHint": "Il compte comme un résultat du laboratoire ; un non négatif alerte aussitôt l'autorité.",
        "interpretation": "Interprétation du laboratoire", "sampledField": "Date du prélèvement",
        "animalHint": "Numéro national : FR et dix chiffres.",
        "enterProof": "Prouver que la prophylaxie est faite",
        "enterProofHint": "Aucun résultat n'est venu, mais une pièce prouve la visite.",
        "enterElsewhere": "Saisir le test négatif d'un entrant, fait ailleurs",
        "enterElsewhereHint": "Il compte s'il date de 90 jours au plus avant la dernière visite.",
        "testedField": "Date du test",
        // Malfunctions
        "dysfunction": "Noter un dysfonctionnement", "kind": "Nature", "concerned": "Qui est concerné",
        "concernedHint": "Code du laboratoire, ou numéro ordinal du vétérinaire.",
        "whatHappened": "Ce qui s'est passé", "reportAbsent": "Noter l'absence du compte rendu de tuberculination",
        "absentHint":
            "Le compte rendu est dû même sans bovin non négatif : son absence est notée comme dysfonctionnement "
            + "(ABSRAP).",
        // Lists
        "animals": "Bovins", "confirm": "Confirmer", "cancelList": "Annuler le document et le rééditer",
        "cancelListButton": "Annuler et rééditer",
        "cancelListHint":
            "Aucune visite n'a eu lieu : la liste entière est annulée et aussitôt rééditée en projet, à relire puis à "
            + "valider.",
        "cancelAnimals": "Demander l'annulation de bovins", "cancelAsk": "Demander l'annulation",
        "cancelHint":
            "La visite a commencé : une autre personne doit accepter, sous son propre compte. D'ici là, le bovin reste "
            + "demandé. Un bovin qui a un résultat ne s'annule pas.",
        "cancelAgree": "Accepter l'annulation de bovins", "cancelWithdraw": "Retirer une demande d'annulation",
        // What is planned
        "toBlood": "Passer du lait au sang", "toBloodButton": "Passer au sang",
        "toBloodHint":
            "En dernier recours : la dérogation au contrôle sérologique prend fin aujourd'hui et le plan passe au "
            + "sang. Éditez ensuite le document de prélèvement.",
        "outsideVisit": "Programmer une visite hors campagne", "plan": "Programmer",
        "outsideVisitHint":
            "Pour un atelier qui n'aura de bovins à dépister qu'après la campagne : une intervention de plus, "
            + "rattachée à celle-ci.",
        "planRetest": "Prévoir le recontrôle", "planRetestButton": "Enregistrer le jour",
        "planRetestHint": "Le jour de la visite, dans le délai que l'autorité a fixé à l'éleveur.",
        "plannedFor": "Prévue le", "diseases": "Maladies",
        // Herds and animals
        "authorise": "Autorisation, délégation, suspension…",
        "authoriseHint": "Les statuts de l'atelier en tiennent compte au prochain calcul.",
        "everyDisease": "toutes", "since": "Depuis le", "until": "Jusqu'au (vide : sans fin prévue)",
        "reference": "Référence", "endAuthorisation": "Terminer ce qui est en vigueur", "end": "Terminer",
        "authorisation": "En vigueur", "endsOn": "Fin le",
        "noteHerd": "Noter une information reçue", "toldBy": "Dite par", "toldOn": "Le",
        "whatWasSaid": "Ce qui a été dit", "withdrawNotes": "Retirer des informations", "withdraw": "Retirer",
        "withdrawNotesHint": "Toutes celles de cette nature ; elles restent lisibles.",
        "changeHerd": "Changer la classe, l'orientation, la livraison du lait ou le libellé",
        "changeHerdHint": "Le motif reste au journal ; vérifiez ensuite les plans de l'intervention en cours.",
        "herdClass": "Classe", "milk": "Lait", "unchanged": "pas de changement",
        "productionType": "Fixer le type de production", "productionTypeField": "Type de production",
        "productionTypeHint": "Fixé à la main, il n'est plus touché par les imports.",
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

    static let herdNote = [
        "cessation": "cessation", "part-year": "présence une partie de l'année", "enquiry": "enquête",
        "other": "autre",
    ]

    static let herdNoteSource = [
        "keeper": "l'éleveur", "veterinarian": "le vétérinaire", "identification": "le service d'identification",
        "authority": "l'autorité",
    ]

    static let milkDelivery = ["none": "pas de lait", "dairy": "livré en laiterie", "direct": "vente directe"]

    static let productionType = ["dairy": "laitier", "beef": "allaitant", "none": "sans type"]

    /// What a laboratory says of a sample.
    static let interpretation = [
        "NEG": "NEG – négatif", "DTX": "DTX – douteux", "POS": "POS – positif", "POS_FBL": "POS_FBL – positif faible",
        "POS_MOY": "POS_MOY – positif moyen", "POS_FOR": "POS_FOR – positif fort", "ABS": "ABS – absence",
        "IN_ITPBLE": "IN_ITPBLE – ininterprétable", "none": "sans interprétation",
    ]
}
