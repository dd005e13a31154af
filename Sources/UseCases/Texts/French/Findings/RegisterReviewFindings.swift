import Register

extension FrenchFindings {
    /// Reviews of steps 1 and 2, and comparisons.
    static let registerReviews: [String: FindingText] = [reviewTexts, comparisonTexts].reduce(into: [:]) { all, part in
        for (code, text) in part { all[code.rawValue] = text }
    }

    private static let reviewTexts: [RegisterReviewFinding: FindingText] = [
        .siretMissing: FindingText(
            "L'établissement « {name} » de l'exploitation {holding} n'a pas de SIRET.",
            wayOut: "Faites compléter la base des usagers, puis importez l'établissement."),
        .establishmentMissing: FindingText(
            "L'exploitation {holding} n'a pas d'établissement (SIRET ou NUMAGRIT).",
            wayOut: "Faites établir le lien EDE/SIRET dans la base des usagers."),
        .holdingClosedHerdOpen: FindingText(
            "L'exploitation {holding} est fermée depuis le {closed}, son atelier {herd} est encore ouvert.",
            wayOut: "Fermez l'atelier.",
            atTerminal: "Fermez l'atelier avec « vigie herd close »."),
        .herdToClose: FindingText(
            "L'atelier {holding}/{herd} devrait être fermé ({criteria}) : {animals} bovins, dernier départ {last}, "
                + "interventions en attente : {pending}.",
            wayOut: "Vérifiez auprès de l'éleveur, retirez l'intervention, puis fermez l'atelier.",
            atTerminal: "Vérifiez auprès de l'éleveur, retirez l'intervention, puis fermez l'atelier avec "
                + "« vigie herd close »."),
        .animalWithoutHerd: FindingText(
            "Le bovin {animal}, présent sur {holding}, n'est rattaché à aucun atelier.",
            wayOut: "Créez l'atelier, ou importez son rattachement (herd-assignments)."),
        .animalsInClosedHerd: FindingText(
            "{count} bovins sont rattachés à l'atelier {holding}/{herd}, fermé le {closed}.",
            wayOut: "Faites notifier les sorties, ou rouvrez l'atelier."),
        .delegateWithoutRights: FindingText(
            "Aucun compte du délégataire n'a de droit d'écriture dans le département {department}.",
            wayOut: "Un administrateur crée un compte de délégataire régional ou d'opérateur d'inspection.",
            atTerminal: "Créez un compte delegate-region ou inspector avec « vigie user add »."),
        .authorityWithoutRights: FindingText(
            "Aucun compte du délégant n'a de droit dans le département {department}.",
            wayOut: "Un administrateur crée un compte d'autorité du département.",
            atTerminal: "Créez un compte authority avec « vigie user add »."),
        .breedAgainstType: FindingText(
            "Le bovin {animal} (type racial {breed}) est classé {type} ; attendu : {expected}.",
            wayOut: "Corrigez le type de production du bovin, ou le classement de ce type racial.",
            atTerminal: "Corrigez-le avec « vigie register set-production-type », ou réglez production-types."),
        .herdMissing: FindingText(
            "L'exploitation {holding} est mixte ({beef} femelles allaitantes, {dairy} laitières) : il lui manque un "
                + "atelier {herd}.",
            wayOut: "Créez l'atelier et rattachez-y ses bovins."),
        .surplusHerd: FindingText(
            "L'exploitation {holding} n'est plus mixte ({beef} femelles allaitantes, {dairy} laitières) : l'atelier "
                + "{herd} est de trop.",
            wayOut: "Fermez l'atelier en trop après en avoir déplacé les bovins."),
        .orientationOutdated: FindingText(
            "L'orientation de l'atelier {holding}/{herd} n'est plus la bonne ; attendu : {expected} ({beef} femelles "
                + "allaitantes, {dairy} laitières).",
            wayOut: "Mettez à jour l'orientation et la livraison du lait dans le prochain lot."),
        .breedWithoutType: FindingText(
            "Le type racial {breed} n'est classé ni lait ni viande : {count} femelles, dont {untyped} sans type de "
                + "production.",
            wayOut: "Ce n'est pas une erreur ; classez ce type racial au besoin.",
            atTerminal:
                "Ce n'est pas une erreur ; classez-le au besoin avec « vigie register setting production-types »."),
        .typesAgainstHerd: FindingText(
            "{count} femelles de l'atelier {holding}/{herd} ({class}) sont de l'autre type de production.",
            wayOut: "Si l'atelier est mixte, ouvrez-en un second ; sinon, le type ne change rien."),
        .milkAndBlood: FindingText(
            "L'intervention {intervention} de l'atelier {holding}/{herd} demande lait et sang pour {disease}.",
            wayOut: "Retirez l'un des deux plans."),
        .animalsNotCovered: FindingText(
            "L'atelier {holding}/{herd} est dispensé de prise de sang, mais {beef} de ses {total} femelles sont "
                + "de type "
                + "viande et ne sont pas traites.",
            wayOut: "Retirez la dérogation, ou créez un atelier allaitant prélevé sur sang."),
        .directSaleExempted: FindingText(
            "L'atelier {holding}/{herd} vend son lait en direct et garde pourtant la dérogation au contrôle "
                + "sérologique.",
            wayOut: "L'autorité termine la dérogation : le sang est alors demandé."),
        .directSaleReclassed: FindingText(
            "L'atelier {holding}/{herd} vend son lait en direct et a été classé allaitant, ce qui est proscrit.",
            wayOut: "Rendez-lui la classe laitière, sans dérogation."),
    ]

    private static let comparisonTexts: [RegisterReviewFinding: FindingText] = [
        .holdingNotInRegister: FindingText(
            "L'exploitation {holding} est dans la base d'identification, pas dans le registre.",
            wayOut: "Importez-la avec son établissement et ses ateliers."),
        .holdingNotInBase: FindingText(
            "L'exploitation {holding} est active dans le registre, inconnue de la base d'identification.",
            wayOut: "Vérifiez son numéro, ou fermez-la."),
        .holdingClosedInBase: FindingText(
            "L'exploitation {holding}, active dans le registre, est fermée depuis le {closed} dans la base "
                + "d'identification.",
            wayOut: "Fermez ses ateliers, puis importez sa fermeture."),
        .siretDiffers: FindingText(
            "L'exploitation {holding} a le SIRET {register} dans le registre, {base} dans la base d'identification.",
            wayOut: "Faites corriger le couple EDE/SIRET du côté qui se trompe."),
        .herdNotInRegister: FindingText(
            "L'atelier {holding}/{herd} est dans l'autre système, pas dans le registre.",
            wayOut: "Importez-le, ou ouvrez-le.",
            atTerminal: "Importez-le, ou ouvrez-le avec « vigie herd open »."),
        .herdNotInBase: FindingText(
            "L'atelier {holding}/{herd} est ouvert dans le registre, inconnu de l'autre système.",
            wayOut: "Faites-le créer dans l'autre système, ou fermez-le."),
        .herdClassDiffers: FindingText(
            "L'atelier {holding}/{herd} n'a pas la même classe dans les deux systèmes.",
            wayOut: "Corrigez le côté qui se trompe ; ici, changez la classe de l'atelier.",
            atTerminal: "Corrigez le côté qui se trompe ; ici, avec « vigie herd change »."),
        .herdClosingDiffers: FindingText(
            "L'atelier {holding}/{herd} est ouvert d'un côté et fermé de l'autre.",
            wayOut: "Corrigez le côté qui se trompe ; ici, fermez ou rouvrez l'atelier.",
            atTerminal: "Corrigez le côté qui se trompe ; ici, avec « vigie herd close » ou « reopen »."),
        .producerWithoutHerd: FindingText(
            "Le producteur {producer} du laboratoire {laboratory} ({holding}) n'a pas d'atelier livrant en laiterie.",
            wayOut: "Mettez à jour la livraison du lait de l'atelier, ou faites corriger la liste du laboratoire."),
        .producerHoldingClosed: FindingText(
            "Le producteur {producer} du laboratoire {laboratory} renvoie à l'exploitation {holding}, fermée.",
            wayOut: "Demandez au laboratoire le nouveau numéro EDE."),
        .herdWithoutProducer: FindingText(
            "L'atelier {holding}/{herd} livre en laiterie, mais aucun laboratoire ne le connaît comme producteur.",
            wayOut: "Signalez-le au laboratoire ; sans lui, aucun résultat de lait n'arrivera."),
    ]
}
