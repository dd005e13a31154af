/// Status of a disease, realisation once the animals that left are deducted.
extension RuleText {
    static let tolerance = "tolérance : share (part) et smallNumber (effectif jusqu'auquel elle vaut 1)"

    static let diseaseStatus = RuleText(
        summary: "Statut d'une maladie d'une intervention, annexe 2 à la lettre : AS, SO, AA, SA, EC.",
        clauses: [
            "AS si un résultat au moins est non négatif.",
            "SO si aucun bovin n'est demandé et qu'aucun plan n'est demandé.",
            "AA si des bovins ont été testés et que la réalisation dépasse 90 jours, commence avant la campagne,"
                + " finit après elle, ou manque le nombre demandé au-delà de la tolérance (1 jusqu'à 10 bovins,"
                + " au-delà 10 % arrondis à l'entier inférieur).",
            "AA si rien n'est testé, sans décision de non réalisation, après la fin de la campagne.",
            "SA si des bovins ont été testés ; EC dans les autres cas. Toutes les limites sont incluses.",
            "Sous AS, les motifs administratifs qui valent aussi sont donnés.",
        ],
        parameters: [
            "maximumDays": "nombre de jours admis entre la première et la dernière visite",
            "delayDiseases": "maladies soumises à ce délai",
            "tolerance": tolerance,
        ],
        codes: [
            "non-negative-result": "un résultat au moins est non négatif",
            "nothing-requested": "aucun bovin et aucun plan demandés",
            "too-many-days": "trop de jours entre la première et la dernière visite",
            "started-before-campaign": "première visite avant le début de la campagne",
            "finished-after-campaign": "dernière visite après la fin de la campagne",
            "under-sampled": "moins de bovins testés que le minimum admis",
            "not-done-in-campaign": "rien de testé à la fin de la campagne, sans décision de non réalisation",
            "tested-without-anomaly": "des bovins testés, aucune anomalie",
            "awaiting-tests": "rien de testé, et il est encore temps ou une décision l'explique",
        ])

    static let correctedRealisation = RuleText(
        summary: "Taux de réalisation une fois déduits les bovins sortis : pour l'évaluation, non pour le statut.",
        clauses: [
            "Sont déduits les bovins non testés sortis entre l'édition et la première visite + 90 jours, inclus, et"
                + " au plus tard à la fin de la campagne.",
            "Tuberculose : aucune déduction de 90 % à moins de 100 % de bovins testés.",
            "Minimum sur le nombre restant : un de moins jusqu'à 10, 10 % de moins au-delà ; tuberculose : tous.",
        ],
        parameters: [
            "maximumDays": "nombre de jours après la première visite",
            "tolerance": tolerance,
            "tuberculinBandFrom": "taux à partir duquel les sorties relèvent du délégant (tuberculose)",
        ])
}
