/// Proposal of an evaluation, value of the inspection report.
extension RuleText {
    static let evaluationProposal = RuleText(
        summary: "Proposition d'évaluation d'une maladie : NE, AR, PO, SO, ND, A, B ou C. L'inspecteur décide.",
        clauses: [
            "Maladie non programmée : SO.",
            "Troupeau suspendu ou infecté, ou maladie non déléguée : ND.",
            "Résultat non négatif ou douteux : C pour la tuberculose et la leucose ; pour la brucellose, NE sans"
                + " décision du délégant, AR recontrôle ordonné, PO négatif non reçu, C positif ou non fait ; un"
                + " recontrôle négatif laisse jouer les clauses suivantes.",
            "Preuve de réalisation sans résultat lisible, ou nombre de tuberculinés inconnu sans anomalie de "
                + "délai : PO.",
            "Décision de non réalisation : NE, aucun rapport n'est dû.",
            "Anomalie de délai : B.",
            "Rien de réalisé : B après la fin de la campagne, NE avant.",
            "Sous-réalisation : NE tant qu'elle peut être comblée (première visite + 90 jours, fin de campagne),"
                + " B ensuite. Brucellose et leucose : au-delà de la tolérance de l'annexe 2. Tuberculose, selon"
                + " tuberculinRule : table6, sous 90 %, et de 90 % à moins de 100 % B aussitôt ; asBloodTests, comme la"
                + " brucellose ; noTolerance, sous 100 %.",
            "Sinon : A.",
        ],
        parameters: [
            "retestOrderedGives": "brucellose non négative, recontrôle ordonné : évaluation",
            "retestNotReceivedGives": "recontrôle négatif connu, résultat non reçu : évaluation",
            "retestPositiveGives": "recontrôle non négatif : évaluation",
            "retestNotDoneGives": "recontrôle non fait : évaluation",
            "tuberculinRule": "règle départementale : table6, asBloodTests ou noTolerance",
            "maximumDays": "nombre de jours après la première visite",
            "tolerance": tolerance,
            "tuberculinBandFrom": "taux à partir duquel la sous-réalisation tuberculose relève du délégant",
        ],
        codes: [
            "complete-sampling": "prélèvements à compléter : sérothèque, puis courrier à l'éleveur",
            "tub-90-99": "sous-réalisation TUB 90 à 99 %",
            "after-retest": "résultat obtenu après recontrôle, géré par la DD(CS)PP",
            "not-programmed": "maladie non programmée",
            "managed-by-authority": "troupeau suspendu ou infecté : le délégant gère tout",
            "not-delegated": "maladie non déléguée",
            "non-negative": "résultat non négatif ou douteux",
            "decision-awaited": "brucellose non négative : décision du délégant attendue",
            "retest-ordered": "recontrôle ordonné, en attente",
            "retest-negative-not-received": "recontrôle négatif, résultat non reçu",
            "retest-positive": "recontrôle non négatif",
            "retest-not-done": "recontrôle non réalisé",
            "evidence-only": "preuve de réalisation, aucun résultat lisible",
            "number-unknown": "nombre de tuberculinés inconnu",
            "non-completion-decision": "décision de non réalisation",
            "delay": "anomalie de délai",
            "not-done": "rien de réalisé à la fin de la campagne",
            "not-done-yet": "rien de réalisé, la campagne court",
            "under-sampled": "sous-réalisation qui ne peut plus être comblée",
            "under-sampled-curable": "sous-réalisation qui peut encore être comblée",
            "compliant": "réalisée sans anomalie",
        ])

    static let inspectionReport = RuleText(
        summary: "Valeur du rapport d'inspection d'après les trois évaluations : A, B, C ou PE.",
        clauses: [
            "Refusé tant qu'une évaluation est NE ou AR (erreur evaluation-not-final).",
            "Refusé si une maladie programmée est SO (erreur programmed-but-without-object).",
            "Un C : C. Sinon un B : B. Sinon un PO : PE. Sinon un A : A. Sinon : PE.",
        ])
}
