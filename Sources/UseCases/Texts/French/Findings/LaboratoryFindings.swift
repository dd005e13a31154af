extension FrenchFindings {
    /// The cards of laboratories.
    static let laboratories: [String: FindingText] = [
        LaboratoryFinding.cardUnknown.rawValue: FindingText(
            "Le laboratoire « {code} » n'existe pas, ou n'est pas tenu par ce département.",
            wayOut: "Revenez à la liste des laboratoires ; la fiche d'un autre département se change chez lui."),
        LaboratoryFinding.codeTaken.rawValue: FindingText(
            "Un autre organisme porte déjà le code « {code} ».", wayOut: "Ouvrez sa fiche, ou choisissez un autre code."
        ),
        LaboratoryFinding.codeUnusable.rawValue: FindingText(
            "« {code} » ne peut pas être un code.",
            wayOut: "De 2 à 20 lettres majuscules sans accent, chiffres et tirets : LDA63."),
        LaboratoryFinding.nameUnusable.rawValue: FindingText(
            "Le nom manque, ou dépasse {most} caractères.",
            wayOut: "Écrivez-le comme il doit être imprimé sur les documents de prélèvement."),
        LaboratoryFinding.fieldTooLong.rawValue: FindingText(
            "Ce champ dépasse {most} caractères.", wayOut: "Abrégez-le."),
        LaboratoryFinding.postcodeUnusable.rawValue: FindingText(
            "« {postcode} » n'est pas un code postal.", wayOut: "Écrivez cinq chiffres."),
        LaboratoryFinding.emailUnusable.rawValue: FindingText(
            "« {email} » n'est pas une adresse de courriel.", wayOut: "Écrivez-la comme nom@domaine.fr."),
        LaboratoryFinding.changedMeanwhile.rawValue: FindingText(
            "La fiche de « {code} » a changé depuis que vous avez ouvert la page ({by}, {at}).",
            wayOut: "Rien n'a été enregistré. La page montre la fiche actuelle : relisez-la, puis recommencez."),
        LaboratoryFinding.approvalInUse.rawValue: FindingText(
            "« {code} » n'est plus agréé pour : {disease}. Une campagne en cours lui affecte encore cette maladie.",
            wayOut: "Affectez un autre laboratoire à cette maladie ; la liste de contrôle de la campagne le rappelle."),
    ]
}
