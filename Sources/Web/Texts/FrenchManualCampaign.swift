extension FrenchTexts {
    /// The manual's sections of a campaign's pages.
    static let manualOfCampaign: [ManualSection] = [
        ManualSection(
            "suivi", "Suivi", .may(.campaignRead),
            "Le tableau des interventions, sous deux onglets : sans rapport d'inspection, ou "
                + "avec.",
            steps: [
                "Resserrez le tableau par maladie, statut, classe, commune, vétérinaire ou "
                    + "exploitation ; triez, choisissez les colonnes.",
                "Gardez filtres, tri et colonnes sous un nom ; l'adresse de la page se transmet "
                    + "telle quelle.",
                "Cochez des interventions pour les évaluer ensemble (PM garde l'évaluation d'une "
                    + "maladie) ou émettre leurs rapports avec un même commentaire.",
                "Reprenez toutes les propositions définitives d'un coup : une page les compte "
                    + "avant de confirmer.",
                "Téléchargez le tableau en CSV ou pour un tableur : il a les filtres de la page.",
            ],
            notes: [
                "Une évaluation précédée de « prop. » n'est que proposée : personne ne l'a "
                    + "décidée.",
                "NN compte les bovins non négatifs, DTX les douteux ; le lait compte pour un "
                    + "prélèvement.",
                "Un filtre que Vigie ne sait pas lire est refusé, jamais ignoré : la liste "
                    + "serait fausse.",
            ]),
        ManualSection(
            "intervention", "Intervention", .may(.interventionRead),
            "Tout d'une intervention : le statut de chaque maladie et pourquoi, les bovins du "
                + "document, les résultats, les rapports et leurs versions, les notes, l'historique.",
            steps: [
                "Lisez d'abord le haut de la page : un rapport contredit par un résultat arrivé "
                    + "depuis s'y dit, avec le bovin, la date et le fichier.",
                "Évaluez chaque maladie ; la proposition et son motif sont à côté du choix.",
                "Émettez le rapport d'inspection quand toutes les maladies ont une évaluation "
                    + "définitive ; s'il faut le changer, invalidez-le avec un motif, puis émettez une "
                    + "nouvelle version.",
                "Notez un appel, une remarque, un refus ; un refus prévient l'autorité.",
            ],
            notes: [
                "A demande des tests faits et leurs résultats, B une anomalie constatée ou "
                    + "nommée, C un résultat non négatif, PO une preuve.",
                "Un recontrôle ne s'évalue pas : son résultat compte sur la première "
                    + "intervention.",
                "Si quelqu'un l'a modifiée entre-temps, Vigie le dit et n'enregistre rien "
                    + "par-dessus.",
            ]),
        ManualSection(
            "resultats", "Intervention : résultats", .may(.resultsEnter),
            "Sous « Résultats » : ce que les laboratoires et les vétérinaires ont rendu, et ce "
                + "qui reste à décider.",
            steps: [
                "Décidez NEG ou POS d'un résultat que le laboratoire n'a pas conclu.",
                "Demandez la sérothèque pour les bovins qui manquent, puis notez la réponse du "
                    + "laboratoire.",
                "Saisissez un résultat reçu sur papier, ou une preuve de réalisation, avec sa "
                    + "référence.",
            ],
            notes: [
                "Chaque acte n'est offert qu'à qui en a le droit, si la convention le laisse.",
                "Un résultat remplacé reste visible ; un remplacement qui retire un non négatif "
                    + "attend l'autorité.",
            ]),
        ManualSection(
            "bovins", "Intervention : bovins et programme", .may(.documentCancel),
            "Sous « Bovins » : la liste du document, les entrées et sorties depuis, les "
                + "annulations.",
            steps: [
                "Annulez tout le document avant la visite si elle n'a plus lieu d'être.",
                "Après la visite, une personne demande l'annulation d'un bovin et une autre "
                    + "l'accepte.",
                "Sous « Agir » : notez un dysfonctionnement, programmez une visite hors campagne "
                    + "; l'autorité passe un atelier du lait au sang.",
            ],
            notes: [
                "Le taux se lit sur les bovins demandés et non annulés."
            ]),
        ManualSection(
            "tuberculination", "Compte rendu de tuberculination", .may(.tuberculinReport),
            "Se saisit au pied de l'animal, sur un téléphone, ou au cabinet ensuite.",
            steps: [
                "Ouvrez l'intervention, puis « Tuberculination ».",
                "Donnez les jours d'injection et de lecture ; la lecture se fait 72 heures "
                    + "après, à 4 heures près.",
                "Trouvez chaque bovin par son numéro de travail ; il reste négatif tant que rien "
                    + "d'autre n'est choisi.",
                "Pour un bovin non testé, choisissez le motif ; ajoutez ceux qui n'étaient pas "
                    + "au document.",
                "Envoyez : ce qui manque est dit avant, rien n'est perdu de ce qui est saisi.",
            ],
            notes: [
                "Le brouillon se garde tout seul ; il se reprend d'un autre appareil.",
                "Si le document a été réédité entre-temps, la page demande de vérifier chaque "
                    + "bovin.",
            ]),
        ManualSection(
            "campagne", "Campagne", .may(.campaignRead),
            "Où en est la campagne : ses échéances, sa carte, ses graphiques, sa liste de "
                + "contrôle.",
            steps: [
                "La liste de contrôle mène, point par point, à la page qui le règle.",
                "En préparation, la page valide la campagne, puis l'exécute : les interventions "
                    + "sont créées.",
                "La liste des campagnes en ouvre une autre, vide ou copiée de la précédente.",
            ],
            notes: [
                "Une copie se relit critère par critère avant d'être exécutée.",
                "La carte ouvre, pour chaque commune, l'onglet du suivi qui a des lignes.",
            ]),
        ManualSection(
            "parametres-campagne", "Paramètres d'une campagne", .may(.campaignRead),
            "Chaque paramètre, règles de tolérance comprises, avec ses décisions passées.",
            steps: [
                "Choisissez le paramètre, sa valeur, et justifiez une valeur qui n'est pas la "
                    + "nationale.",
                "Affectez les laboratoires aux maladies ; seule la DD(CS)PP le peut.",
            ],
            notes: [
                "Une campagne en cours ne change qu'en urgence, avec son motif.",
                "La valeur d'hier et qui l'a fixée restent lisibles.",
            ]),
        ManualSection(
            "bureau", "Bureau de l'autorité", .may(.workItemCloseAuthority),
            "Ce que l'autorité seule décide : recontrôles, suites, résultats douteux, "
                + "contradictions, résultats à rattacher.",
            steps: [
                "Les plus récentes alertes viennent d'abord ; un même événement n'y compte "
                    + "qu'une fois.",
                "Décidez sur l'intervention, puis fermez l'alerte avec son motif ; celles du "
                    + "même événement se ferment avec elle.",
                "Rattachez un non négatif sans place à son intervention, ou écartez-le avec un "
                    + "motif.",
                "Écrivez les courriers par lot depuis la liste qui les demande.",
            ],
            notes: [
                "Une alerte d'une campagne close attend toujours ici."
            ]),
        ManualSection(
            "courriers", "Courriers", .may(.letterWrite),
            "Les listes de travail qui demandent un courrier l'écrivent.",
            steps: [
                "Cochez des lignes, ou prenez toute la liste ; regardez l'aperçu, marqué comme "
                    + "brouillon.",
                "La page du travail dit ce qui est écrit, pour qui, ce qui ne l'est pas et "
                    + "pourquoi, et donne le lot à imprimer.",
                "Le registre de la campagne note ensuite le jour de l'envoi.",
            ],
            notes: [
                "Un courrier écrit garde ses faits et son texte ; il se ressort tel quel."
            ]),
        ManualSection(
            "cloture", "Clôture et bilan", .may(.campaignRead),
            "Ce qui reste avant la clôture, compté et ouvert d'un clic, puis le bilan.",
            steps: [
                "Prenez les décisions de non réalisation (DNR) par lot, avec leur code et leur "
                    + "motif.",
                "Prononcez la clôture quand sa date est venue et que rien ne reste ; sinon, dites "
                    + "pourquoi malgré tout.",
                "Téléchargez le bilan de la campagne.",
            ],
            notes: [
                "Après la clôture, un résultat qui arrive alerte l'autorité seule."
            ]),
        ManualSection(
            "documents", "Documents", .may(.documentRead),
            "Les documents de prélèvement (DAP), de leur édition à leur envoi, et ce que "
                + "demandent les vétérinaires.",
            steps: [
                "Éditez : Vigie choisit les bovins selon les règles de la campagne ; relisez, "
                    + "validez.",
                "Imprimez par lots, envoyez, enregistrez l'envoi ; le registre des envois garde "
                    + "chaque exemplaire.",
                "Répondez aux demandes de réédition des vétérinaires : une nouvelle édition "
                    + "ajoute des bovins.",
            ],
            notes: [
                "L'aperçu montre ce qui serait émis : rien n'est enregistré.",
                "La validation fige la liste et écrit la demande d'analyse (DAI) au laboratoire.",
            ]),
    ]
}
