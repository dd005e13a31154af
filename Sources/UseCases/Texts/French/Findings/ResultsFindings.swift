extension FrenchFindings {
    /// Reception of results: files, attachment, contents.
    static let results: [String: FindingText] = resultFiles.merging(resultLines) { first, _ in first }

    private static let resultFiles: [String: FindingText] = [
        ResultsFinding.senderUnknown.rawValue: FindingText(
            "Aucun laboratoire n'a le code « {sender} ».",
            wayOut: "Vérifiez --laboratory, ou importez l'organisme avec le registre."),
        ResultsFinding.senderMismatch.rawValue: FindingText(
            "Le compte « {login} » n'appartient pas au laboratoire « {sender} ».",
            wayOut: "Envoyez le fichier avec un compte de ce laboratoire."),
        ResultsFinding.fileRefused.rawValue: FindingText(
            "Le fichier est refusé en entier : {lines} ligne(s) en erreur sur {total}.",
            wayOut: "Corrigez ces lignes (« vigie results refused », « vigie results replay ») ou renvoyez le fichier ; "
                + "ses lignes sont conservées."),
        ResultsFinding.fileUnchanged.rawValue: FindingText(
            "Ces mêmes octets ont déjà été reçus le {date} (import {import}) : rien ne change.",
            wayOut: "Il n'y a rien à faire."),
    ]

    private static let resultLines: [String: FindingText] = [
        ResultsFinding.holdingUnknown.rawValue: FindingText(
            "L'exploitation {holding} n'est pas au registre : le résultat n'est rattaché à rien.",
            wayOut: "Corrigez le registre ou signalez-la au laboratoire, puis « vigie results unattached »."),
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
            wayOut: "Le dysfonctionnement est noté ; voyez « vigie results late »."),
        ResultsFinding.duplicateLine.rawValue: FindingText(
            "Cette ligne répète une ligne du même dossier : elle ne compte qu'une fois.", wayOut: "Il n'y a rien à faire."),
        ResultsFinding.contradictoryLines.rawValue: FindingText(
            "Cette ligne contredit une autre ligne du même dossier : les deux comptent.",
            wayOut: "Demandez au laboratoire de renvoyer le dossier, qui remplacera les deux."),
        ResultsFinding.codeToVerify.rawValue: FindingText(
            "Le code {code} ({holding}) compte comme non négatif.",
            wayOut: "Vérifiez-le auprès du laboratoire : un nouvel envoi du dossier le remplace."),
    ]
}
