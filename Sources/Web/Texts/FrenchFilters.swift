extension FrenchTexts {
    /// Filters by their name in the address, as pages label them.
    static let filter = [
        "niveau": "Onglet", "maladie": "Maladie", "statut": "Statut", "classe": "Classe d'atelier",
        "commune": "Commune", "veterinaire": "Vétérinaire", "exploitation": "Exploitation",
        "plan-demande": "Plan demandé", "sans-evaluation": "Sans évaluation définitive",
        "non-negatif": "Avec un résultat non négatif", "valeur": "Valeur du rapport", "tri": "Trier par",
        "genre": "Interventions", "etape": "Étape",
        "colonnes": "Colonnes", "etat": "État", "sorte": "Sorte de fichier", "en-attente": "Lignes en attente",
        "annee": "Année", "position": "Suite de la liste", "line": "Suite de la liste", "acte": "Acte",
        "depuis": "Du", "jusque": "Au", "profil": "Profil",
    ]

    static let filterForm = [
        "number": "un nombre entier", "day": "un jour, écrit AAAA-MM-JJ", "commune": "un code INSEE de cinq signes",
        "holding": "un numéro EDE, ou ses premiers chiffres", "position": "la suite que donne la page elle-même",
        "intention": "un acte de la liste du formulaire",
    ]
}
