/// Orientation of a holding, cattle to sample.
extension RuleText {
    static let herdOrientation = RuleText(
        summary: "Orientation laitière, mixte ou allaitante d'après les femelles de plus de 24 mois.",
        clauses: [
            "Sans aucune femelle de plus de 24 mois : aucune orientation (none).",
            "Sans femelle laitière mais avec des femelles allaitantes : allaitant (beef).",
            "Rapport FA/FL strictement supérieur à 10 % : mixte (mixed).",
            "Sinon, plus de 5 femelles allaitantes : mixte ; un atelier allaitant est à créer.",
            "Sinon : laitier (dairy), sans atelier supplémentaire. Les rapports sont comparés exactement.",
        ],
        parameters: [
            "mixedOverShare": "part de femelles allaitantes au-delà de laquelle le cheptel est mixte",
            "mixedOverBeefFemales": "nombre de femelles allaitantes au-delà duquel il est mixte",
        ],
        codes: [
            "no-females": "aucune femelle de plus de 24 mois",
            "no-dairy-females": "des femelles allaitantes, aucune laitière",
            "share-over-limit": "rapport FA/FL au-delà de la part admise",
            "beef-females-over-limit": "femelles allaitantes au-delà du nombre admis",
            "within-limits": "ni la part ni le nombre ne sont dépassés",
        ])

    static let samplingSelection = RuleText(
        summary: "Choix des bovins à prélever pour la brucellose et la leucose (sang).",
        clauses: [
            "Un bovin de moins de 24 mois révolus à la date de référence n'est pas retenu.",
            "Niveau 1 : mâles de plus de 36 mois. Niveau 2 : introduits depuis moins de 12 mois."
                + " Niveau 3 : les autres. Le premier niveau qui convient l'emporte.",
            "Nombre requis : 20 % des bovins éligibles, arrondi à l'entier supérieur, au moins 10, tous s'ils sont"
                + " moins de 10.",
            "Ordre : déjà prélevés pour une autre maladie, puis niveau, puis mâles avant femelles, puis un tirage"
                + " reproductible h(seed, animal), croissant, puis les octets du numéro.",
            "Tirage, modulo 2^64 : x = FNV-1a 64 des octets UTF-8 du numéro (départ 0xcbf29ce484222325, facteur"
                + " 0x100000001b3) ; z = x + seed · 0x9e3779b97f4a7c15 ; z = (z ^ z>>30) · 0xbf58476d1ce4e5b9 ;"
                + " z = (z ^ z>>27) · 0x94d049bb133111eb ; h = z ^ z>>31.",
            "En réédition (alreadySelected), un bovin déjà sélectionné et encore présent reste sélectionné, passe en"
                + " tête et compte dans le nombre requis ; s'il n'est pas éligible, il est de niveau 3.",
        ],
        parameters: [
            "share": "part des bovins éligibles à prélever",
            "minimumNumber": "nombre minimal de bovins à prélever",
            "minimumAgeMonths": "âge minimal, en mois révolus",
            "maleOverMonths": "âge, en mois, au-delà duquel un mâle est de niveau 1",
            "introducedWithinMonths":
                "ancienneté d'introduction, en mois, en deçà de laquelle un bovin est de niveau 2",
        ])
}
