extension FrenchFindings {
    /// Changes of the register that are refused.
    static let registerEdits: [String: FindingText] = editTexts.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }

    private static let editTexts: [RegisterEditFinding: FindingText] = [
        .herdUnknown: FindingText(
            "L'atelier « {value} » n'existe pas dans votre ressort.",
            wayOut: "Écrivez EDE ou EDE/CODE ; « vigie show herd EDE » montre les ateliers."),
        .herdAmbiguous: FindingText(
            "L'exploitation {holding} a plusieurs ateliers : {codes}.", wayOut: "Écrivez EDE/CODE."),
        .animalUnknown: FindingText(
            "Le bovin « {value} » n'existe pas dans votre ressort.", wayOut: "Vérifiez le numéro."),
        .interventionUnknown: FindingText(
            "L'intervention « {value} » n'existe pas dans votre ressort.",
            wayOut: "« vigie show herd EDE » montre les numéros d'un atelier."),
        .herdAlreadyClosed: FindingText("L'atelier {herd} est déjà fermé ({closed}).", wayOut: "Rien à faire."),
        .herdNotClosed: FindingText("L'atelier {herd} n'est pas fermé.", wayOut: "Rien à faire."),
        .herdHasAnimals: FindingText(
            "{count} bovins sont encore rattachés à l'atelier.",
            wayOut: "Faites notifier leurs sorties d'abord, ou confirmez avec --force."),
        .dateBeforeOpening: FindingText(
            "L'atelier n'a ouvert que le {opened}.", wayOut: "Donnez une date de fermeture postérieure."),
        .periodReversed: FindingText(
            "La fin ({end}) précède le début ({start}).", wayOut: "Corrigez l'une des deux dates."),
        .diseaseMissing: FindingText(
            "La délégation se dit pour une maladie à la fois.", wayOut: "Ajoutez --disease BRU, LEU ou TUB."),
        .authorisationStands: FindingText(
            "Elle est déjà en vigueur depuis le {since}.", wayOut: "Terminez-la d'abord avec --end."),
        .authorisationNotStanding: FindingText(
            "Rien de cette nature ({kind}) n'est en vigueur à cette date.",
            wayOut: "« vigie show herd » montre ce qui l'est."),
        .justificationMissing: FindingText(
            "Il faut une justification ou un motif.", wayOut: "Ajoutez --justification ou --reason."),
        .settingInvalid: FindingText(
            "« {value} » ne convient pas au paramètre {name}.",
            wayOut: "« vigie register setting {name} » montre la valeur en vigueur, à imiter."),
        .candidateUnknown: FindingText(
            "« {value} » n'attend pas de décision.", wayOut: "« vigie register candidates » liste ce qui en attend une."
        ),
        .producerFileEmpty: FindingText(
            "Le lot n'a pas de table {table} à comparer.", wayOut: "Ajoutez-la au lot."),
    ]
}
