extension FrenchFindings {
    /// Letters, their templates and senders.
    static let letters: [String: FindingText] = writing.merging(templates) { first, _ in first }

    private static let writing: [String: FindingText] = [
        LetterFinding.nothingSelected.rawValue: FindingText(
            "Aucune intervention ne correspond.",
            wayOut: "Vérifiez les numéros, le numéro EDE ou la liste de travail."),
        LetterFinding.interventionUnknown.rawValue: FindingText(
            "L'intervention {intervention} n'existe pas dans cette campagne, ou a été retirée.",
            wayOut: "Vérifiez le numéro à 12 chiffres et l'année."),
        LetterFinding.authorityOnly.rawValue: FindingText(
            "La campagne a pris fin le {end} : les rappels reviennent à l'autorité.",
            wayOut: "Transmettez la liste à l'autorité ; elle écrit avec son propre compte."),
        LetterFinding.senderUnknown.rawValue: FindingText(
            "L'expéditeur ({side}) n'existe pas au registre du département {department}.",
            wayOut: "Importez l'organisation avec le registre (table organisations).",
            atTerminal:
                "Importez l'organisation (table organisations : authority, delegate-section ou delegate-region)."),
        LetterFinding.noGround.rawValue: FindingText(
            "Rien ne motive la lettre « {kind} » pour {intervention}.",
            wayOut: "Choisissez une autre lettre ; si un résultat vient d'arriver, attendez le calcul des statuts.",
            atTerminal: "Recalculez les statuts (« vigie campaign recompute ») ou choisissez une autre lettre."),
        LetterFinding.alreadyWritten.rawValue: FindingText(
            "{intervention} a déjà reçu cette lettre : n° {letter}, du {day}.",
            wayOut:
                "Le registre des courriers la ressort ; demandez expressément un nouvel exemplaire s'il "
                + "en faut un.",
            atTerminal: "« vigie letter print {letter} » la ressort ; --again en écrit une nouvelle."),
        LetterFinding.changedSince.rawValue: FindingText(
            "La lettre {letter} ({intervention}), écrite plus tôt dans la journée, n'est pas dans le fichier du lot : "
                + "les faits ont changé depuis.",
            wayOut: "Imprimez-la à part depuis le registre des courriers, ou écrivez-en une nouvelle.",
            atTerminal: "Imprimez-la à part (« vigie letter print {letter} »), ou écrivez-en une nouvelle avec --again."
        ),
        LetterFinding.listUnfit.rawValue: FindingText(
            "La lettre « {kind} » ne s'écrit pas depuis la liste {list}.", wayOut: "Listes possibles : {lists}."),
        LetterFinding.limitMissing.rawValue: FindingText(
            "Aucune date limite à venir n'est connue pour {intervention}.",
            wayOut: "Fixez-la : un jour à venir.",
            atTerminal: "Fixez-la avec --by AAAA-MM-JJ."),
        LetterFinding.limitPast.rawValue: FindingText(
            "La date limite du {limit} est passée.",
            wayOut: "Donnez un jour à venir.",
            atTerminal: "Donnez un jour à venir avec --by."),
        LetterFinding.periodMissing.rawValue: FindingText(
            "La lettre doit dire quand le troupeau détient des bovins à dépister.",
            wayOut: "Dites-le en quelques mots, par exemple « de juin à août ».",
            atTerminal: "Dites-le avec --period, par exemple --period \"de juin à août\"."),
        LetterFinding.followUpMissing.rawValue: FindingText(
            "Aucune suite {code} n'est consignée sur un rapport B ou C de {intervention}.",
            wayOut: "Consignez-la d'abord sur le rapport.",
            atTerminal: "Consignez-la d'abord : « vigie report follow-up RAPPORT --code {code} »."),
        LetterFinding.valueMissing.rawValue: FindingText(
            "Pour {intervention}, la valeur de {{field}} ({meaning}) n'est pas connue.",
            wayOut: "Complétez le registre ou l'intervention, ou retirez ce champ du modèle."),
        LetterFinding.addressTooLong.rawValue: FindingText(
            "L'adresse de {intervention} compte {lines} lignes, l'enveloppe n'en montre que 6.",
            wayOut: "Raccourcissez l'adresse au registre."),
        LetterFinding.producerUnknown.rawValue: FindingText(
            "Aucun laboratoire laitier ne connaît le producteur {holding} : personne ne peut être relancé.",
            wayOut: "Complétez la table des producteurs, ou appelez l'éleveur et notez l'appel sur l'intervention.",
            atTerminal: "Complétez la table des producteurs, ou appelez l'éleveur (« vigie intervention note »)."),
        LetterFinding.letterUnknown.rawValue: FindingText(
            "La lettre n° {letter} n'existe pas dans cette campagne.",
            wayOut: "Le registre des courriers donne les numéros.",
            atTerminal: "Les numéros : « vigie letter list »."),
        LetterFinding.alreadySent.rawValue: FindingText(
            "La lettre n° {letter} est déjà enregistrée comme envoyée le {day}.", wayOut: "Sa date reste."),
        LetterFinding.sentTooEarly.rawValue: FindingText(
            "La lettre n° {letter} est du {day} : elle n'a pu être envoyée avant, ni plus tard qu'aujourd'hui.",
            wayOut: "Corrigez le jour de l'envoi.",
            atTerminal: "Corrigez --on."),
    ]

    private static let templates: [String: FindingText] = [
        LetterFinding.fieldUnknown.rawValue: FindingText(
            "Ligne {line} : le champ {{field}} n'existe pas.", wayOut: "Champs possibles : {fields}."),
        LetterFinding.brace.rawValue: FindingText(
            "Ligne {line} : une accolade n'est pas fermée, ou pas ouverte.",
            wayOut: "Écrivez deux accolades ouvrantes ou fermantes de suite pour les accolades elles-mêmes."),
        LetterFinding.subjectMissing.rawValue: FindingText(
            "Le modèle ne commence pas par son objet.", wayOut: "Première ligne : « Objet : … »."),
        LetterFinding.bodyMissing.rawValue: FindingText(
            "Le modèle n'a pas de texte après son objet.", wayOut: "Laissez une ligne blanche, puis écrivez le texte."),
        LetterFinding.logoUnreadable.rawValue: FindingText(
            "Le logo n'est pas un PNG lisible de 2 000 points de côté au plus.",
            wayOut: "Enregistrez l'image au format PNG, plus petite au besoin."),
    ]
}
