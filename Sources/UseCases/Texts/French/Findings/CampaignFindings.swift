extension FrenchFindings {
    /// Campaigns: why a command is refused, and what the check lists of steps 3 to 6 find.
    static let campaign = campaignCommands.merging(campaignSetup) { first, _ in first }

    private static let campaignCommands: [String: FindingText] = [
        CampaignFinding.libraryEmpty.rawValue: FindingText(
            "La campagne {campaign} n'a pas d'inventaire de ses textes de référence.",
            wayOut: "Qui fait tourner Vigie importe l'inventaire que la DD(CS)PP fournit.",
            atTerminal: "Dressez-le et importez-le : « vigie campaign texts --import »."),
        CampaignFinding.textsMissing.rawValue: FindingText(
            "{count} texte(s) de référence manquent pour {campaign}.",
            wayOut: "La DD(CS)PP les fournit ; l'inventaire est alors mis à jour."),
        CampaignFinding.textRestricted.rawValue: FindingText(
            "« {reference} » est une lettre à diffusion limitée.",
            wayOut: "L'autorité l'inscrit elle-même à l'inventaire ; retirez la ligne."),
        CampaignFinding.campaignUnknown.rawValue: FindingText(
            "Il n'y a pas de campagne {name} {year} dans le département {department}.",
            wayOut: "Voyez la liste des campagnes du département ; si celle-ci manque, le délégataire l'ouvre.",
            atTerminal: "« vigie campaign list » donne les campagnes ; « vigie campaign create » en ouvre une."),
        CampaignFinding.campaignExists.rawValue: FindingText(
            "La campagne {campaign} existe déjà : une seule par année porte tous les ateliers.",
            wayOut: "Changez ses paramètres, ou ajoutez-lui un atelier.",
            atTerminal: "Modifiez-la avec « vigie campaign set », ou ajoutez un atelier avec « vigie campaign add »."),
        CampaignFinding.wrongState.rawValue: FindingText(
            "La campagne {campaign} est à l'état « {state} » : cette action n'y est pas possible.",
            wayOut:
                "L'ordre est : relecture des critères copiés, contrôle, validation, exécution ; puis "
                + "ajouts, retraits, laboratoires.",
            atTerminal:
                "L'ordre est : create, review (copie), check, validate, execute, puis add, withdraw, laboratory."),
        CampaignFinding.datesImpossible.rawValue: FindingText(
            "Une campagne {year} ne peut pas aller du {start} au {end}.",
            wayOut: "La fin suit le début de moins d'un an et tombe dans l'année de la campagne."),
        CampaignFinding.notInConvention.rawValue: FindingText(
            "Une campagne « {name} » à côté de la campagne nationale n'est pas prévue par la convention technique.",
            wayOut: "Faites-la inscrire dans la convention, ou ouvrez la campagne PB.",
            atTerminal: "Faites-la inscrire dans la convention (extraCampaigns), ou ouvrez la campagne PB."),
        CampaignFinding.noFormerCampaign.rawValue: FindingText(
            "Aucune campagne du département {department} avant {year} : il n'y a rien à copier.",
            wayOut: "Créez la campagne sans en copier une autre.",
            atTerminal: "Créez la campagne sans --copy-from."),
        CampaignFinding.copied.rawValue: FindingText(
            "Paramètres copiés de la campagne {campaign} : mieux vaut une nouvelle campagne qu'une copie (3.6).",
            wayOut:
                "Relisez chaque critère parmi les paramètres de la campagne, et dites-le. Sans cela, pas "
                + "d'exécution.",
            atTerminal: "Relisez chaque critère, puis dites-le : « vigie campaign review CRITÈRE ». Sans cela, pas "
                + "d'exécution."),

        CampaignFinding.parameterUnknown.rawValue: FindingText(
            "Le paramètre « {name} » n'existe pas.",
            wayOut: "Les paramètres de la campagne donnent tous les noms.",
            atTerminal: "« vigie campaign show » donne tous les noms."),
        CampaignFinding.parameterValue.rawValue: FindingText(
            "« {value} » n'est pas une valeur possible du paramètre « {name} ».",
            wayOut:
                "Prenez exemple sur la valeur en vigueur ; dates AAAA-MM-JJ, parts 1/5 ou 20 %, listes "
                + "séparées par des virgules.",
            atTerminal: "« vigie campaign show » montre une valeur du bon type ; dates AAAA-MM-JJ, parts 1/5 ou 20 %, "
                + "listes séparées par des virgules."),
        CampaignFinding.parameterOfAuthority.rawValue: FindingText(
            "Le paramètre « {name} » est fixé par la DD(CS)PP ; votre profil ({role}) ne le permet pas.",
            wayOut: "Transmettez la demande à la DD(CS)PP."),
        CampaignFinding.keyMissing.rawValue: FindingText(
            "« {name} » se fixe par maladie ou par commune.", wayOut: "Dites pour laquelle."),
        CampaignFinding.parameterChangedMeanwhile.rawValue: FindingText(
            "Le paramètre « {name} » a changé depuis que vous avez ouvert la page ({by}, {at}).",
            wayOut:
                "Rien n'a été enregistré. La page montre la valeur actuelle : relisez-la, puis recommencez s'il y a "
                + "lieu."),
        CampaignFinding.changeDuringCampaign.rawValue: FindingText(
            "La campagne {campaign} est en cours : ses paramètres ne changent plus, sauf urgence.",
            wayOut: "Attendez la campagne suivante, ou donnez le motif de l'urgence.",
            atTerminal: "Attendez la campagne suivante, ou donnez le motif avec --emergency."),
        CampaignFinding.nothingToReview.rawValue: FindingText(
            "La campagne {campaign} n'est pas une copie : il n'y a pas de critère à relire.",
            wayOut: "Passez à la liste de contrôle de la campagne.",
            atTerminal: "Passez au contrôle : « vigie campaign check »."),

        CampaignFinding.setupBlocked.rawValue: FindingText(
            "Le paramétrage de {campaign} a {count} erreur(s) à corriger d'abord.",
            wayOut:
                "Corrigez-les (paramètres, registre, autorisations : la liste de contrôle dit où), puis "
                + "recommencez.",
            atTerminal: "Corrigez-les (« vigie campaign set », registre, autorisations), puis relancez la commande."),
        CampaignFinding.registerChanged.rawValue: FindingText(
            "Le registre a changé pendant l'exécution de {campaign} ; rien n'a été créé.",
            wayOut: "Recommencez.",
            atTerminal: "Relancez la commande."),
        CampaignFinding.numbersExhausted.rawValue: FindingText(
            "Il n'y a plus de numéro d'intervention libre pour {year}.", wayOut: "Signalez-le à l'éditeur."),

        CampaignFinding.herdUnknown.rawValue: FindingText(
            "L'atelier {herd} n'existe pas dans le département {department}.",
            wayOut: "Écrivez le numéro EDE et le code de l'atelier, comme 99000001/L."),
        CampaignFinding.herdNotEligible.rawValue: FindingText(
            "L'atelier {herd} ne peut pas entrer dans la campagne : {reason}.",
            wayOut: "Un atelier créé après le début relève de la DD(CS)PP, sauf changement de typologie.",
            atTerminal: "Un atelier créé après le début relève de la DD(CS)PP, sauf changement de typologie "
                + "(--type-change)."),
        CampaignFinding.nothingDue.rawValue: FindingText(
            "Rien n'est dû cette année dans l'atelier {herd} : {reason}.",
            wayOut: "Vérifiez le rythme de dépistage, ou partez d'une intervention existante.",
            atTerminal: "Vérifiez le rythme de dépistage, ou dupliquez une intervention avec --from."),
        CampaignFinding.alreadyIn.rawValue: FindingText(
            "L'atelier {herd} est déjà dans la campagne, intervention {number}.",
            wayOut: "Une seule intervention par atelier et par campagne, même partielle."),
        CampaignFinding.outbreakLink.rawValue: FindingText(
            "L'atelier {herd} a été lié à un foyer le {since}, en cours de campagne : il relève de la police "
                + "sanitaire.",
            wayOut: "Il sera inclus dans la campagne suivante ; adressez-vous à la DD(CS)PP."),
        CampaignFinding.interventionUnknown.rawValue: FindingText(
            "L'intervention {number} n'est pas de la campagne {campaign}.",
            wayOut: "Les quatre premiers chiffres d'un numéro donnent l'année de sa campagne."),
        CampaignFinding.alreadyWithdrawn.rawValue: FindingText(
            "L'intervention {number} est déjà retirée.",
            wayOut: "Ajouter l'atelier à la campagne la remet en place.",
            atTerminal: "« vigie campaign add » la remet en place."),
        CampaignFinding.hasResults.rawValue: FindingText(
            "L'intervention {number} a déjà des visites, des résultats ou un rapport : elle ne se retire plus.",
            wayOut: "Terminez-la par un rapport d'inspection ou une décision de non réalisation."),
        CampaignFinding.setupChanged.rawValue: FindingText(
            "Le paramétrage de {campaign} a changé depuis que vous avez ouvert la page.",
            wayOut: "Rien n'a été enregistré. Relisez ce que la page montre maintenant, puis recommencez."),
        CampaignFinding.reasonMissing.rawValue: FindingText(
            "Il faut un motif.", wayOut: "Écrivez-le, puis recommencez."),

        CampaignFinding.notRegional.rawValue: FindingText(
            "« {name} » ne se partage pas dans une région.", wayOut: "Paramètres possibles : {names}."),
        CampaignFinding.outsideVisitDay.rawValue: FindingText(
            "Le {day} n'est pas un jour de visite hors campagne : du {from} au {until}.",
            wayOut:
                "Dans les dates de la campagne, datez la visite de l'intervention elle-même et rééditez son document ; "
                + "plus tard, la campagne suivante la prévoit."),
        CampaignFinding.outsideVisitHerdClosed.rawValue: FindingText(
            "L'atelier {herd} est fermé depuis le {since} : il n'y a plus rien à y programmer.",
            wayOut: "Prenez une décision de non réalisation (DECNR_EAF), ou rouvrez l'atelier s'il ne l'est pas."),
        CampaignFinding.outsideVisitNoIntervention.rawValue: FindingText(
            "L'atelier {herd} n'a pas d'intervention dans la campagne {campaign}, à laquelle rattacher la visite.",
            wayOut: "Ajoutez-le d'abord à la campagne.",
            atTerminal: "Ajoutez-le d'abord à la campagne : « vigie campaign add »."),
        CampaignFinding.outsideVisitPlanMissing.rawValue: FindingText(
            "L'intervention {number} n'a ni prise de sang ni tuberculination à reprendre hors campagne : {diseases}.",
            wayOut: "Voyez les plans de l'intervention ; le lait se redemande au laboratoire laitier.",
            atTerminal: "« vigie show intervention » donne ses plans ; le lait se redemande au laboratoire laitier."),
        CampaignFinding.outsideVisitStanding.rawValue: FindingText(
            "Une visite hors campagne est déjà programmée dans l'atelier {herd} : {number}, le {day}.",
            wayOut: "Servez-vous de ce numéro, ou faites-la d'abord retirer de la campagne.",
            atTerminal: "Servez-vous de ce numéro, ou retirez-la d'abord : « vigie campaign withdraw {number} »."),

        CampaignFinding.laboratoryUnknown.rawValue: FindingText(
            "Le laboratoire « {code} » n'est pas dans la base.",
            wayOut: "Donnez le code d'un laboratoire du registre, ou importez-le."),
        CampaignFinding.laboratoryNotApproved.rawValue: FindingText(
            "Le laboratoire « {code} » n'est pas agréé pour {disease} sur sang.",
            wayOut: "Choisissez un laboratoire de la liste publiée, ou mettez son agrément à jour."),
        CampaignFinding.planUnknown.rawValue: FindingText(
            "L'intervention {number} n'a pas de plan sur sang pour {disease}.",
            wayOut: "Voyez les plans de l'intervention.",
            atTerminal: "« vigie campaign lists interventions » donne les plans."),
        CampaignFinding.documentToEditAgain.rawValue: FindingText(
            "Le DAP validé de l'intervention {number} porte encore l'ancien laboratoire.",
            wayOut: "Rééditez-le avant la visite, ou prévenez le vétérinaire."),

        CampaignFinding.conventionFile.rawValue: FindingText(
            "Le champ « {field} » de la convention est inconnu ou mal rempli.",
            wayOut: "Le manuel (docs/manual/campagne.md) donne un exemple complet."),
        CampaignFinding.monthUnknown.rawValue: FindingText(
            "« {month} » n'est pas un mois.", wayOut: "Écrivez AAAA-MM, comme 2020-11."),
    ]
}
