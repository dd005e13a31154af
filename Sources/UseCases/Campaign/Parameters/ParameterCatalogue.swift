import Kernel
import Prophylaxis

/// Every parameter of a campaign, in the order in which it is presented (PRO-98: the set-up in full).
package enum ParameterCatalogue {
    package static let entries: [ParameterEntry] =
        dates + diseases + herds + tests + tuberculin + milk + laboratories + sampling + documents + assessment
        + followUp

    /// The entry that a dotted name means, with the key in it for one of a map: `laboratories.BRU`.
    package static func entry(named name: String) -> (entry: ParameterEntry, key: String?)? {
        if let entry = entries.first(where: { $0.name == name }) { return (entry, nil) }
        for entry in entries where entry.isMap && name.hasPrefix(entry.name + ".") {
            return (entry, String(name.dropFirst(entry.name.count + 1)))
        }
        return nil
    }

    private static let dates: [ParameterEntry] = [
        .init("startsOn", "Début de la campagne", .day, .dates, .prophylaxis("3.4.3", "PRO-65")),
        .init("endsOn", "Fin de la campagne", .day, .dates, .prophylaxis("3.4.3", "PRO-65")),
        .init(
            "deadlines.authorisationsDaysBefore", "Autorisations à jour avant le début", .days, .dates,
            .prophylaxis("3.3", "PRO-62")),
        .init(
            "deadlines.closingFromMonths", "Clôture au plus tôt après la fin", .months, .dates,
            .prophylaxis("11.1", "PRO-280")),
        .init(
            "deadlines.closingUntilMonths", "Clôture au plus tard après la fin", .months, .dates,
            .prophylaxis("11.1", "PRO-280")),
        .init(
            "deadlines.computationMonths", "Calcul automatique des statuts après la fin", .months, .dates,
            .prophylaxis("annexe 2", "PRO-295")),
    ]

    private static let diseases: [ParameterEntry] = [
        ParameterEntry(
            "delegatedDiseases", "Maladies déléguées", .diseases, .diseases, .prophylaxis("3.3 NB 3", "PRO-63")
        ).ofAuthority
    ]

    private static let herds: [ParameterEntry] = [
        .init(
            "includedClasses", "Classes d'atelier dépistées", .classes, .classes, .prophylaxis("3.4.4", "PRO-68")),
        ParameterEntry(
            "includedHerds", "Ateliers inclus nommément", .herds, .herds, .prophylaxis("3.4.4", "PRO-68")
        ).local,
        ParameterEntry(
            "excludedHerds", "Ateliers exclus nommément", .herds, .herds, .prophylaxis("3.4.4", "PRO-68")
        ).local,
    ]

    private static let tests: [ParameterEntry] = [
        .init("brucellosisMethod", "Brucellose sur sang", .method, .tests, .prophylaxis("3.1", "PRO-56")),
        .init("leukosisMethod", "Leucose sur sang", .method, .tests, .prophylaxis("3.1", "PRO-56")),
    ]

    private static let tuberculin: [ParameterEntry] = [
        .init("tuberculin.method", "Tuberculination", .method, .tuberculin, .prophylaxis("3.1", "PRO-56")),
        ParameterEntry(
            "tuberculin.methodByCommune", "Tuberculination, communes à méthode propre", .methodByCommune, .tuberculin,
            .prophylaxis("3.1", "PRO-56")
        ).local,
        ParameterEntry(
            "tuberculin.minimumAgeMonths", "Âge des bovins tuberculinés", .ageMonths, .tuberculin,
            .prophylaxis("7.4.1", "PRO-131")
        ).local,
        ParameterEntry(
            "tuberculin.ageMonthsByCommune", "Âge dans les zones de surveillance renforcée", .ageByCommune,
            .tuberculin, .prophylaxis("7.4.1", "PRO-131")
        ).local,
        ParameterEntry(
            "tuberculin.riskHerdAgeMonths", "Âge dans les troupeaux à risque", .ageMonths, .tuberculin,
            .prophylaxis("7.4.1", "PRO-131")
        ).local,
        ParameterEntry(
            "tuberculin.rawMilkIntervalYears", "Troupeaux vendant du lait cru", .years, .tuberculin,
            .prophylaxis("6.4.2", "PRO-110")
        ).local.ofAuthority,
        ParameterEntry(
            "tuberculin.rawMilkPhase", "Phase des troupeaux vendant du lait cru", .count, .tuberculin,
            .prophylaxis("6.4.2", "PRO-110")
        ).local.ofAuthority,
        ParameterEntry(
            "tuberculin.annualClasses", "Classes tuberculinées chaque année", .classes, .tuberculin,
            .prophylaxis("3.4.4 NB 2", "PRO-70")
        ).local,
    ]

    private static let milk: [ParameterEntry] = [
        ParameterEntry(
            "milk.brucellosisMonth", "Mois du lait, brucellose", .month, .milk, .prophylaxis("6.4.1", "PRO-108")
        ).local,
        ParameterEntry(
            "milk.leukosisMonth", "Mois du lait, leucose", .month, .milk, .prophylaxis("6.4.1", "PRO-108")
        ).local,
        .init(
            "milk.catchUpMonths", "Reprogrammation du lait manquant", .months, .milk,
            .prophylaxis("9.7.2", "PRO-200")),
        .init(
            "milk.reading.negativeCodes", "Codes du lait lus comme négatifs", .codes, .milk,
            .prophylaxis("annexe 2", "PRO-300")),
    ]

    private static let laboratories: [ParameterEntry] = [
        ParameterEntry(
            "laboratories", "Laboratoire par maladie", .laboratories, .laboratories, .prophylaxis("4.1", "PRO-88")
        ).local.ofAuthority
    ]
}
