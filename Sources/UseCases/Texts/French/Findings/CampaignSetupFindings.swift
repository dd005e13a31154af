extension FrenchFindings {
    /// The check lists of 3.5, 4.5, 5.5 and 6.5. `{count}` and `{list}` are what they concern.
    static let campaignSetup = setupDates.merging(setupHerds) { first, _ in first }
        .merging(setupPlans) { first, _ in first }

    private static let setupDates: [String: FindingText] = [
        SetupFinding.startsEarly.rawValue: FindingText(
            "La campagne commence le {start}, avant le 1er septembre.",
            wayOut: "C'est déconseillé (3.4.3) : une autre date se justifie dans la convention technique."),
        SetupFinding.endsLate.rawValue: FindingText(
            "La campagne finit le {end}, après le 31 mai.",
            wayOut: "C'est déconseillé (3.4.3) : une autre date se justifie dans la convention technique."),
        SetupFinding.milkOutsideSlot.rawValue: FindingText(
            "Un mois de prélèvement du lait sort du créneau conseillé, du 1er octobre à fin février.",
            wayOut: "Gardez deux mois de rattrapage avant la fin : changez le mois avec le LIAL, ou acceptez-le."),
        SetupFinding.milkOutsideCampaign.rawValue: FindingText(
            "Un mois de prélèvement du lait tombe après la fin de la campagne.",
            wayOut: "Changez, parmi les paramètres, le mois du lait de l'une des deux maladies.",
            atTerminal: "Changez milk.brucellosisMonth ou milk.leukosisMonth."),
        SetupFinding.authorisationsDue.rawValue: FindingText(
            "Autorisations et descripteurs sont à mettre à jour par la DD(CS)PP pour le {date}.",
            wayOut: "Importez-les avant cette date, 15 jours avant le début."),
        SetupFinding.authorisationsOverdue.rawValue: FindingText(
            "Les autorisations devaient être à jour le {date}.",
            wayOut: "Vérifiez avec la DD(CS)PP qu'elles le sont avant d'exécuter."),
        SetupFinding.conventionMissing.rawValue: FindingText(
            "La convention technique du département n'est pas enregistrée.",
            wayOut: "La DD(CS)PP la saisit, parmi les paramètres du département.",
            atTerminal: "La DD(CS)PP la saisit : « vigie campaign convention --set FICHIER »."),
        SetupFinding.conventionIncomplete.rawValue: FindingText(
            "La convention technique ne dit rien de : {list}.",
            wayOut: "La DD(CS)PP la complète, parmi les paramètres du département.",
            atTerminal: "Complétez-la : « vigie campaign convention --set FICHIER »."),
        SetupFinding.orderMissing.rawValue: FindingText(
            "Ni arrêté préfectoral ni instruction transmis pour : {list}.",
            wayOut: "Demandez-les à la DD(CS)PP et notez leur référence dans la convention (orders)."),
        SetupFinding.regionalDiffers.rawValue: FindingText(
            "La région partage d'autres règles d'édition que la campagne ({count}) : {list}.",
            wayOut:
                "Reprenez les valeurs de la région parmi les paramètres ; pour en garder une autre, "
                + "fixez-la avec sa justification.",
            atTerminal:
                "« vigie campaign set --regional » les prend ; pour garder la valeur, fixez-la avec --justification."),
        SetupFinding.settingsNotVerified.rawValue: FindingText(
            "Le paramétrage local du registre n'a pas été vérifié depuis un an.",
            wayOut: "Revoyez le paramétrage local du registre ; la vérification est gardée au journal.",
            atTerminal: "« vigie register verify » le montre, le vérifie et garde la trace de la vérification."),
        SetupFinding.deviationUnjustified.rawValue: FindingText(
            "Valeur locale sans justification pour : {list}.",
            wayOut:
                "Donnez la justification avec la valeur, parmi les paramètres de la campagne, ou "
                + "reprenez la valeur nationale.",
            atTerminal: "Donnez-la avec « vigie campaign set NOM VALEUR --justification », ou reprenez la valeur "
                + "nationale."),
        SetupFinding.delegationDiffers.rawValue: FindingText(
            "Les maladies déléguées ne sont pas celles de la convention : {list}.",
            wayOut: "La DD(CS)PP corrige les maladies déléguées, dans les paramètres ou dans la convention.",
            atTerminal: "La DD(CS)PP corrige delegatedDiseases ou la convention."),
        SetupFinding.classRulesMissing.rawValue: FindingText(
            "La convention ne liste pas les particularités de : {list}.",
            wayOut: "Complétez la convention pour ces classes.",
            atTerminal: "Complétez classRules dans la convention pour ces classes."),
        SetupFinding.programmedElsewhere.rawValue: FindingText(
            "{count} intervention(s) programmée(s) hors de ce paramétrage : {list}.",
            wayOut: "L'exécution les reprend et complète leurs plans ; retirez celles qui sont de trop."),
        SetupFinding.criterionNotReviewed.rawValue: FindingText(
            "Campagne copiée : critères non relus : {list}.",
            wayOut: "Vérifiez chacun pour cette année, et dites-le parmi les paramètres de la campagne.",
            atTerminal: "Vérifiez chacun pour cette année, puis « vigie campaign review CRITÈRE »."),
        SetupFinding.screeningUndefined.rawValue: FindingText(
            "Rythme de dépistage non défini ({count}) : {list}.",
            wayOut: "Importez le rythme de ces communes ou ateliers ; 0 dit « non dépisté »."),
        SetupFinding.screeningPhase.rawValue: FindingText(
            "Phase plus grande que le rythme de dépistage ({count}) : {list}.",
            wayOut: "La phase est le reste de l'année due divisée par le rythme : vérifiez-la."),
        SetupFinding.communeWrong.rawValue: FindingText(
            "Commune absente ou étrangère au département ({count}) : {list}.",
            wayOut: "Corrigez la commune de l'exploitation, ou le rythme importé pour elle."),
    ]

    private static let setupHerds: [String: FindingText] = [
        SetupFinding.authorisationIncomplete.rawValue: FindingText(
            "Autorisation « délégation prophylaxie bovine » non renseignée pour {count} atelier(s) : {list}.",
            wayOut: "La DD(CS)PP complète ces autorisations."),
        SetupFinding.herdOfAuthority.rawValue: FindingText(
            "{count} atelier(s) rattaché(s) à la DD(CS)PP elle-même : {list}.",
            wayOut: "Rattachez-les à leur établissement, ou excluez-les nommément."),
        SetupFinding.fatteningIncluded.rawValue: FindingText(
            "{count} atelier(s) d'engraissement dérogatoire dans la campagne : {list}.",
            wayOut: "Ils gardent leur qualification sans prophylaxie : retirez-les."),
        SetupFinding.transferMissing.rawValue: FindingText(
            "{count} intervention(s) restée(s) sur un atelier fermé : {list}.",
            wayOut: "Reportez chacune sur le nouvel atelier, ou retirez-la de la campagne.",
            atTerminal: "Reportez-la : « vigie campaign add --herd NOUVEAU --from NUMÉRO --transfer », ou retirez-la."),
        SetupFinding.requalificationIncluded.rawValue: FindingText(
            "{count} atelier(s) en protocole de requalification dans la campagne : {list}.",
            wayOut: "Leurs tests ont leurs propres dates : retirez-les, sauf accord de la DD(CS)PP."),
        SetupFinding.riskHerdOmitted.rawValue: FindingText(
            "{count} troupeau(x) repeuplé(s), de zone contact ou à risque oublié(s) : {list}.",
            wayOut: "Incluez-les nommément, ou excluez-les nommément si c'est voulu."),
        SetupFinding.ageLimit.rawValue: FindingText(
            "Critère d'âge ou de zone douteux : {list}.",
            wayOut: "Un troupeau à risque n'a pas une limite plus haute ; une zone cite des communes du "
                + "département."),
        SetupFinding.herdWithoutCattle.rawValue: FindingText(
            "{count} atelier(s) programmé(s) sans bovin présent : {list}.",
            wayOut: "Fermez-les, ou attendez-vous à un DAP « zéro bovin »."),
        SetupFinding.namedHerdUnknown.rawValue: FindingText(
            "{count} atelier(s) cité(s) nommément, inconnu(s) ou fermé(s) : {list}.",
            wayOut: "Corrigez, parmi les paramètres, les ateliers inclus ou exclus nommément.",
            atTerminal: "Corrigez includedHerds ou excludedHerds."),
        SetupFinding.herdMissing.rawValue: FindingText(
            "{count} atelier(s) de la campagne précédente, ouvert(s), ne serai(en)t plus rattaché(s) : {list}.",
            wayOut: "Vérifiez classe et autorisations ; incluez ou excluez-les nommément."),
        SetupFinding.producerWithoutDairyHerd.rawValue: FindingText(
            "{count} producteur(s) du LIAL sans atelier livrant en laiterie : {list}.",
            wayOut: "Vérifiez la livraison du lait de ces exploitations."),
        SetupFinding.dairyHerdWithoutProducer.rawValue: FindingText(
            "{count} atelier(s) à analyser sur lait, absent(s) de la liste des producteurs : {list}.",
            wayOut: "Demandez leur numéro au LIAL ; sans lui, passez-les sur sang."),
        SetupFinding.exemptionWrong.rawValue: FindingText(
            "{count} dérogation(s) au contrôle sérologique douteuse(s) (pas de livraison, ou une seule maladie) : "
                + "{list}.",
            wayOut: "Signalez-les à la DD(CS)PP ; sans livraison, le sang est analysé."),
    ]

    private static let setupPlans: [String: FindingText] = [
        SetupFinding.wrongTest.rawValue: FindingText(
            "Test erroné ({count}) : {list}.",
            wayOut: "Corrigez la méthode : EAT ou ELISA (BRU), ELISA (LEU), IDS ou IDC (TUB)."),
        SetupFinding.wrongMatrix.rawValue: FindingText(
            "Nature de prélèvement autre que celle du paramétrage ({count}) : {list}.",
            wayOut: "Vérifiez la dérogation et la livraison du lait, puis corrigez le plan."),
        SetupFinding.bothMatrices.rawValue: FindingText(
            "Sang et lait demandés pour la même maladie ({count}) : {list}.",
            wayOut: "Gardez un seul des deux plans."),
        SetupFinding.laboratoryDiffers.rawValue: FindingText(
            "Laboratoire autre que celui de la convention pour : {list}.",
            wayOut: "La DD(CS)PP corrige « laboratories » ou la convention."),
        SetupFinding.planWithoutLaboratory.rawValue: FindingText(
            "{count} intervention(s) avec un plan sur sang sans laboratoire : {list}.",
            wayOut:
                "Ce n'est pas forcément une erreur ; la DD(CS)PP affecte le laboratoire parmi ceux de la "
                + "campagne.",
            atTerminal: "Ce n'est pas forcément une erreur ; la DD(CS)PP l'ajoute avec « vigie campaign laboratory »."),
        SetupFinding.laboratoryLabel.rawValue: FindingText(
            "Libellé du laboratoire autre que dans la convention pour : {list}.",
            wayOut: "Corrigez le nom de l'organisme : il est imprimé sur les DAP."),
        SetupFinding.documentLaboratory.rawValue: FindingText(
            "{count} DAP validé(s) avec un laboratoire changé depuis : {list}.",
            wayOut: "Rééditez ces DAP."),
        SetupFinding.laboratoryUnknown.rawValue: FindingText(
            "Laboratoire absent de la base : {list}.",
            wayOut: "Importez l'organisme, ou corrigez son code."),
        SetupFinding.laboratoryNotApproved.rawValue: FindingText(
            "Laboratoire non agréé pour la maladie : {list}.",
            wayOut: "Choisissez un laboratoire de la liste publiée, ou mettez son agrément à jour."),
        SetupFinding.nothingProgrammed.rawValue: FindingText(
            "Aucun atelier n'entre dans la campagne.",
            wayOut: "Importez le registre, puis vérifiez classes, rythmes et exclusions parmi les paramètres.",
            atTerminal:
                "Importez le registre, puis vérifiez classes, rythmes et exclusions (« vigie campaign show »)."),
        SetupFinding.diseaseWithoutPlan.rawValue: FindingText(
            "Aucun atelier n'est testé cette année pour : {list}.",
            wayOut: "Vérifiez les rythmes de dépistage : est-ce une année sans ?"),
        SetupFinding.planMissing.rawValue: FindingText(
            "{count} intervention(s) sans un plan dû : {list}.",
            wayOut: "Retirez puis remettez l'atelier : ses plans sont recalculés."),
        SetupFinding.setupWithoutLaboratory.rawValue: FindingText(
            "Aucun laboratoire affecté aux plans sur sang de : {list}.",
            wayOut: "La DD(CS)PP l'affecte, parmi les laboratoires de la campagne. L'impression n'est pas bloquée.",
            atTerminal: "La DD(CS)PP l'affecte : « vigie campaign set laboratories.BRU CODE ». L'impression n'est pas "
                + "bloquée."),
        SetupFinding.milkYearsUneven.rawValue: FindingText(
            "Leucose sur lait : {due} des {herds} ateliers à rythme pluriannuel tombent la même année.",
            wayOut: "Mieux vaut en prélever une même part chaque année : répartissez les phases."),
        SetupFinding.interventionMissing.rawValue: FindingText(
            "{count} atelier(s) sans intervention alors qu'un dépistage est dû : {list}.",
            wayOut: "Ajoutez-les à la campagne, en disant pourquoi.",
            atTerminal: "Ajoutez-les : « vigie campaign add --herd … --reason … »."),
        SetupFinding.withoutVeterinarian.rawValue: FindingText(
            "{count} intervention(s) sans vétérinaire sanitaire : {list}.",
            wayOut: "Le détenteur doit en désigner un ; la DD(CS)PP suit les désignations."),
        SetupFinding.vetsNotInformed.rawValue: FindingText(
            "Les listes d'exploitations par cabinet n'ont pas été envoyées, alors que l'envoi est délégué.",
            wayOut: "Tirez les listes par cabinet, envoyez-les, et notez leur envoi.",
            atTerminal: "« vigie campaign lists practices --record »."),
        SetupFinding.farmersNotInformed.rawValue: FindingText(
            "Les éleveurs n'ont pas été informés, alors que la convention le prévoit.",
            wayOut: "Tirez la liste des éleveurs, informez-les, et notez-le.",
            atTerminal: "« vigie campaign lists farmers --record »."),
        SetupFinding.milkGap.rawValue: FindingText(
            "{count} atelier(s) programmé(s) sur lait sans prélèvement le mois prévu : {list}.",
            wayOut: "Demandez leur reprogrammation au LIAL, avec la liste des ateliers sur lait.",
            atTerminal: "Demandez leur reprogrammation au LIAL : « vigie campaign lists reprogram »."),
    ]
}
