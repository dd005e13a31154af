import Programmes

/// What the rule book says of each rule, in French. Names of fields and codes stay as the contract has them.
package struct RuleText: Sendable {
    /// One line, for the list.
    package let summary: String
    /// The rule in words, one clause a paragraph, in order of precedence.
    package let clauses: [String]
    /// Name → meaning and unit of each parameter.
    package let parameters: [String: String]
}

package enum RuleTexts {
    package static func text(of rule: String) -> RuleText? { french[rule] }

    /// The sentence for a line that has no answer, with what to do about it.
    static func message(of fault: RuleLineFault) -> String {
        switch fault {
        case .invalidJSON: "La ligne n'est pas un objet JSON : écrivez un objet par ligne, en UTF-8."
        case .missingField(let path): "Le champ « \(path) » manque."
        case .invalidValue(""): "Une valeur n'est pas admise : nombre trop grand ou caractère impossible."
        case .invalidValue(let path): "La valeur du champ « \(path) » n'est pas admise."
        case .unknownParameter(let path):
            "Le paramètre « \(path) » n'existe pas : « vigie rules explain » donne la liste."
        case .rule(let fault): message(of: fault)
        }
    }

    private static func message(of fault: RuleFault) -> String {
        switch fault {
        case .invalidValue(let field, .negative): "« \(field) » contient un nombre négatif."
        case .invalidValue(let field, .outOfRange): "« \(field) » sort des limites admises."
        case .invalidValue(let field, .endBeforeStart): "« \(field) » précède le début correspondant."
        case .invalidValue(let field, .listedTwice): "« \(field) » cite deux fois le même animal."
        case .evaluationNotFinal(let diseases):
            "L'évaluation est encore provisoire (NE ou AR) pour : \(diseases.joined(separator: ", "))."
        case .programmedButWithoutObject(let diseases):
            "Maladie programmée mais évaluée sans objet (SO) : \(diseases.joined(separator: ", "))."
        }
    }

    private static let french: [String: RuleText] = [
        "herd-orientation": RuleText(
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
            ]),
        "sampling-selection": RuleText(
            summary: "Choix des bovins à prélever pour la brucellose et la leucose (sang).",
            clauses: [
                "Un bovin de moins de 24 mois révolus à la date de référence n'est pas retenu.",
                "Niveau 1 : mâles de plus de 36 mois. Niveau 2 : introduits depuis moins de 12 mois."
                    + " Niveau 3 : les autres. Le premier niveau qui convient l'emporte.",
                "Nombre requis : 20 % des bovins éligibles, arrondi à l'entier supérieur, au moins 10, tous s'ils sont"
                    + " moins de 10.",
                "Ordre : déjà prélevés pour une autre maladie, puis niveau, puis mâles avant femelles, puis un tirage"
                    + " reproductible fondé sur la graine (seed) et le numéro de l'animal.",
                "En réédition, un bovin déjà sélectionné et encore présent reste sélectionné et passe en tête.",
            ],
            parameters: [
                "share": "part des bovins éligibles à prélever",
                "minimumNumber": "nombre minimal de bovins à prélever",
                "minimumAgeMonths": "âge minimal, en mois révolus",
                "maleOverMonths": "âge, en mois, au-delà duquel un mâle est de niveau 1",
                "introducedWithinMonths":
                    "ancienneté d'introduction, en mois, en deçà de laquelle un bovin est de niveau 2",
            ]),
        "result-count": RuleText(
            summary: "Bovins testés, non négatifs, ininterprétables ou en attente d'après les résultats sanguins.",
            clauses: [
                "On compte des animaux, non des lignes.",
                "L'interprétation NEG ou POS du laboratoire fait foi ; toute autre interprétation, ou son absence, cède"
                    + " à la décision de l'inspecteur.",
                "Par animal, le premier cas qui convient : un POS (testé, non négatif) ; un NEG (testé) ; un autre code"
                    + " (en attente de décision) ; sinon ininterprétable.",
                "doubtfulSeen compte les animaux ayant eu un résultat ni NEG, ni POS, ni IN_ITPBLE, quelle que soit la"
                    + " décision prise depuis.",
            ], parameters: [:]),
        "milk-result": RuleText(
            summary: "Lecture des résultats de lait de grand mélange d'une campagne.",
            clauses: [
                "Un résultat est lu si son prélèvement tombe du 1er septembre au 30 juin, inclus, de l'année de"
                    + " prophylaxie où commence la campagne (un début en juillet ou après ouvre celle de l'année).",
                "Dès qu'un résultat est lu, le nombre réalisé vaut 1.",
                "Tout code autre que NEG est non négatif ; rien n'est ininterprétable dans le lait.",
            ],
            parameters: ["negativeCodes": "codes d'interprétation comptés comme négatifs"]),
        "tuberculin-count": RuleText(
            summary: "Bovins tuberculinés et non négatifs d'après les descripteurs du compte rendu.",
            clauses: [
                "Par méthode (IDS, IDC) : le nombre testé (NT) s'il est renseigné, sinon le nombre de négatifs (NN) ;"
                    + " puis la somme des deux méthodes.",
                "Les descripteurs en NP et NA comptent comme non négatifs.",
                "consistent est faux quand un NT renseigné est inférieur aux négatifs et non négatifs de sa méthode.",
            ], parameters: [:]),
        "disease-status": RuleText(
            summary: "Statut d'une maladie d'une intervention, annexe 2 à la lettre : AS, SO, AA, SA, EC.",
            clauses: [
                "AS si un résultat au moins est non négatif.",
                "SO si aucun bovin n'est demandé et qu'aucun plan n'est demandé.",
                "AA si des bovins ont été testés et que la réalisation dépasse 90 jours, commence avant la campagne,"
                    + " finit après elle, ou manque le nombre demandé au-delà de la tolérance (1 jusqu'à 10 bovins,"
                    + " au-delà 10 % arrondis à l'entier inférieur).",
                "AA si rien n'est testé, sans décision de non réalisation, après la fin de la campagne.",
                "SA si des bovins ont été testés ; EC dans les autres cas. Toutes les limites sont incluses.",
            ],
            parameters: [
                "maximumDays": "nombre de jours admis entre la première et la dernière visite",
                "delayDiseases": "maladies soumises à ce délai",
                "tolerance": "tolérance : share (part) et smallNumber (effectif jusqu'auquel elle vaut 1)",
            ]),
        "corrected-realisation": RuleText(
            summary: "Taux de réalisation une fois déduits les bovins sortis : pour l'évaluation, non pour le statut.",
            clauses: [
                "Sont déduits les bovins non testés sortis entre l'édition et la première visite + 90 jours, inclus, et"
                    + " au plus tard à la fin de la campagne.",
                "Tuberculose : aucune déduction de 90 % à moins de 100 % de bovins testés.",
                "Minimum sur le nombre restant : un de moins jusqu'à 10, 10 % de moins au-delà ; tuberculose : tous.",
            ],
            parameters: [
                "maximumDays": "nombre de jours après la première visite",
                "tolerance": "tolérance : share (part) et smallNumber (effectif jusqu'auquel elle vaut 1)",
                "tuberculinBandFrom": "taux à partir duquel les sorties relèvent du délégant (tuberculose)",
            ]),
        "evaluation-proposal": RuleText(
            summary: "Proposition d'évaluation d'une maladie : NE, AR, PO, SO, ND, A, B ou C. L'inspecteur décide.",
            clauses: [
                "Maladie non programmée : SO. Troupeau suspendu ou infecté, ou maladie non déléguée : ND.",
                "Résultat non négatif ou douteux : C pour la tuberculose et la leucose ; pour la brucellose, NE sans"
                    + " décision du délégant, AR recontrôle ordonné, PO négatif non reçu, C positif ou non fait ; un"
                    + " recontrôle négatif laisse jouer les clauses suivantes.",
                "Preuve de réalisation sans résultat lisible, ou nombre de tuberculinés inconnu : PO.",
                "Décision de non réalisation : NE, aucun rapport n'est dû. Anomalie de délai : B.",
                "Rien de réalisé : B après la fin de la campagne, NE avant.",
                "Sous-réalisation : NE tant qu'elle peut être comblée (première visite + 90 jours, fin de campagne),"
                    + " B ensuite. Tuberculose de 90 % à moins de 100 % : B, « Sous-réalisation TUB 90 à 99 % ».",
                "Sinon : A.",
            ],
            parameters: [
                "tuberculinRule": "règle départementale : table6, asBloodTests ou noTolerance",
                "maximumDays": "nombre de jours après la première visite",
                "tolerance": "tolérance : share (part) et smallNumber (effectif jusqu'auquel elle vaut 1)",
                "tuberculinBandFrom": "taux à partir duquel la sous-réalisation tuberculose relève du délégant",
            ]),
        "inspection-report": RuleText(
            summary: "Valeur du rapport d'inspection d'après les trois évaluations : A, B, C ou PE.",
            clauses: [
                "Refusé tant qu'une évaluation est NE ou AR, ou qu'une maladie programmée est SO.",
                "Un C : C. Sinon un B : B. Sinon un PO : PE. Sinon un A : A. Sinon : PE.",
            ], parameters: [:]),
        "campaign-deadlines": RuleText(
            summary: "Dates qui découlent du début et de la fin d'une campagne.",
            clauses: [
                "Autorisations à jour 15 jours avant le début.",
                "Clôture de 1 à 2 mois après la fin ; calcul des statuts jusqu'à 3 mois après elle.",
                "Clôture d'office après le premier 15 septembre qui suit la fin.",
                "Résultats de lait lus du 1er septembre au 30 juin.",
                "Un mois plus tard : le même quantième, ramené au dernier jour du mois s'il n'existe pas.",
            ],
            parameters: [
                "authorisationsDaysBefore": "jours avant le début pour mettre à jour les autorisations",
                "closingFromMonths": "mois après la fin où la clôture s'ouvre",
                "closingUntilMonths": "mois après la fin où elle est due",
                "computationMonths": "mois après la fin où le calcul des statuts s'arrête",
            ]),
    ]
}
