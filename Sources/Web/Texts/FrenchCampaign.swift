extension FrenchTexts {
    static let home = [
        "title": "Aujourd'hui",
        "campaigns": "Campagnes",
        "none": "Aucune campagne dans votre ressort.",
        "work": "Ce qui vous attend",
        "nothing": "Rien n'attend : tout est à jour.",
        "list": "Liste",
        "lines": "Lignes",
        "followUp": "Suivi",
        "account": "Vos rubriques :",
        "interventions": "interventions",
        "delegateWork": "Chez le délégataire",
        "authorityWork": "Chez l'autorité",
        "officerWork": "Chez l'inspecteur et l'autorité",
        "departmentWork": "Dans le département",
        "nothingNational": "Aucune campagne n'est à clore d'office ni en retard de clôture.",
        "step-unsorted": "Avant la clôture : ni triées ni supprimées",
        "step-undone": "Avant la clôture : non réalisées, sans décision",
        "step-evaluate": "Avant la clôture : à évaluer",
        "step-report": "Avant la clôture : évaluées, sans rapport",
        "untreated": "interventions sans rapport ni décision",
        "refusedLines": "lignes de fichiers à corriger ou à rattacher",
        "refusedLine": "ligne de fichier à corriger ou à rattacher",
        "progress": "Avancement",
        "disease": "Maladie",
        "status": "Interventions par statut",
        "tested": "Testés / demandés",
        "reports": "Rapports d'inspection",
        "nonCompletions": "décisions de non réalisation",
        "without": "sans rapport ni décision",
    ]

    static let followUp = [
        "title": "Suivi des prophylaxies", "proposed": "prop.",
        "filters": "Filtres",
        "open": "Sans rapport",
        "department": "Département",
        "byCampaign": "Par département",
        "partial": "Les départements suivants n'ont pas encore été parcourus : voyez la suite.",
        "reported": "Avec rapport",
        "kinds": "Afficher :", "kind-interventions": "les interventions", "kind-recontroles": "les recontrôles",
        "kind-hors-campagne": "les visites hors campagne",
        "hint-recontroles":
            "Un recontrôle n'est compté nulle part : ses résultats comptent pour la première intervention, qui est "
            + "évaluée et reçoit le rapport.",
        "hint-hors-campagne":
            "Une visite hors campagne n'est comptée nulle part : elle se rattache à l'intervention de la campagne.",
        "disease": "Maladie",
        "all": "Toutes",
        "status": "Statut",
        "class": "Classe d'atelier",
        "commune": "Commune (code INSEE)",
        "veterinarian": "Vétérinaire (n° ordinal)",
        "unevaluated": "Sans évaluation définitive",
        "nonNegative": "Avec un résultat non négatif ou douteux",
        "apply": "Filtrer",
        "clear": "Effacer",
        "next": "Suite",
        "first": "Début",
        "csv": "Télécharger (CSV)",
        "xlsx": "Télécharger (Excel)",
        "toBatch": "Agir sur les interventions cochées",
        "legend":
            "AS anomalie sanitaire, AA anomalie administrative, SA sans anomalie, EC en cours, SO sans objet ; bovins "
            + "testés / demandés ; NN non négatifs ; DTX douteux ; puis l'évaluation, précédée de « prop. » tant "
            + "qu'elle n'est que proposée.",
        "empty": "Aucune intervention ne répond à ces filtres sous cet onglet ; voyez l'autre, ou retirez un filtre.",
        "intervention": "Intervention",
        "holding": "Exploitation",
        "herd": "Atelier",
        "planned": "Prévue le",
        "vet": "Vétérinaire",
        "report": "Rapport",
        "value": "Valeur du rapport",
        "holdingNumber": "Exploitation (n° ou début)",
        "order": "Trier par",
        "requested": "Plan demandé (avec la maladie)",
        "columns": "Colonnes",
        "views": "Vues :",
        "viewName": "Nom de la vue",
        "saveView": "Garder cette vue",
        "forgetView": "Supprimer la vue de ce nom",
        "pick": "Choisir",
        "batch": "Pour les interventions cochées",
        "evaluate": "Évaluer les interventions cochées",
        "evaluateHint":
            "Une maladie laissée à PM garde son évaluation. Les statuts d'une maladie doivent être les mêmes.",
        "reports": "Émettre les rapports des interventions cochées",
        "reportsHint": "Un rapport par intervention, un même commentaire pour tous. L'évaluation est figée.",
        "invalidate": "Invalider les rapports cochés",
    ]

    static let column = [
        "exploitation": "Exploitation", "commune": "Commune", "atelier": "Atelier", "prevue": "Prévue le",
        "veterinaire": "Vétérinaire", "premiere": "Première réalisation", "derniere": "Dernière réalisation",
        "jours": "Jours depuis", "plans": "Plans demandés", "BRU": "Brucellose", "LEU": "Leucose",
        "TUB": "Tuberculose", "taux": "Taux de réalisation", "non-negatifs": "Non négatifs",
        "dernier-resultat": "Dernière analyse", "rapport": "Rapport", "suite": "Suite",
    ]

    static let order = [
        "numero": "Numéro", "prevue": "Date prévue", "prevue-fin": "Date prévue, la dernière d'abord",
        "derniere": "dernière réalisation", "resultat": "dernier résultat, le plus récent d'abord",
        "non-negatifs": "non négatifs d'abord", "taux": "taux de réalisation, le plus bas d'abord",
    ]

    static let batch = [
        "evaluated": "Interventions évaluées :", "issued": "Rapports émis :", "noneIssued": "Aucun rapport émis.",
        "invalidated": "Rapports invalidés :",
    ]
}
