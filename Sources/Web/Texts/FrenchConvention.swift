extension FrenchTexts {
    static let convention = [
        "hint":
            "Une version enregistrée remplace la précédente, qui reste dans l'historique. Sans mention, une étape est "
            + "déléguée comme la règle le prévoit.",
        "withheldHint": "Dans une étape déléguée en partie : ce que l'autorité garde pour elle.",
        "grants": "Ce que la convention accorde ou prévoit", "reason": "Référence ou motif de cette version",
        "unsaid": "sans mention",
        "vetListsDelegated": "les listes par cabinet sont envoyées par le délégataire",
        "farmersInformed": "les éleveurs sont informés", "rawMilkAccess": "le délégataire voit qui vend du lait cru",
        "mapDelegated": "le délégataire place les ateliers sur la carte",
        "linksDelegated": "le délégataire note les liens épidémiologiques",
        "retestPlanningDelegated": "le délégataire planifie les recontrôles ordonnés",
        "outsideVisitsDelegated": "le délégataire programme les visites hors campagne",
        "days": "Jours de transmission des arrêtés et instructions", "order": "Arrêté ou instruction :",
        "class": "Règles particulières :", "campaigns": "Autres campagnes, par leur libellé, séparées par des virgules",
        "step-1": "1. Registre et liens", "step-2": "2. Type de production", "step-3": "3. Paramètres de la campagne",
        "step-4": "4. Laboratoires", "step-5": "5. Validation", "step-6": "6. Exécution et ajouts",
        "step-7": "7. Documents de prélèvement", "step-8": "8. Envoi des documents", "step-9": "9. Résultats",
        "step-10": "10. Suivi, évaluation, rapports, courriers", "step-11": "11. Non réalisations et clôture",
    ]
}
