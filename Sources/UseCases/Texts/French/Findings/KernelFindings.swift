import Kernel

extension FrenchFindings {
    /// Faults of a number, wherever it stands.
    static let kernel: [String: FindingText] = [
        NumberFault.empty.rawValue: FindingText(
            "Le numéro manque.", wayOut: "Complétez la colonne."),
        NumberFault.length.rawValue: FindingText(
            "Le numéro « {value} » n'a pas la longueur attendue.",
            wayOut: "Un numéro EDE a 8 chiffres, un numéro de bovin français FR et 10 chiffres, un SIRET 14 chiffres."),
        NumberFault.character.rawValue: FindingText(
            "Le numéro « {value} » contient un caractère qui n'y a pas sa place.",
            wayOut: "Gardez les chiffres (et les lettres du code pays) ; espaces, points et tirets sont admis."),
        NumberFault.department.rawValue: FindingText(
            "Le numéro « {value} » ne commence pas par un département existant.",
            wayOut: "Vérifiez les deux premiers chiffres ; 99 est réservé aux données fictives."),
        NumberFault.checkDigit.rawValue: FindingText(
            "La clé de contrôle du numéro « {value} » est fausse.",
            wayOut: "Un chiffre est sans doute mal recopié : comparez avec le document d'origine."),
        NumberFault.scientific.rawValue: FindingText(
            "Le tableur a transformé le numéro en « {value} » : ses derniers chiffres sont perdus.",
            wayOut: "Mettez la colonne au format texte dans le fichier d'origine et exportez-le à nouveau."),
        NumberFault.country.rawValue: FindingText(
            "Le code pays manque devant le numéro « {value} ».",
            wayOut: "Écrivez le code pays en deux lettres, par exemple FR."),
    ]
}
