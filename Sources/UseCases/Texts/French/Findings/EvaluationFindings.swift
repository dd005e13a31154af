import Prophylaxis

extension FrenchFindings {
    /// Evaluations, reports, decisions of non-completion, follow-ups, retests.
    static let evaluation: [String: FindingText] = choices.merging(reports) { first, _ in first }
        .merging(decisions) { first, _ in first }

    private static let choices: [String: FindingText] = [
        EvaluationGuard.Objection.awaitingRetestOnlyBrucellosis.rawValue: FindingText(
            "AR n'existe que pour la brucellose ({intervention}, {disease}).",
            wayOut: "Choisissez C ; les recontrôles de leucose et de tuberculose relèvent du délégant."),
        EvaluationGuard.Objection.retestNotOrdered.rawValue: FindingText(
            "Aucun recontrôle n'est ordonné pour {intervention}.",
            wayOut: "Laissez NE jusqu'à ce que le délégant ordonne un recontrôle.",
            atTerminal: "Laissez NE jusqu'à la décision du délégant (« vigie retest order »)."),
        EvaluationGuard.Objection.isDelegated.rawValue: FindingText(
            "{disease} est déléguée pour {intervention} : ND ne convient pas.",
            wayOut: "Évaluez la maladie, ou faites corriger la délégation par le délégant."),
        EvaluationGuard.Objection.notDelegated.rawValue: FindingText(
            "{disease} n'est pas à évaluer par le délégataire pour {intervention}.", wayOut: "Choisissez ND."),
        EvaluationGuard.Objection.programmed.rawValue: FindingText(
            "{disease} est programmée pour {intervention} : SO ne convient pas.",
            wayOut: "Éditez et validez le document, ou prenez une décision de non réalisation."),
        EvaluationGuard.Objection.notProgrammed.rawValue: FindingText(
            "{disease} n'est pas programmée pour {intervention}.", wayOut: "Choisissez SO."),
        EvaluationGuard.Objection.nonNegativeStands.rawValue: FindingText(
            "Un résultat non négatif existe ({intervention}, {disease}) : ni A ni B ne conviennent.",
            wayOut: "Choisissez C, ou AR pour la brucellose si le recontrôle est ordonné."),
        EvaluationGuard.Objection.doubtfulStands.rawValue: FindingText(
            "Un résultat douteux existe ({intervention}, {disease}) : ni A ni B ne conviennent.",
            wayOut: "Attendez la décision du délégant ; pour la leucose, choisissez C."),
        EvaluationGuard.Objection.removalAwaitsAuthority.rawValue: FindingText(
            "Intervention {intervention} : un envoi a retiré un résultat non négatif en {disease}, sans que "
                + "l'autorité l'ait acquitté.",
            wayOut: "L'autorité examine ce retrait et clôt son alerte avec un motif ; évaluez ensuite."),
        EvaluationGuard.Objection.anomalyNeedsProof.rawValue: FindingText(
            "Une anomalie administrative existe ({intervention}, {disease}) : A demande un motif et sa preuve.",
            wayOut: "Donnez le motif en commentaire et la référence du justificatif en preuve, ou choisissez B."),
        EvaluationGuard.Objection.notRealised.rawValue: FindingText(
            "{disease} n'est pas réalisée, ou pas assez, pour {intervention} : A ne convient pas encore.",
            wayOut: "Laissez NE en attendant les résultats, ou prenez une décision de non réalisation."),
        EvaluationGuard.Objection.evidenceMissing.rawValue: FindingText(
            "Aucun résultat reçu ne montre cette évaluation ({intervention}, {disease}).",
            wayOut: "Donnez en commentaire ce qui est su et en preuve la référence de la pièce qui le montre."),
        EvaluationGuard.Objection.anomalyNotNamed.rawValue: FindingText(
            "Aucune anomalie administrative n'est constatée pour {intervention} ({disease}).",
            wayOut: "Nommez-la en commentaire : elle figure au rapport."),
        EvaluationGuard.Objection.offDocumentNeedsComment.rawValue: FindingText(
            "Des animaux hors document remplacent des animaux demandés ({intervention}, {disease}).",
            wayOut: "Expliquez-le en commentaire."),
        EvaluationGuard.Objection.tuberculin90To99.rawValue: FindingText(
            "Sous-réalisation TUB 90 à 99 % ({intervention}) : la proposition est B.",
            wayOut: "Vérifiez que A est bien voulu ; la DDecPP gère ces sorties et rappels."),
        EvaluationFinding.proposalsChanged.rawValue: FindingText(
            "Les propositions ont changé entre-temps : {count} « {value} » au lieu de {seen}.",
            wayOut: "Relisez ce qui est proposé, puis confirmez à nouveau."),
        EvaluationFinding.statusesDiffer.rawValue: FindingText(
            "Les interventions choisies n'ont pas le même statut pour {disease} : {statuses}.",
            wayOut: "Évaluez séparément les interventions de statut différent."),
        EvaluationFinding.nothingChosen.rawValue: FindingText(
            "Aucune valeur n'est choisie : tout reste en l'état (PM).",
            wayOut: "Choisissez une valeur pour au moins une maladie."
        ),
        EvaluationFinding.interventionUnknown.rawValue: FindingText(
            "L'intervention {intervention} n'existe pas dans cette campagne.",
            wayOut: "Vérifiez le numéro à 12 chiffres et l'année."),
        EvaluationFinding.campaignNotRunning.rawValue: FindingText(
            "La campagne {campaign} n'est pas en cours : plus d'évaluation ni de rapport.",
            wayOut: "Après la clôture, seules les suites restent possibles."),
        EvaluationFinding.reportStands.rawValue: FindingText(
            "Un rapport d'inspection validé existe pour {intervention}.",
            wayOut: "Invalidez-le avec un motif pour établir une nouvelle version.",
            atTerminal: "Invalidez-le avec un motif (« vigie report invalidate ») pour établir une nouvelle version."),
        EvaluationFinding.notFirst.rawValue: FindingText(
            "L'intervention {intervention} est un recontrôle ou une visite hors campagne : ni évaluation, ni rapport.",
            wayOut: "Évaluez l'intervention {main}, à laquelle elle est rattachée : ses résultats y comptent."),
        EvaluationFinding.notComputed.rawValue: FindingText(
            "Le statut de {intervention} n'est pas encore calculé.",
            wayOut: "Il l'est dans la nuit ; sinon, demandez le calcul des statuts.",
            atTerminal: "Lancez « vigie campaign recompute »."),
    ]

    private static let reports: [String: FindingText] = [
        EvaluationFinding.evaluationNotFinal.rawValue: FindingText(
            "{intervention} : l'évaluation est encore provisoire pour {diseases}.",
            wayOut: "Évaluez ces maladies avant de générer le rapport."),
        EvaluationFinding.programmedWithoutObject.rawValue: FindingText(
            "{intervention} : {diseases} programmée mais sans objet.",
            wayOut: "Éditez le document, ou prenez une décision de non réalisation."),
        EvaluationFinding.nonCompletionStands.rawValue: FindingText(
            "{intervention} porte une décision de non réalisation : aucun rapport n'est dû.",
            wayOut: "Révoquez la décision si l'intervention a eu lieu."),
        EvaluationFinding.completionDateMissing.rawValue: FindingText(
            "{intervention} : la date de réalisation n'est pas connue.",
            wayOut: "Saisissez-la : le plan lait seul ne la fixe pas.",
            atTerminal: "Saisissez-la avec --completed-on : le plan lait seul ne la fixe pas."),
        EvaluationFinding.reportUnknown.rawValue: FindingText(
            "Le rapport {report} n'existe pas.", wayOut: "Vérifiez son numéro."),
        EvaluationFinding.reportInvalidated.rawValue: FindingText(
            "Le rapport {report} est déjà invalidé.", wayOut: "Travaillez sur sa dernière version."),
        EvaluationFinding.reasonMissing.rawValue: FindingText(
            "Il manque le motif.",
            wayOut: "Dites pourquoi, en quelques mots.",
            atTerminal: "Donnez-le avec --reason."),
    ]

    private static let decisions: [String: FindingText] = [
        EvaluationFinding.nonCompletionCodeReserved.rawValue: FindingText(
            "La décision {code} ne se prend pas ici.",
            wayOut: "Un inspecteur choisit DECNR_AA, DECNR_PBE ou DECNR_EAF ; un délai dépassé donne un rapport B."),
        EvaluationFinding.animalsStillRequested.rawValue: FindingText(
            "{intervention} : {count} animaux du document validé sont encore présents.",
            wayOut: "{code} ne convient pas tant qu'un document liste des animaux présents."),
        EvaluationFinding.herdStillOpen.rawValue: FindingText(
            "{intervention} : l'atelier est ouvert ou détient encore des bovins.",
            wayOut: "Fermez d'abord l'atelier, ou choisissez un autre motif."),
        EvaluationFinding.nonCompletionUnknown.rawValue: FindingText(
            "{intervention} ne porte pas de décision de non réalisation.", wayOut: "Vérifiez le numéro."),
        EvaluationFinding.resultsExist.rawValue: FindingText(
            "{intervention} a déjà des résultats : une décision de non réalisation ne convient pas.",
            wayOut: "Évaluez l'intervention."),
        EvaluationFinding.followUpOnCompliant.rawValue: FindingText(
            "Le rapport {report} n'est ni B ni C : il n'appelle pas de suites.", wayOut: "Vérifiez son numéro."),
        EvaluationFinding.retestNeedsSuspicion.rawValue: FindingText(
            "{intervention} n'a pas de résultat de brucellose non négatif.", wayOut: "Vérifiez le numéro."),
        EvaluationFinding.retestAlreadyOrdered.rawValue: FindingText(
            "Un recontrôle est déjà ordonné pour {intervention}.", wayOut: "Consignez son résultat."),
        EvaluationFinding.retestLimit.rawValue: FindingText(
            "Le délai du recontrôle va du {from} au {until}.", wayOut: "Choisissez une date limite dans cet intervalle."
        ),
        EvaluationFinding.retestDay.rawValue: FindingText(
            "Le recontrôle se fait entre le {from} et le {until}.", wayOut: "Choisissez un jour dans cet intervalle."),
        EvaluationFinding.retestUnknown.rawValue: FindingText(
            "Aucun recontrôle n'est ordonné pour {intervention}.", wayOut: "Ordonnez-le d'abord."),
    ]
}
