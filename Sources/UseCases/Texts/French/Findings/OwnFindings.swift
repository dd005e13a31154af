extension FrenchFindings {
    /// Keepers and veterinarians.
    static let own: [String: FindingText] = [
        OwnFinding.letterUnknown.rawValue: FindingText(
            "Le courrier {letter} n'existe pas.", wayOut: "Revenez à l'accueil, où sont vos courriers."),
        OwnFinding.notForTuberculin.rawValue: FindingText(
            "Aucune tuberculination ne peut être saisie pour l'intervention {intervention}.",
            wayOut: "Vérifiez le numéro : elle n'en prévoit pas, a été retirée, ou sa campagne est close."),
        OwnFinding.readingOutsideWindow.rawValue: FindingText(
            "La lecture est faite {hours} après l'injection, et non 72 h ± 4 h.",
            wayOut: "Corrigez les dates ou les heures ; si elles sont exactes, le test est à refaire ou à signaler."),
        OwnFinding.fieldUnreadable.rawValue: FindingText(
            "« {value} » ne se lit pas : {field}.",
            wayOut: "Corrigez ce champ ; rien n'est perdu de ce qui est saisi."),
        OwnFinding.documentChanged.rawValue: FindingText(
            "Le document a changé depuis l'ouverture de cette page : l'édition {edition} est en vigueur.",
            wayOut:
                "Vérifiez chaque bovin : un bovin ajouté compte comme négatif tant que rien n'est choisi ; un bovin "
                + "qui n'est plus au document est gardé sous « autres bovins ». Enregistrez ensuite."),
        OwnFinding.injectionMissing.rawValue: FindingText(
            "La date d'injection manque.", wayOut: "Indiquez le jour de l'injection."),
        OwnFinding.untestedReasonMissing.rawValue: FindingText(
            "Le bovin {animal} n'est pas testé, sans motif.", wayOut: "Choisissez le motif dans la liste."),
        OwnFinding.outcomeOfOtherMethod.rawValue: FindingText(
            "« {outcome} » n'est pas un résultat de la méthode {method} (bovin {animal}).",
            wayOut: "Choisissez un résultat de cette méthode, ou changez la méthode."),
        OwnFinding.notTheSenders.rawValue: FindingText(
            "« {field} » ne peut pas être donné ici : ce n'est pas le n° ordinal du compte, ou pas le jour de l'envoi.",
            wayOut: "Omettez ce champ : Vigie inscrit le vétérinaire du compte et la date de réception."),
        OwnFinding.reasonMissing.rawValue: FindingText(
            "Le motif de la demande manque.", wayOut: "Dites en quelques mots ce qui a changé."),
        OwnFinding.reeditionAskedAlready.rawValue: FindingText(
            "Une demande de réédition attend déjà pour l'intervention {intervention}.",
            wayOut: "Attendez la réponse du délégataire, ou appelez-le."),
        OwnFinding.noRequestSelected.rawValue: FindingText(
            "Aucune demande n'est cochée.", wayOut: "Cochez les demandes à retirer, puis recommencez."),
        OwnFinding.tooManyRequests.rawValue: FindingText(
            "Une archive contient {most} demandes au plus.", wayOut: "Retirez-les en plusieurs fois."),
        OwnFinding.requestUnknown.rawValue: FindingText(
            "Cette demande d'analyse n'existe pas, ou n'est pas adressée à votre laboratoire.",
            wayOut: "Rechargez la liste de vos demandes."),
        OwnFinding.requestCancelled.rawValue: FindingText(
            "Une de ces demandes a été annulée avec son document ; rien n'a été retiré.",
            wayOut: "Rechargez la liste : la nouvelle édition du document en émet une autre."),
        OwnFinding.nothingToReedit.rawValue: FindingText(
            "L'intervention {intervention} n'a pas encore de document.",
            wayOut: "Il sera édité par le délégataire avant la visite."),
    ]
}
