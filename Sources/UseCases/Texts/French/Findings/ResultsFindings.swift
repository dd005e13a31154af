extension FrenchFindings {
    /// Reception of results: files, attachment, contents.
    static let results: [String: FindingText] = resultFiles.merging(resultLines) { first, _ in first }
        .merging(bloodResults) { first, _ in first }.merging(resultActs) { first, _ in first }
        .merging(tuberculinReports) { first, _ in first }

    private static let resultFiles: [String: FindingText] = [
        ResultsFinding.senderUnknown.rawValue: FindingText(
            "Aucun laboratoire n'a le code « {sender} ».",
            wayOut: "Choisissez un laboratoire de la liste, ou importez l'organisme avec le registre.",
            atTerminal: "Vérifiez --laboratory, ou importez l'organisme avec le registre."),
        ResultsFinding.senderMismatch.rawValue: FindingText(
            "Le compte « {login} » n'appartient pas au laboratoire « {sender} ».",
            wayOut: "Envoyez le fichier avec un compte de ce laboratoire."),
        ResultsFinding.fileRefused.rawValue: FindingText(
            "Le fichier est refusé en entier. Lignes en erreur : {lines} sur {total}.",
            wayOut: "Corrigez ces lignes sur la page du fichier, ou renvoyez le fichier ; ses lignes sont conservées.",
            atTerminal:
                "Corrigez ces lignes avec « vigie results replay », ou renvoyez le fichier ; "
                + "ses lignes sont conservées."),
        ResultsFinding.fileNotTaken.rawValue: FindingText(
            "Rien du fichier n'est enregistré. Lignes lues : {total}.",
            wayOut: "La remarque précédente dit pourquoi ; le fichier est conservé, renvoyez-le une fois corrigé."),
        ResultsFinding.fileUnchanged.rawValue: FindingText(
            "Ces mêmes octets ont déjà été reçus le {date} (import {import}) : rien ne change.",
            wayOut: "Il n'y a rien à faire."),
    ]

    private static let resultLines: [String: FindingText] = [
        ResultsFinding.holdingUnknown.rawValue: FindingText(
            "L'exploitation {holding} n'est pas au registre : le résultat n'est rattaché à rien.",
            wayOut: "Corrigez le registre ou signalez-la au laboratoire, puis rattachez le résultat.",
            atTerminal: "Corrigez le registre ou signalez-la au laboratoire, puis « vigie results unattached »."),
        ResultsFinding.holdingElsewhere.rawValue: FindingText(
            "L'exploitation {holding} est d'un autre département : le résultat n'est rattaché à rien.",
            wayOut: "Transmettez-le au département concerné, puis écartez la ligne avec ce motif."),
        ResultsFinding.producerMismatch.rawValue: FindingText(
            "Le producteur {producer} du laboratoire n'est pas l'exploitation {holding}.",
            wayOut: "Rapprochez les deux numéros avec le laboratoire, puis rattachez le résultat."),
        ResultsFinding.producerUnknown.rawValue: FindingText(
            "Le producteur {producer} ({holding}) n'est pas dans la liste du laboratoire.",
            wayOut: "Le résultat compte ; demandez la liste à jour au laboratoire."),
        ResultsFinding.siretMismatch.rawValue: FindingText(
            "Le SIRET {siret} n'est pas un établissement de l'exploitation {holding}.",
            wayOut: "Le résultat compte ; faites corriger l'un des deux numéros."),
        ResultsFinding.milkLate.rawValue: FindingText(
            "{lines} résultat(s) reçus un mois ou plus après l'analyse.",
            wayOut: "Le dysfonctionnement est noté.",
            atTerminal: "Le dysfonctionnement est noté ; voyez « vigie results late »."),
        ResultsFinding.duplicateLine.rawValue: FindingText(
            "Cette ligne répète une ligne du même dossier : elle ne compte qu'une fois.",
            wayOut: "Il n'y a rien à faire."),
        ResultsFinding.contradictoryLines.rawValue: FindingText(
            "Cette ligne contredit une autre ligne du même dossier : les deux comptent.",
            wayOut: "Demandez au laboratoire de renvoyer le dossier, qui remplacera les deux."),
        ResultsFinding.codeToVerify.rawValue: FindingText(
            "Le code {code} ({holding}) compte comme non négatif.",
            wayOut: "Vérifiez-le auprès du laboratoire : un nouvel envoi du dossier le remplace."),
    ]

    private static let bloodResults: [String: FindingText] = [
        ResultsFinding.wrongMatrix.rawValue: FindingText(
            "Le résultat {disease} de {animal} porte sur une autre matrice que celle demandée ({intervention}).",
            wayOut: "Il ne compte pas. Voyez avec le laboratoire ; s'il est non négatif, il reste à traiter."),
        ResultsFinding.animalUnknown.rawValue: FindingText(
            "Le bovin {animal} n'est pas au registre ({disease}, {date}).",
            wayOut: "Faites corriger le numéro ou le registre, puis rattachez le résultat.",
            atTerminal: "Faites corriger le numéro ou le registre, puis « vigie results attach »."),
        ResultsFinding.interventionUnknown.rawValue: FindingText(
            "L'intervention {intervention} n'existe pas ({animal}, {disease}).",
            wayOut: "Rattachez le résultat à la bonne intervention, ou faites corriger le numéro.",
            atTerminal: "Rattachez le résultat avec « vigie results attach », ou faites corriger le numéro."),
        ResultsFinding.withoutIntervention.rawValue: FindingText(
            "Aucune intervention ouverte n'attend {disease} pour {animal} ({date}).",
            wayOut: "Rattachez le résultat à une intervention, ou faites-le écarter avec un motif.",
            atTerminal: "Rattachez le résultat avec « vigie results attach », ou écartez-le avec un motif."),
        ResultsFinding.severalInterventions.rawValue: FindingText(
            "Plusieurs interventions attendent {disease} pour {animal} ({date}).",
            wayOut: "Choisissez l'intervention à laquelle rattacher le résultat.",
            atTerminal: "Choisissez l'intervention avec « vigie results attach »."),
        ResultsFinding.interventionElsewhere.rawValue: FindingText(
            "L'intervention {intervention} est d'un autre département ({animal}, {disease}).",
            wayOut: "Transmettez le résultat au département concerné, puis écartez la ligne avec ce motif."),
        ResultsFinding.planUnknown.rawValue: FindingText(
            "{disease} n'est pas au programme de l'intervention {intervention} ({animal}).",
            wayOut: "Rattachez le résultat à la bonne intervention, ou écartez-le avec un motif."),
        ResultsFinding.animalOffDocument.rawValue: FindingText(
            "{animal} n'est pas sur le document de {intervention} ({disease}).",
            wayOut: "Le résultat compte à côté du statut ; vérifiez qu'il ne remplace pas un animal demandé."),
        ResultsFinding.sampledOutside.rawValue: FindingText(
            "{animal} a été prélevé le {date}, hors des dates de la campagne ({disease}).",
            wayOut: "Le résultat compte ; vérifiez la date et la campagne."),
        ResultsFinding.notAnalysed.rawValue: FindingText(
            "L'échantillon de {animal} n'a pas été analysé ({disease}) : {reason}.",
            wayOut: "Demandez la sérothèque ou un nouveau prélèvement ; le dysfonctionnement est noté."),
        ResultsFinding.uninterpretable.rawValue: FindingText(
            "Le résultat de {animal} est ininterprétable ({disease}).",
            wayOut: "Il ne compte pas comme réalisé : demandez la sérothèque ou un nouveau prélèvement."),
    ]

    private static let resultActs: [String: FindingText] = [
        ResultsFinding.unattachedUnknown.rawValue: FindingText(
            "Aucun résultat en attente n'a le numéro {id}.",
            wayOut: "Reprenez la liste des résultats à rattacher : celui-ci l'est peut-être déjà.",
            atTerminal: "Voyez la liste : « vigie results unattached »."),
        ResultsFinding.notAttachable.rawValue: FindingText(
            "Le résultat {id} ne peut pas être rattaché tel quel.",
            wayOut: "Faites corriger le fichier par le laboratoire, ou écartez le résultat avec un motif."),
        ResultsFinding.importUnknown.rawValue: FindingText(
            "L'import {import} n'existe pas dans ce département.",
            wayOut: "Reprenez la liste des fichiers reçus.",
            atTerminal: "Voyez « vigie results refused »."),
        ResultsFinding.nothingToReplay.rawValue: FindingText(
            "L'import {import} n'a pas de telle ligne à rejouer.",
            wayOut:
                "La page du fichier montre ce qui attend ; un fichier illisible doit être renvoyé par le "
                + "laboratoire.",
            atTerminal: "Voyez « vigie results refused » ; un fichier illisible doit être renvoyé par le laboratoire."),
        ResultsFinding.reasonNeeded.rawValue: FindingText(
            "Il manque le motif.", wayOut: "Écrivez le motif, puis recommencez."),
        ResultsFinding.interventionNeeded.rawValue: FindingText(
            "{kind} est un descripteur d'intervention (ANODEPPHYB).", wayOut: "Nommez l'intervention."),
        ResultsFinding.proofNeeded.rawValue: FindingText(
            "Il manque la référence du justificatif.",
            wayOut: "Écrivez où se trouve la pièce qui le prouve, puis recommencez."),
        ResultsFinding.authorityOnly.rawValue: FindingText(
            "Ce résultat est peut-être non négatif : « {login} » ne peut pas l'écarter.",
            wayOut: "Rattachez-le, ou laissez le délégant (DDecPP) l'écarter avec un motif."),
        ResultsFinding.noResult.rawValue: FindingText(
            "Aucun résultat {disease} de {animal} dans cette intervention.", wayOut: "Vérifiez les numéros."),
        ResultsFinding.decisionNotAllowed.rawValue: FindingText(
            "Le laboratoire a conclu pour {animal} ({disease}) : une décision ne change rien à NEG ni à POS.",
            wayOut: "Seul un nouveau rapport du laboratoire remplace ce résultat."),
        ResultsFinding.testTooOld.rawValue: FindingText(
            "Le test de {animal} du {date} n'est pas dans les 90 jours avant la dernière visite ({visit}).",
            wayOut: "Le bovin doit être testé : demandez une nouvelle visite."),
        ResultsFinding.dateInFuture.rawValue: FindingText(
            "La date {date} est dans le futur.", wayOut: "Corrigez la date."),
    ]

    private static let tuberculinReports: [String: FindingText] = [
        ResultsFinding.countsInconsistent.rawValue: FindingText(
            "{intervention} : le nombre testé ({tested}) n'est pas la somme des négatifs et des non négatifs.",
            wayOut: "Le rapport compte ; faites préciser les nombres par le vétérinaire."),
        ResultsFinding.readBeforeInjection.rawValue: FindingText(
            "{intervention} : lecture le {read}, avant l'injection du {injected}.",
            wayOut: "Le rapport compte ; faites corriger les dates."),
        ResultsFinding.modelNotApproved.rawValue: FindingText(
            "{intervention} : le rapport n'est pas sur un modèle agréé (RAPNONCONF).",
            wayOut: "Le dysfonctionnement est noté ; rappelez le modèle au vétérinaire."),
        ResultsFinding.reportIncomplete.rawValue: FindingText(
            "{intervention} : le rapport est incomplet ({missing}).",
            wayOut: "Contactez le vétérinaire, puis saisissez le rapport complété : il remplace celui-ci."),
        ResultsFinding.numberIncomplete.rawValue: FindingText(
            "{intervention} : le numéro « {animal} » d'un bovin non négatif est incomplet (NUMBOVNONNEG).",
            wayOut: "Demandez le code pays et le numéro complet au vétérinaire."),
        ResultsFinding.nonNegativeNotNamed.rawValue: FindingText(
            "{intervention} : {counted} bovin(s) non négatif(s), {named} identifié(s) (NUMBOVNONNEG).",
            wayOut: "Demandez l'identification de chacun au vétérinaire."),
        ResultsFinding.reportLate.rawValue: FindingText(
            "{intervention} : rapport reçu le {received}, plus d'une semaine après la lecture du {read}.",
            wayOut: "Le rapport compte ; le retard est noté."),
        ResultsFinding.recheckInProphylaxis.rawValue: FindingText(
            "{intervention} : une IDC du {date} suit un rapport non négatif de la même intervention.",
            wayOut:
                "Un recontrôle relève de la police sanitaire : vérifiez que la suspicion ne compte pas deux fois."),
        ResultsFinding.animalWithoutReport.rawValue: FindingText(
            "Le bovin {animal} est cité sans rapport pour {intervention}.",
            wayOut:
                "Corrigez la ligne du rapport ou celle du bovin sur la page du fichier, ou renvoyez les "
                + "deux fichiers complétés.",
            atTerminal:
                "Corrigez la ligne du rapport ou celle du bovin (« vigie results replay »), ou renvoyez les deux "
                + "fichiers complétés."),
    ]
}
