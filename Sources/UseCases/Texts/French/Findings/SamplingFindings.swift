import Documents

extension FrenchFindings {
    /// Sampling documents: edition, validation, printing, sending.
    static let sampling: [String: FindingText] = [edition, remarks, cancellation, printing, labels, checks].reduce(
        into: [:]) {
            $0.merge($1) { first, _ in first }
        }

    private static let labels: [String: FindingText] = [
        DocumentFinding.labelWithoutBarcode.rawValue: FindingText(
            "Le numéro du bovin {animal} est trop long pour le code-barres de l'étiquette.",
            wayOut: "Son étiquette porte le numéro en clair : le laboratoire le saisit à la main.")
    ]

    private static let edition: [String: FindingText] = [
        SamplingFinding.campaignNotOpen.rawValue: FindingText(
            "La campagne {campaign} n'est pas ouverte à l'édition (état : {state}).",
            wayOut: "Exécutez la campagne d'abord ; sur une campagne close, plus rien n'est demandé."),
        SamplingFinding.interventionUnknown.rawValue: FindingText(
            "L'intervention {intervention} n'existe pas dans cette campagne, ou en a été retirée.",
            wayOut: "Vérifiez le numéro à douze chiffres ; un document d'une autre campagne ne peut pas servir."),
        SamplingFinding.nothingSelected.rawValue: FindingText(
            "Aucune intervention ne répond à ces critères.",
            wayOut: "Élargissez les critères, ou vérifiez que la campagne a été exécutée."),
        SamplingFinding.notNeeded.rawValue: FindingText(
            "L'intervention {intervention} ne demande ni prise de sang ni tuberculination : elle n'a pas de document.",
            wayOut: "Rien à faire : le lait est analysé par le laboratoire de la laiterie."),
        SamplingFinding.alreadyValidated.rawValue: FindingText(
            "Le document de l'intervention {intervention} est déjà validé (édition {edition}).",
            wayOut: "Pour ajouter des bovins, rééditez-le.",
            atTerminal: "Pour ajouter des bovins, rééditez-le avec « vigie document reedit »."),
        SamplingFinding.notValidatedYet.rawValue: FindingText(
            "L'intervention {intervention} n'a pas d'édition validée : il n'y a rien à rééditer.",
            wayOut: "Éditez le document, puis validez-le.",
            atTerminal: "Éditez le document avec « vigie document edit », puis validez-le."),
        SamplingFinding.draftMissing.rawValue: FindingText(
            "L'intervention {intervention} n'a pas de projet à valider.",
            wayOut: "Éditez d'abord le document.",
            atTerminal: "Éditez d'abord le document avec « vigie document edit »."),
        SamplingFinding.changedSinceDraft.rawValue: FindingText(
            "Les données de l'intervention {intervention} ont changé depuis son projet : la liste peut en différer.",
            wayOut: "Relisez la liste avant de valider.",
            atTerminal: "Relisez la liste ; avec --only-unchanged, un tel document n'est pas validé."),
        SamplingFinding.ruleRefused.rawValue: FindingText(
            "La sélection a refusé les données de l'intervention {intervention} ({fault}).",
            wayOut: "Vérifiez les bovins de l'atelier et les paramètres de la campagne."),
    ]

    private static let cancellation: [String: FindingText] = [
        SamplingFinding.cancelledAfterVisit.rawValue: FindingText(
            "Le document {intervention} ne peut plus être annulé : la première visite a eu lieu le {visit}.",
            wayOut: "Demandez l'annulation des seuls bovins concernés, avec un motif ; une autre personne l'accepte."),
        SamplingFinding.cancelledButSent.rawValue: FindingText(
            "Le document {intervention} ({holding}), désormais annulé, avait été envoyé.",
            wayOut: "Prévenez le vétérinaire de ne pas s'en servir et envoyez-lui la nouvelle édition."),
        SamplingFinding.cancelledButRequested.rawValue: FindingText(
            "La demande d'analyse du document annulé {intervention} est déjà partie au laboratoire.",
            wayOut: "Prévenez le laboratoire ; la validation de la nouvelle édition en émet une autre."),
        SamplingFinding.cancelWholeList.rawValue: FindingText(
            "Aucune visite n'a encore eu lieu pour {intervention} : seule la liste entière peut être annulée.",
            wayOut: "Annulez le document entier ; une nouvelle édition le remplace aussitôt."),
        SamplingFinding.animalNotListed.rawValue: FindingText(
            "Le bovin {animal} n'est pas sur la liste de l'intervention {intervention}, ou y est déjà annulé.",
            wayOut: "Vérifiez le numéro sur le document validé."),
        SamplingFinding.animalHasResult.rawValue: FindingText(
            "Le bovin {animal} a un résultat pour l'intervention {intervention} : il ne peut pas être annulé.",
            wayOut: "Un résultat reçu compte toujours ; s'il est faux, le laboratoire le remplace."),
        SamplingFinding.animalListed.rawValue: FindingText(
            "Le bovin {animal} est déjà sur le document de l'intervention {intervention}.", wayOut: "Rien à faire."),
        SamplingFinding.animalNotPresent.rawValue: FindingText(
            "Le bovin {animal} n'était pas dans l'atelier le {day}.",
            wayOut: "Vérifiez le numéro et la date ; au besoin, faites notifier son entrée."),
        SamplingFinding.animalTooYoung.rawValue: FindingText(
            "Le bovin {animal} n'avait pas {months} mois le {day}.",
            wayOut: "Seul un bovin en âge d'être prélevé complète le document."),
        SamplingFinding.noBloodPlan.rawValue: FindingText(
            "L'intervention {intervention} ne demande pas de prise de sang.", wayOut: "Il n'y a rien à compléter."),
        SamplingFinding.dayOutsideDocument.rawValue: FindingText(
            "Le {day} précède l'édition du document ({edited}) ou n'est pas encore venu.",
            wayOut: "Donnez le jour du prélèvement."),
        SamplingFinding.noProposal.rawValue: FindingText(
            "Personne n'a demandé l'annulation du bovin {animal} ({intervention}).",
            wayOut: "Une première personne la demande, avec un motif ; une seconde l'accepte."),
        SamplingFinding.secondPersonNeeded.rawValue: FindingText(
            "Vous avez vous-même demandé l'annulation du bovin {animal} ({intervention}).",
            wayOut: "Une autre personne habilitée doit l'accepter, sous son propre compte."),
    ]

    private static let printing: [String: FindingText] = [
        SamplingFinding.previousCampaign.rawValue: FindingText(
            "Le document {intervention} appartient à la campagne {campaign}, finie le {end}.",
            wayOut:
                "Éditez celui de la campagne en cours ; ce qui a été émis reste lisible sur la page de "
                + "l'intervention.",
            atTerminal:
                "Éditez celui de la campagne en cours ; « --archive » ressort ce qui a été émis, pour le dossier."),
        SamplingFinding.neverPrinted.rawValue: FindingText(
            "Le document {intervention} n'a jamais été imprimé.",
            wayOut: "Une copie sans étiquettes a été tirée de sa liste validée."),
        SamplingFinding.expired.rawValue: FindingText(
            "La validité conseillée du document {intervention} a pris fin le {validUntil}.",
            wayOut: "Rééditez-le avant la visite.",
            atTerminal: "Rééditez-le avant la visite avec « vigie document reedit »."),
        SamplingFinding.printerUnknown.rawValue: FindingText(
            "Le fichier {file} ne décrit pas d'imprimante « {printer} ».",
            wayOut: "Ajoutez-y une table [{printer}] avec sheet, offset-x et offset-y."),
        SamplingFinding.printerSetting.rawValue: FindingText(
            "Le réglage « {name} » de l'imprimante « {printer} » n'est pas admis.",
            wayOut: "Réglages : sheet (two-columns, one-column, pairs), offset-x et offset-y en millimètres."),
        SamplingFinding.printerSheet.rawValue: FindingText(
            "Avec le décalage de l'imprimante « {printer} », les étiquettes sortent de la feuille ({fault}).",
            wayOut: "Réduisez le décalage ; la page d'essai aide à le mesurer."),
    ]

    private static let checks: [String: FindingText] = [
        SamplingFinding.sampledAnimalUnknown.rawValue: FindingText(
            "Le bovin {animal} n'est pas dans le registre.",
            wayOut: "Vérifiez le numéro, ou importez le registre, puis importez ce fichier à nouveau."),
        SamplingFinding.methodUnknown.rawValue: FindingText(
            "La méthode « {method} » de l'intervention {intervention} n'a pas de code dans la demande d'analyse.",
            wayOut: "Corrigez la méthode du plan : EAT, FC, SER ou ELISA."),
        SamplingFinding.nothingPrinted.rawValue: FindingText(
            "Aucun exemplaire imprimé ne répond à ces critères.",
            wayOut: "Imprimez d'abord ; le registre des envois donne les lots et les interventions.",
            atTerminal: "Imprimez d'abord ; « vigie document register » donne les lots et les interventions."),
        SamplingFinding.missing.rawValue: FindingText(
            "La visite {intervention} ({holding}) est prévue le {visit} et son document n'est pas validé.",
            wayOut: "Éditez et validez le document sans délai."),
        SamplingFinding.notSentInTime.rawValue: FindingText(
            "Le document {intervention} ({holding}) n'était pas envoyé cinq jours avant la visite du {visit}.",
            wayOut: "Envoyez-le et enregistrez l'envoi.",
            atTerminal: "Envoyez-le et enregistrez l'envoi avec « vigie document dispatch »."),
        SamplingFinding.draftLeft.rawValue: FindingText(
            "Le document {intervention} ({holding}) est resté à l'état de projet depuis le {edited}.",
            wayOut: "Validez-le, ou rééditez-le.",
            atTerminal: "Validez-le avec « vigie document validate », ou rééditez-le."),
        SamplingFinding.belowRegulation.rawValue: FindingText(
            "Le document {intervention} ({holding}) demande {requested} bovins par prise de sang ; il en faut "
                + "{required}.",
            wayOut: "Vérifiez les paramètres de la campagne, puis rééditez le document."),
        SamplingFinding.sentInAnotherVersion.rawValue: FindingText(
            "Le document {intervention} a été envoyé en édition {sent} ; l'édition validée est la {standing}.",
            wayOut: "Imprimez et envoyez l'édition validée."),
        SamplingFinding.sentAfterCampaign.rawValue: FindingText(
            "Le document {intervention} a été envoyé le {sent}, après la fin de la campagne.",
            wayOut: "Un document ne sert que dans sa campagne : éditez celui de la campagne en cours."),
        SamplingFinding.batchIncomplete.rawValue: FindingText(
            "Le lot {batch} est parti incomplet : {sent} exemplaires sur {printed}.",
            wayOut: "Envoyez le reste, ou notez ce qui s'est passé."),
        SamplingFinding.problemOpen.rawValue: FindingText(
            "Un incident est ouvert sur le document {intervention} : {problem}.",
            wayOut: "Renvoyez-le et enregistrez ce nouvel envoi.",
            atTerminal: "Renvoyez-le avec « vigie document dispatch --again »."),
        SamplingFinding.cancelledWithoutEdition.rawValue: FindingText(
            "La liste {intervention} ({holding}) a été annulée et aucune édition ne l'a remplacée.",
            wayOut: "Validez la nouvelle édition."),
        SamplingFinding.lateCancellations.rawValue: FindingText(
            "{cancelled} bovins du document {intervention} ({holding}) ont été annulés à deux personnes ; "
                + "{requested} restent.",
            wayOut: "L'autorité relit les motifs ; les taux se lisent aussi sur le nombre sans annulation."),
    ]

    private static let remarks: [String: FindingText] = [
        SamplingFinding.editedTooEarly.rawValue: FindingText(
            "Le document {intervention} est édité trop tôt pour la visite du {visit} : l'âge compte à la visite.",
            wayOut: "Éditez-le à partir du {editableFrom}."),
        SamplingFinding.deliveredTooLate.rawValue: FindingText(
            "Le vétérinaire ne peut plus avoir le document {intervention} cinq jours avant la visite du {visit}.",
            wayOut:
                "Envoyez-le sans délai par voie électronique, ou convenez d'une autre date ; limite : {deliveredBy}."),
        SamplingFinding.expiresBeforeVisit.rawValue: FindingText(
            "La validité du document {intervention} finit le {validUntil}, avant la visite du {visit}.",
            wayOut: "Éditez-le plus tard, ou avec une validité qui couvre la visite.",
            atTerminal: "Adaptez-la avec --valid-until, ou éditez plus tard."),
        SamplingFinding.agesOfAnotherDay.rawValue: FindingText(
            "Les âges du document {intervention} sont ceux du {referenceDate}, loin de la visite du {visit}.",
            wayOut: "Éditez-le avec les âges au jour de la visite.",
            atTerminal: "Éditez avec « --on visit »."),
        SamplingFinding.zeroBovine.rawValue: FindingText(
            "Le document {intervention} ({holding}) ne demande aucun bovin ; l'atelier en compte {cattle}.",
            wayOut: "Ce n'est pas une erreur : comparez l'effectif de l'atelier et les critères d'âge de la campagne.",
            atTerminal: "Ce n'est pas une erreur : analysez le cas avec « vigie document zero »."),
        SamplingFinding.planWithoutLaboratory.rawValue: FindingText(
            "Le plan {disease} de l'intervention {intervention} n'a pas de laboratoire : aucune demande "
                + "d'analyse ne part.",
            wayOut: "Attribuez un laboratoire au plan ; l'impression reste possible."),
        SamplingFinding.wrongVeterinarian.rawValue: FindingText(
            "Le vétérinaire du document {intervention} ({holding}) n'est pas le vétérinaire sanitaire de l'atelier.",
            wayOut: "Faites corriger la désignation par l'autorité, ou le vétérinaire de l'intervention, puis rééditez."
        ),
    ]
}
