import Kernel
import Prophylaxis

/// Parameters of sampling, documents, status, evaluation and reminders.
extension ParameterCatalogue {
    static let sampling: [ParameterEntry] = [
        .init("sampling.share", "Part du troupeau prélevée", .share, .sampling, .prophylaxis("7.4.1", "PRO-130")),
        .init("sampling.minimumNumber", "Nombre minimal prélevé", .count, .sampling, .prophylaxis("7.4.1", "PRO-130")),
        .init("sampling.minimumAgeMonths", "Âge minimal", .ageMonths, .sampling, .prophylaxis("7.4.1", "PRO-129")),
        .init("sampling.maleOverMonths", "Mâles prioritaires", .ageMonths, .sampling, .prophylaxis("7.4.1", "PRO-129")),
        .init(
            "sampling.introducedWithinMonths", "Introductions prioritaires depuis moins de", .months, .sampling,
            .prophylaxis("7.4.1", "PRO-129")),
    ]

    static let documents: [ParameterEntry] = [
        .init(
            "documents.editionWeeksBefore", "Édition du DAP avant la visite, au plus tôt", .weeks, .documents,
            .prophylaxis("7.4.2", "PRO-133")),
        .init(
            "documents.deliveryDaysBefore", "Remise du DAP avant la visite", .days, .documents,
            .prophylaxis("8.4", "PRO-155")),
        .init("documents.validityMonths", "Validité du DAP", .months, .documents, .prophylaxis("8.4", "PRO-156")),
        ParameterEntry(
            "documents.attachedDiseases", "Autres maladies sur les mêmes prélèvements", .codes, .documents,
            .prophylaxis("3.1", "PRO-60")
        ).local,
        ParameterEntry(
            "documents.tuberculinReport", "Compte rendu de tuberculination", .reportModel, .documents,
            .prophylaxis("9.4.3.1", "PRO-179")
        ).local.ofAuthority,
    ]

    static let assessment: [ParameterEntry] =
        [
            .init(
                "status.maximumDays", "Durée maximale d'une intervention", .days, .assessment,
                .prophylaxis("10.6.3.1", "PRO-224")),
            .init(
                "status.delayDiseases", "Maladies soumises à cette durée", .diseases, .assessment,
                .prophylaxis("annexe 2", "PRO-304")),
            .init(
                "status.tolerance.share", "Statut : tolérance de réalisation", .share, .assessment,
                .prophylaxis("annexe 2", "PRO-306")),
            .init(
                "status.tolerance.smallNumber", "Statut : petit effectif (un animal de tolérance)", .count, .assessment,
                .prophylaxis("annexe 2", "PRO-306")),
            .init(
                "evaluation.tuberculinRule", "Sous-réalisation des tuberculinations", .rule, .assessment,
                .prophylaxis("10.6.3.2 tableau 6", "PRO-257")),
            .init(
                "evaluation.maximumDays", "Évaluation : délai pour compléter", .days, .assessment,
                .prophylaxis("10.6.3.1", "PRO-224")),
            .init(
                "evaluation.tolerance.share", "Évaluation : tolérance de réalisation", .share, .assessment,
                .prophylaxis("10.6.3.1 NB 2", "PRO-227")),
            .init(
                "evaluation.tolerance.smallNumber", "Évaluation : petit effectif", .count, .assessment,
                .prophylaxis("10.6.3.1 NB 2", "PRO-227")),
            .init(
                "evaluation.tuberculinBandFrom", "Tuberculination : part réalisée admise avec remarque", .share,
                .assessment, .prophylaxis("10.6.3.2 tableau 6", "PRO-257")),
        ] + retest

    private static let retest: [ParameterEntry] = [
        ("Ordered", "ordonné"), ("NotReceived", "négatif, résultat non reçu"), ("Positive", "non négatif"),
        ("NotDone", "non fait"),
    ].map { name, words in
        ParameterEntry(
            "evaluation.retest\(name)Gives", "Brucellose : évaluation, recontrôle \(words)", .evaluation, .assessment,
            .prophylaxis("annexes 4 et 5", "PRO-268"))
    }

    static let followUp: [ParameterEntry] = [
        .init(
            "followUp.notStartedMonthsBeforeEnd", "Rappel aux non commencés avant la fin", .months, .assessment,
            .prophylaxis("10.6.3.2 tableau 6", "PRO-251")),
        .init(
            "followUp.unfinishedDays", "Rappel aux non terminés après la première visite", .days, .assessment,
            .prophylaxis("10.6.3.2 tableau 6", "PRO-253")),
        .init(
            "followUp.retestFromDays", "Recontrôle, au plus tôt", .days, .assessment,
            .prophylaxis("10.6.3.2 tableau 7", "PRO-262")),
        .init(
            "followUp.retestUntilDays", "Recontrôle, au plus tard", .days, .assessment,
            .prophylaxis("10.6.3.2 tableau 7", "PRO-262")),
    ]
}
