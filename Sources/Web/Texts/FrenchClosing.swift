extension FrenchTexts {
    static let closing = [
        "title": "Clôture et bilan", "nothing": "Toutes les interventions ont leur rapport ou leur décision.",
        "remains": "Ce qui reste à traiter", "pending": "À évaluer", "all": "Tout afficher",
        "from": "Clôture possible à partir du", "until": "Due au plus tard le", "forcedAfter": "D'office après le",
        "closedOn": "Campagne close le", "state-early": "La clôture n'est pas encore à préparer.",
        "state-near": "La clôture approche : traitez ce qui reste.", "state-open": "La campagne peut être close.",
        "state-overdue": "La campagne aurait dû être close.",
        "state-forced": "La campagne aurait dû être close ; l'autorité nationale peut la clore d'office.",
        "stage-near": "Clôture à préparer :", "stage-open": "Clôture à prononcer :",
        "stage-overdue": "Clôture en retard :", "stage-forced": "Clôture en retard, possible d'office :",
        "late-overdue": "la clôture est en retard.",
        "late-forced": "la clôture est en retard ; l'autorité nationale peut la prononcer d'office.",
        "step-unsorted": "ni triées ni supprimées", "step-undone": "non réalisées, sans décision",
        "step-evaluate": "à évaluer", "step-report": "évaluées, sans rapport",
        "decide": "Décider de la non réalisation",
        "decideHint": "Pour les interventions cochées que personne n'a réalisées et dont le motif est valable : "
            + "aucun rapport n'est alors dû.",
        "code": "Décision", "close": "Clore la campagne",
        "closeHint":
            "Plus de calcul de statut, d'évaluation ni de rapport ; les suites des rapports restent possibles.",
        "override": "Pourquoi clore malgré ce qui reste", "sure": "La clôture est définitive, je la prononce.",
        "sureField": "la case « La clôture est définitive, je la prononce »",
        "force": "Clore d'office", "forceHint": "La campagne est close quoi qu'il reste ; le motif est conservé.",
        "forceReason": "Motif de la clôture d'office", "tooEarly": "La campagne se clôt à partir du",
        "balance": "Bilan de la campagne",
        "balanceHint": "Réalisation, résultats, ce qui n'a pas été fait et pourquoi, à côté de la campagne précédente.",
        "remarks": "Points forts et difficultés, une remarque par ligne",
        "balancePDF": "Télécharger le bilan avec ces remarques (PDF)",
        "balance-pdf": "Bilan (PDF)", "balance-csv": "Chiffres (CSV)", "balance-md": "Texte (Markdown)",
    ]
}
