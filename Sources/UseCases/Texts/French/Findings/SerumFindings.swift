extension FrenchFindings {
    /// Requests to serum banks.
    static let serum: [String: FindingText] = [
        SerumFinding.nothingToAsk.rawValue: FindingText(
            "Rien n'est à demander au laboratoire {laboratory}.",
            wayOut: "La liste de travail « sérothèque » montre ce qui reste à demander.",
            atTerminal: "Ce qui reste à demander : « vigie worklist serum-bank »."),
        SerumFinding.laboratoryMissing.rawValue: FindingText(
            "Le plan {disease} de {intervention} n'a pas de laboratoire : sa sérothèque ne peut être demandée.",
            wayOut: "Faites-le affecter parmi les laboratoires de la campagne.",
            atTerminal: "Affectez-le : « vigie campaign laboratory »."),
        SerumFinding.changedMeanwhile.rawValue: FindingText(
            "La liste du laboratoire {laboratory} a changé pendant la demande.", wayOut: "Recommencez."),
        SerumFinding.requestUnknown.rawValue: FindingText(
            "Aucune demande de sérothèque n'est enregistrée pour {intervention} ({disease}).",
            wayOut: "Faites-la d'abord.",
            atTerminal: "Faites-la d'abord : « vigie serum request »."),
        SerumFinding.nothingToAskHere.rawValue: FindingText(
            "Rien n'est à demander à une sérothèque pour l'intervention {intervention}.",
            wayOut: "La demande est peut-être déjà faite, ou les analyses sont complètes : relisez ses résultats."),
        SerumFinding.noteMissing.rawValue: FindingText(
            "Il manque la raison pour laquelle la sérothèque ne peut pas répondre.",
            wayOut: "Écrivez-la dans la note."),
    ]
}
