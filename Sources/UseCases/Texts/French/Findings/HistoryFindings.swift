import Register

extension FrenchFindings {
    /// The history of earlier campaigns.
    static let registerHistory: [RegisterFinding: FindingText] = [
        .historyCampaignDiffers: FindingText(
            "La campagne « {campaign} » n'est pas celle de la ligne {first} : autre libellé ou autres dates pour la "
                + "même année.",
            wayOut: "Donnez à toutes les interventions d'une campagne le même libellé et les mêmes dates."),
        .historyCampaignOpen: FindingText(
            "La campagne « {campaign} » ne finit que le {end} : elle n'est pas passée.",
            wayOut: "Créez-la comme une campagne nouvelle ; l'historique ne reprend que les campagnes finies.",
            atTerminal: "Créez-la avec « vigie campaign create » ; l'historique ne reprend que les campagnes finies."),
        .historyCampaignLive: FindingText(
            "La campagne « {campaign} » est déjà tenue dans Vigie : un historique ne la change pas.",
            wayOut: "Retirez ces lignes du lot."),
        .historySecondMain: FindingText(
            "L'atelier {herd} a déjà une intervention principale dans cette campagne : {first}.",
            wayOut: "Gardez l'une des deux, ou corrigez la nature de l'autre."),
        .historyNumberTaken: FindingText(
            "Le numéro {number} est déjà celui d'une intervention d'une autre campagne ou d'un autre atelier.",
            wayOut: "Corrigez le numéro."),
        .historyParent: FindingText(
            "La nature « {kind} » et l'intervention d'origine « {parent} » ne vont pas ensemble.",
            wayOut:
                "Une principale n'a pas d'origine ; les autres en ont une, de la même campagne, dans le lot ou déjà "
                + "reprise."),
        .historyInterventionUnknown: FindingText(
            "L'intervention {value} n'est ni dans le lot ni parmi celles déjà reprises.",
            wayOut: "Corrigez le numéro, ou la ligne refusée de l'intervention, puis rejouez."),
        .historyReportTaken: FindingText(
            "Le rapport {number}, version {version}, ou cette version de l'intervention, existe déjà pour un autre.",
            wayOut: "Corrigez le numéro ou la version."),
        .historyReportStanding: FindingText(
            "L'intervention {intervention} aurait deux rapports valables : la version {standing} l'est aussi.",
            wayOut: "Donnez à l'ancienne version sa date d'invalidation."),
        .historyReportMissing: FindingText(
            "L'intervention {intervention} n'a pas de rapport auquel rattacher cette suite.",
            wayOut: "Ajoutez le rapport à la table reports, puis rejouez la ligne."),
        .historySecondMethod: FindingText(
            "Une autre méthode est déjà donnée pour {disease} sur la même matrice : {method} n'est pas reprise.",
            wayOut: "Rien à faire si la première méthode est la bonne."),
        .historyStatusMissing: FindingText(
            "{disease}, intervention {intervention} : des nombres sans statut ne sont pas comparables, ils ne sont pas "
                + "repris.",
            wayOut: "Ajoutez le statut et rejouez la ligne dans un lot incrémental."),
        .historyFileMissing: FindingText(
            "Le document {file} n'est pas dans le dossier documents du lot.",
            wayOut: "Ajoutez-le et renvoyez la ligne dans un lot incrémental."),
    ]
}
