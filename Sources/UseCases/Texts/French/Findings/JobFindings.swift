extension FrenchFindings {
    /// Work in the background, files that are sent.
    static let job: [String: FindingText] = [
        JobFinding.unknown.rawValue: FindingText(
            "Aucun travail n° {job} parmi les vôtres.", wayOut: "Voyez la liste de vos travaux."),
        JobFinding.over.rawValue: FindingText(
            "Le travail n° {job} est terminé ({state}) : il n'y a plus rien à annuler.", wayOut: ""),
        JobFinding.notFailed.rawValue: FindingText(
            "Le travail n° {job} n'a pas échoué ({state}).",
            wayOut: "On ne relance qu'un travail qui a échoué ou qui a été annulé."),
        JobFinding.fault.rawValue: FindingText(
            "Le travail s'est arrêté sur un incident ({fault}), essai {attempts}.",
            wayOut: "Vigie réessaie d'elle-même ; après le dernier essai, relancez-le ou prévenez l'administrateur."),
        JobFinding.abandoned.rawValue: FindingText(
            "Le travail a été interrompu {attempts} fois sans rien dire.",
            wayOut: "Prévenez l'administrateur ; le travail peut être relancé."),
        JobFinding.cancelled.rawValue: FindingText(
            "Le travail a été annulé à la demande.",
            wayOut: "Ce qui était enregistré reste ; relancez-le pour le terminer."),
        JobFinding.unreadable.rawValue: FindingText(
            "Cette version de Vigie ne sait pas exécuter le travail « {kind} ».",
            wayOut: "Refaites la demande, ou mettez à jour le programme."),
        JobFinding.fileTooLarge.rawValue: FindingText(
            "Le fichier dépasse {limit} Mo.", wayOut: "Envoyez-le en plusieurs parties, ou demandez à l'administrateur."
        ),
        JobFinding.fileMissing.rawValue: FindingText("Aucun fichier n'a été joint.", wayOut: "Choisissez un fichier."),
        JobFinding.kindUnknown.rawValue: FindingText(
            "Vigie ne reconnaît pas « {file} ».", wayOut: "Dites quelle sorte de fichier c'est, et renvoyez-le."),
        JobFinding.departmentMissing.rawValue: FindingText(
            "Rien dans le fichier ne dit de quel département il est : ni son destinataire, ni les interventions, ni les "
                + "élevages qu'il nomme ne sont connus ici. Rien n'est enregistré.",
            wayOut: "Indiquez le département, et renvoyez le fichier."),
        JobFinding.departmentsSeveral.rawValue: FindingText(
            "Le fichier nomme des interventions ou des élevages de plusieurs départements ({departments}). "
                + "Rien n'est enregistré.",
            wayOut: "Indiquez le département à qui il est adressé, ou envoyez un fichier par département."),
        JobFinding.departmentUnknown.rawValue: FindingText(
            "« {department} » n'est pas un département connu ici. Rien n'est enregistré.",
            wayOut: "Indiquez le numéro du département (par exemple 71), ou laissez le champ vide."),
        JobFinding.laboratoryMissing.rawValue: FindingText(
            "Le laboratoire qui envoie n'est pas indiqué.", wayOut: "Choisissez le laboratoire, et renvoyez le fichier."
        ),
        JobFinding.fileUnknown.rawValue: FindingText(
            "Aucun fichier reçu n° {import} parmi ceux que vous pouvez voir.",
            wayOut: "Voyez la liste des fichiers reçus."),
    ]
}
