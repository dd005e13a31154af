extension FrenchFindings {
    /// Follow-up and closing.
    static let closing: [String: FindingText] = [
        FollowUpFinding.closeReasonMissing.rawValue: FindingText(
            "Le motif manque.",
            wayOut: "Dites pourquoi, en quelques mots.",
            atTerminal: "Dites avec --reason pourquoi."),
        FollowUpFinding.workItemUnknown.rawValue: FindingText(
            "L'alerte {item} n'existe pas dans ce département, ou est déjà close.",
            wayOut: "Reprenez la liste des alertes ouvertes : quelqu'un l'a peut-être close avant vous.",
            atTerminal: "Les alertes ouvertes et leur numéro : « vigie worklist alerts »."),
        FollowUpFinding.changedMeanwhile.rawValue: FindingText(
            "L'intervention {intervention} a changé depuis que vous avez ouvert la page : {acts}.",
            wayOut:
                "Rien n'a été enregistré. La page montre l'état actuel : relisez-la, puis recommencez s'il y a lieu."),
        FollowUpFinding.subjectChanged.rawValue: FindingText(
            "Cette fiche a changé depuis que vous avez ouvert la page : {acts}.",
            wayOut:
                "Rien n'a été enregistré. La page montre l'état actuel : relisez-la, puis recommencez s'il y a lieu."),
        FollowUpFinding.documentUnknown.rawValue: FindingText(
            "Ce document n'existe pas, ou n'est plus conservé.", wayOut: "Revenez à la page de l'intervention."),
        FollowUpFinding.viewNameUnfit.rawValue: FindingText(
            "Le nom de la vue manque, est trop long, ou n'est celui d'aucune de vos vues.",
            wayOut: "Donnez un nom de {most} caractères au plus."),
        FollowUpFinding.viewsTooMany.rawValue: FindingText(
            "Vous gardez déjà {most} vues.", wayOut: "Supprimez-en une, ou remplacez-la en reprenant son nom."),
        FollowUpFinding.nothingSelected.rawValue: FindingText(
            "Aucune intervention n'est cochée.", wayOut: "Cochez les interventions, puis recommencez."),
        FollowUpFinding.attachmentEmpty.rawValue: FindingText(
            "Aucun fichier n'est choisi, ou il est vide.", wayOut: "Choisissez le document numérisé."),
        FollowUpFinding.attachmentUnreadable.rawValue: FindingText(
            "Ce fichier n'est ni un PDF, ni une image JPEG ou PNG.",
            wayOut: "Numérisez le document dans l'un de ces formats, ou exportez-le en PDF."),
        FollowUpFinding.attachmentTooLarge.rawValue: FindingText(
            "La pièce dépasse {limit} Mo.", wayOut: "Numérisez-la en plus basse résolution, ou en plusieurs parties."),
        FollowUpFinding.attachmentsTooMany.rawValue: FindingText(
            "Cette intervention a déjà {most} pièces jointes.",
            wayOut: "Retirez celles qui ne servent plus, ou réunissez plusieurs pages dans un seul PDF."),
        FollowUpFinding.attachmentUnknown.rawValue: FindingText(
            "Cette pièce n'existe pas, ou elle est déjà retirée.", wayOut: "Rechargez la page de l'intervention."),
        FollowUpFinding.noteEmpty.rawValue: FindingText("La note est vide.", wayOut: "Dites ce qui s'est passé."),
        FollowUpFinding.noteTooLong.rawValue: FindingText(
            "La note dépasse {most} caractères.", wayOut: "Résumez-la, et joignez le reste comme pièce."),
        FollowUpFinding.noMilkPlan.rawValue: FindingText(
            "{intervention} n'a pas de plan {disease} sur lait.", wayOut: "Vérifiez la maladie et le numéro."),
        FollowUpFinding.interventionsUntreated.rawValue: FindingText(
            "La campagne {campaign} compte {count} intervention(s) sans rapport ni décision de non réalisation.",
            wayOut: "Traitez-les, ou clôturez malgré elles en disant pourquoi.",
            atTerminal: "Traitez-les (« vigie campaign closing »), ou clôturez malgré elles en disant pourquoi "
                + "(« vigie campaign close --override »)."),
        FollowUpFinding.closingChanged.rawValue: FindingText(
            "La campagne {campaign} a changé entre-temps : {count} intervention(s) sont sans rapport ni décision.",
            wayOut: "Relisez ce qui reste, puis décidez à nouveau."),
        FollowUpFinding.treatedMeanwhile.rawValue: FindingText(
            "L'intervention {intervention} n'attend plus de décision : elle a été traitée ou retirée entre-temps.",
            wayOut: "Ouvrez-la pour voir ce qui a été fait."),
        FollowUpFinding.closingTooEarly.rawValue: FindingText(
            "La campagne {campaign} ne se clôture qu'à partir du {from}.",
            wayOut: "Attendez cette date : un mois au moins après la fin de la campagne."),
        FollowUpFinding.forcedClosingTooEarly.rawValue: FindingText(
            "La clôture d'office de {campaign} n'est possible qu'après le {after}.",
            wayOut: "Jusque-là, la clôture revient au département."),
        FollowUpFinding.forecastNotSorted.rawValue: FindingText(
            "{count} intervention(s) prévues de {campaign} n'ont été ni triées ni supprimées : aucun document, aucune "
                + "visite.",
            wayOut: "Retirez de la campagne celles qui n'avaient pas lieu d'être, décidez des autres.",
            atTerminal:
                "Retirez celles qui n'avaient pas lieu d'être (« vigie campaign withdraw »), décidez des autres."),
        FollowUpFinding.descriptorMissing.rawValue: FindingText(
            "{count} intervention(s) non réalisées de {campaign} n'ont pas de motif de non réalisation.",
            wayOut: "Décision de non réalisation si le motif est valable, sinon évaluation et rapport B."),
        FollowUpFinding.doneNotReported.rawValue: FindingText(
            "{count} intervention(s) réalisées de {campaign} sont sans rapport.",
            wayOut: "Évaluez-les et établissez leurs rapports avant la clôture."),
        FollowUpFinding.closingOverdue.rawValue: FindingText(
            "La campagne {campaign} aurait dû être close au plus tard le {until}.",
            wayOut: "Clôturez-la sans délai ; après le 15 septembre, l'autorité nationale la clôt d'office."),
    ]
}
