extension FrenchFindings {
    /// Changes of the register that are refused.
    static let registerEdits: [String: FindingText] = editTexts.merging(herdTexts) { first, _ in first }
        .reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }

    /// Herds by hand: opened, changed, placed, linked.
    private static let herdTexts: [RegisterEditFinding: FindingText] = [
        .holdingUnknown: FindingText(
            "L'exploitation « {value} » n'existe pas dans votre ressort.",
            wayOut: "Importez-la d'abord avec son établissement : ni l'une ni l'autre ne se crée ici."),
        .holdingClosed: FindingText(
            "L'exploitation {holding} est fermée depuis le {closed}.",
            wayOut: "Faites corriger sa fermeture dans la base d'identification, puis importez-la."),
        .herdExists: FindingText(
            "L'exploitation {holding} a déjà un atelier {herd}.",
            wayOut: "Choisissez un autre code, ou rouvrez-le depuis la page de l'élevage.",
            atTerminal: "Choisissez un autre code, ou rouvrez-le avec « vigie herd reopen »."),
        .herdCodeInvalid: FindingText(
            "« {value} » n'est pas un code d'atelier.",
            wayOut: "De 1 à 32 lettres sans accent, chiffres ou tirets."),
        .nothingToChange: FindingText(
            "Il n'y a rien à changer.",
            wayOut: "Ce qui est en vigueur est déjà ce que vous demandez.",
            atTerminal: "« vigie show herd » montre ce qui est en vigueur."),
        .animalElsewhere: FindingText(
            "Le bovin {animal} n'est pas présent sur l'exploitation {holding}.",
            wayOut: "Faites notifier son entrée, ou corrigez le numéro."),
        .noAnimalToMove: FindingText("Aucun bovin n'est à déplacer.", wayOut: "Ils sont déjà dans cet atelier."),
        .linkWithItself: FindingText(
            "Un atelier n'est pas en lien avec lui-même.", wayOut: "Donnez deux ateliers différents."),
        .linkStands: FindingText("Ce lien est déjà en vigueur depuis le {since}.", wayOut: "Rien à faire."),
        .linkNotStanding: FindingText(
            "Aucun lien n'est en vigueur entre ces deux ateliers.",
            wayOut: "La page de l'élevage montre les liens en vigueur.",
            atTerminal: "« vigie show herd » montre les liens."),
        .positionInvalid: FindingText(
            "« {value} » n'est pas une position.",
            wayOut: "Écrivez latitude,longitude en degrés décimaux : 45.777222,3.087025."),
        .regionUnknown: FindingText("« {value} » n'est pas une région.", wayOut: "Codes INSEE connus : {codes}."),
        .communeUnknown: FindingText(
            "La commune {value} n'est pas connue dans le département {department}.",
            wayOut: "Vérifiez le code INSEE, ou importez la table communes."),
    ]

    private static let editTexts: [RegisterEditFinding: FindingText] = [
        .herdUnknown: FindingText(
            "L'atelier « {value} » n'existe pas dans votre ressort.",
            wayOut: "Écrivez EDE ou EDE/CODE ; la page de l'élevage montre ses ateliers.",
            atTerminal: "Écrivez EDE ou EDE/CODE ; « vigie show herd EDE » montre les ateliers."),
        .herdAmbiguous: FindingText(
            "L'exploitation {holding} a plusieurs ateliers : {codes}.", wayOut: "Écrivez EDE/CODE."),
        .animalUnknown: FindingText(
            "Le bovin « {value} » n'existe pas dans votre ressort.", wayOut: "Vérifiez le numéro."),
        .interventionUnknown: FindingText(
            "L'intervention « {value} » n'existe pas dans votre ressort.",
            wayOut: "La page de l'élevage montre les numéros de chaque atelier.",
            atTerminal: "« vigie show herd EDE » montre les numéros d'un atelier."),
        .herdAlreadyClosed: FindingText("L'atelier {herd} est déjà fermé ({closed}).", wayOut: "Rien à faire."),
        .herdNotClosed: FindingText("L'atelier {herd} n'est pas fermé.", wayOut: "Rien à faire."),
        .herdHasAnimals: FindingText(
            "{count} bovins sont encore rattachés à l'atelier.",
            wayOut: "Faites notifier leurs sorties d'abord, ou confirmez expressément la fermeture.",
            atTerminal: "Faites notifier leurs sorties d'abord, ou confirmez avec --force."),
        .dateBeforeOpening: FindingText(
            "L'atelier n'a ouvert que le {opened}.", wayOut: "Donnez une date de fermeture postérieure."),
        .periodReversed: FindingText(
            "La fin ({end}) précède le début ({start}).", wayOut: "Corrigez l'une des deux dates."),
        .diseaseMissing: FindingText(
            "La délégation se dit pour une maladie à la fois.", wayOut: "Choisissez la maladie."),
        .authorisationStands: FindingText(
            "Elle est déjà en vigueur depuis le {since}.", wayOut: "Terminez-la d'abord."),
        .authorisationNotStanding: FindingText(
            "Rien de cette nature ({kind}) n'est en vigueur à cette date.",
            wayOut: "La page de l'élevage montre ce qui l'est.",
            atTerminal: "« vigie show herd » montre ce qui l'est."),
        .justificationMissing: FindingText(
            "Il faut une justification ou un motif.", wayOut: "Écrivez-le, puis recommencez."),
        .settingInvalid: FindingText(
            "« {value} » ne convient pas au paramètre {name}.",
            wayOut: "Prenez exemple sur la valeur en vigueur.",
            atTerminal: "« vigie register setting {name} » montre la valeur en vigueur, à imiter."),
        .candidateUnknown: FindingText(
            "« {value} » n'attend pas de décision.",
            wayOut: "Reprenez la liste de ce qui attend une décision.",
            atTerminal: "« vigie register candidates » liste ce qui en attend une."),
        .derogationOfTuberculosis: FindingText(
            "L'état « officiellement indemne dérogataire » n'existe que pour la brucellose et la leucose.",
            wayOut: "Choisissez la brucellose ou la leucose."),
        .producerFileEmpty: FindingText(
            "Le lot n'a pas de table {table} à comparer.", wayOut: "Ajoutez-la au lot."),
    ]
}
