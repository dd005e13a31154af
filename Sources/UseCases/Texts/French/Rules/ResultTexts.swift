/// Counts of blood, milk and tuberculin results.
extension RuleText {
    static let resultCount = RuleText(
        summary: "Bovins testés, non négatifs, ininterprétables ou en attente d'après les résultats sanguins.",
        clauses: [
            "On compte des animaux, non des lignes.",
            "L'interprétation NEG ou POS du laboratoire fait foi ; toute autre interprétation, ou son absence, cède"
                + " à la décision de l'inspecteur.",
            "Par animal, le premier cas qui convient : un POS (testé, non négatif) ; un NEG (testé) ; un autre code"
                + " (en attente de décision) ; sinon ininterprétable.",
            "doubtfulSeen compte les animaux ayant eu un résultat ni NEG, ni POS, ni IN_ITPBLE, quelle que soit la"
                + " décision prise depuis.",
        ])

    static let milkResult = RuleText(
        summary: "Lecture des résultats de lait de grand mélange d'une campagne.",
        clauses: [
            "Un résultat est lu si son prélèvement tombe du 1er septembre au 30 juin, inclus, de l'année de"
                + " prophylaxie où commence la campagne (un début en juillet ou après ouvre celle de l'année).",
            "Dès qu'un résultat est lu, le nombre réalisé vaut 1.",
            "Tout code autre que NEG est non négatif ; rien n'est ininterprétable dans le lait.",
        ],
        parameters: ["negativeCodes": "codes d'interprétation comptés comme négatifs"])

    static let tuberculinCount = RuleText(
        summary: "Bovins tuberculinés et non négatifs d'après les descripteurs du compte rendu.",
        clauses: [
            "Par méthode (IDS : NTIDS, NNIDSN, NADIDS, NPIDSP ; IDC : les autres) : le nombre testé (NT) s'il est"
                + " renseigné, sinon le nombre de négatifs (NN) ; puis la somme des deux méthodes.",
            "Les descripteurs en NP et NA comptent comme non négatifs.",
            "consistent est faux quand un NT renseigné est inférieur aux négatifs et non négatifs de sa méthode.",
        ])
}
