extension FrenchTexts {
    /// What each page is for, a sentence or two, for who can open it.
    static let helpPages: [(title: String, access: Access, meaning: String)] = [
        (
            "Accueil", .signedIn,
            "Ce qui vous attend aujourd'hui, selon votre profil : listes de travail, visites à faire, demandes "
                + "d'analyse, fichiers à corriger. Chaque ligne s'ouvre et dit quoi faire."
        ),
        (
            "Suivi", .may(.campaignRead),
            "Le tableau des interventions : sans rapport, ou avec rapport. Filtres, tri et colonnes se gardent "
                + "sous un nom ; l'adresse de la page se transmet telle quelle. Cochez des interventions pour les "
                + "évaluer ensemble (PM garde l'évaluation d'une maladie) ou émettre leurs rapports. Les propositions "
                + "définitives se reprennent toutes ensemble, après une confirmation qui les compte."
        ),
        (
            "Intervention", .may(.interventionRead),
            "Tout d'une intervention : le statut de chaque maladie et pourquoi, les bovins du document "
                + "avec leurs entrées et sorties, les résultats, les rapports et leurs versions, les notes, "
                + "l'historique. Si quelqu'un l'a modifiée entre-temps, Vigie le dit et n'enregistre rien par-dessus."
        ),
        (
            "Intervention : résultats", .may(.resultsEnter),
            "Sous « Résultats » : décidez NEG ou POS d'un résultat que le laboratoire n'a pas conclu, demandez la "
                + "sérothèque et notez sa réponse, saisissez un résultat reçu sur papier ou une preuve, avec sa "
                + "référence. Chaque acte n'est offert qu'à qui en a le droit, si la convention le laisse."
        ),
        (
            "Intervention : bovins et programme", .may(.documentCancel),
            "Sous « Bovins » : annulez le document avant la visite ; après, une personne demande l'annulation d'un "
                + "bovin et une autre l'accepte. Sous « Agir » : notez un dysfonctionnement, programmez une visite "
                + "hors campagne ; l'autorité passe un atelier du lait au sang."
        ),
        (
            "Compte rendu de tuberculination", .may(.tuberculinReport),
            "Se saisit au pied de l'animal, sur un téléphone : chaque bovin se trouve par son numéro de travail et "
                + "reste négatif tant que rien d'autre n'est choisi. Le brouillon se garde tout seul. S'ouvre depuis "
                + "l'intervention."
        ),
        (
            "Campagne", .may(.campaignRead),
            "Où en est la campagne, ses échéances, sa carte, ses paramètres et sa liste de contrôle, dont chaque point "
                + "mène à sa page. La liste des campagnes en ouvre une autre ; en préparation, sa page la valide, puis "
                + "l'exécute."
        ),
        (
            "Paramètres d'une campagne", .may(.campaignRead),
            "Chaque paramètre, règles de tolérance comprises, avec ses décisions passées. Une valeur locale se "
                + "justifie ; une campagne en cours ne change qu'en urgence. Les laboratoires sont affectés par la "
                + "DD(CS)PP."
        ),
        (
            "Demandes d'analyse", .may(.analysisFetch),
            "Les DAI adressées à votre laboratoire : à retirer une par une, ou cochées en une archive. Le registre des "
                + "envois du département note votre premier retrait."
        ),
        (
            "Pièces jointes", .may(.paperRead),
            "Sur la page d'une intervention : comptes rendus numérisés et photos, gardés tels quels. Un vétérinaire "
                + "voit les siennes et celles qu'un service partage ; une pièce se retire avec son motif."
        ),
        (
            "Bureau de l'autorité", .may(.workItemCloseAuthority),
            "Ce que l'autorité seule décide : recontrôles, suites, résultats douteux, "
                + "contradictions, résultats à rattacher. Les courriers s'écrivent par lot."
        ),
        (
            "Courriers", .may(.letterWrite),
            "Les listes de travail qui demandent un courrier l'écrivent : cochez des lignes, ou prenez toute la liste. "
                + "La page du travail dit ce qui est écrit, pour qui, ce qui ne l'est pas et pourquoi, et donne le lot "
                + "à imprimer. Le registre de la campagne note ensuite le jour de l'envoi."
        ),
        (
            "Clôture et bilan", .may(.campaignRead),
            "Ce qui reste avant la clôture, compté et ouvert d'un clic ; les décisions de non réalisation par lot, la "
                + "clôture quand sa date est venue, et le bilan de la campagne à télécharger."
        ),
        (
            "Élevages", .may(.herdRead),
            "Les exploitations et leurs ateliers, leurs bovins, leur histoire. La recherche en haut de chaque page "
                + "trouve par numéro, numéro de travail, nom ou commune, sans se soucier des accents ni des espaces."
        ),
        (
            "Atelier et bovin : agir", .may(.herdMaintain),
            "Sur la page d'un atelier : les informations reçues, la classe, la livraison du lait ; pour l'autorité, "
                + "les autorisations et leur fin. Sur la page d'un bovin : son type de production."
        ),
        (
            "Documents", .may(.documentRead),
            "Les documents de prélèvement : à éditer, à imprimer, à envoyer, et ce que demandent les vétérinaires. "
                + "L'aperçu montre ce qui serait émis, marqué comme brouillon : rien n'est enregistré."
        ),
        (
            "Fichiers", .may(.importRead),
            "Déposez un fichier : Vigie reconnaît sa sorte, enregistre les bonnes lignes et garde les autres. Ouvrez "
                + "le fichier pour corriger les lignes refusées et les rejouer ; rien n'est à renvoyer."
        ),
        (
            "Paramètres", .may(.letterSettle),
            "Ce que la convention délègue, les laboratoires et leurs agréments, les règles de tolérance de chaque "
                + "campagne, qui signe les courriers, et leurs textes avec un aperçu."
        ),
        (
            "Comptes", .may(.accountAdd),
            "Inviter une personne ou un tableau de personnes, changer un ressort, donner un mot de passe provisoire, "
                + "désactiver un compte ; l'état du système."
        ),
        (
            "Journal", .may(.auditVerify),
            "Qui a fait quoi, quand, sur quoi. La chaîne des sceaux se vérifie à la demande."
        ),
        (
            "Mon compte", .signedIn,
            "Votre nom en haut de la page : mot de passe, second facteur, sessions ouvertes et connexions récentes."
        ),
    ]

    static let glossary = [
        "status": "Statuts", "evaluation": "Évaluations", "report": "Rapports d'inspection",
        "nonCompletion": "Décisions de non réalisation",
    ]
}
