extension FrenchFindings {
    /// Follow-up, letters and closing.
    static let closing: [String: FindingText] = closingTexts.merging(letterTexts) { first, _ in first }

    private static let closingTexts: [String: FindingText] = [
        FollowUpFinding.closeReasonMissing.rawValue: FindingText(
            "Le motif manque.", wayOut: "Dites avec --reason pourquoi."),
        FollowUpFinding.workItemUnknown.rawValue: FindingText(
            "L'alerte {item} n'existe pas dans ce département, ou est déjà close.",
            wayOut: "Les alertes ouvertes et leur numéro : « vigie worklist alerts »."),
        FollowUpFinding.interventionsUntreated.rawValue: FindingText(
            "La campagne {campaign} compte {count} intervention(s) sans rapport ni décision de non réalisation.",
            wayOut: "Traitez-les (« vigie campaign closing »), ou clôturez avec --override et son motif."),
        FollowUpFinding.closingTooEarly.rawValue: FindingText(
            "La campagne {campaign} ne se clôture qu'à partir du {from}.",
            wayOut: "Attendez cette date : un mois au moins après la fin de la campagne."),
        FollowUpFinding.forcedClosingTooEarly.rawValue: FindingText(
            "La clôture d'office de {campaign} n'est possible qu'après le {after}.",
            wayOut: "Jusque-là, la clôture revient au département."),
        FollowUpFinding.closingOverdue.rawValue: FindingText(
            "La campagne {campaign} aurait dû être close au plus tard le {until}.",
            wayOut: "Clôturez-la sans délai ; après le 15 septembre, l'autorité nationale la clôt d'office."),
    ]

    private static let letterTexts: [String: FindingText] = [
        FollowUpFinding.letterNotForDelegate.rawValue: FindingText(
            "La lettre « {kind} » revient à l'autorité.",
            wayOut: "C'est une lettre de l'autorité, ou la campagne est finie : les rappels sont alors les siens."),
        FollowUpFinding.letterFieldMissing.rawValue: FindingText(
            "La lettre « {kind} » pour {intervention} n'est pas écrite : {field} manque.",
            wayOut: "Complétez les données, ou donnez la valeur avec --value {field}=…"),
        FollowUpFinding.letterTemplateUnreadable.rawValue: FindingText(
            "Le modèle de lettre ne se lit pas : {fault}.",
            wayOut: "Corrigez le modèle ; « vigie letter template » donne le modèle d'origine et ses champs."),
        FollowUpFinding.letterKindWithoutList.rawValue: FindingText(
            "La lettre « {kind} » n'a pas de liste de travail.", wayOut: "Nommez les interventions."),
        FollowUpFinding.letterUnknown.rawValue: FindingText(
            "La lettre {letter} n'existe pas dans ce département.", wayOut: "Vérifiez son numéro."),
    ]
}
