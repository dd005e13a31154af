extension FrenchTexts {
    static let analyses = [
        "title": "Demandes d'analyse (DAI)",
        "hint":
            "Les demandes que les départements adressent à votre laboratoire, une par document de prélèvement validé. "
            + "Le registre des envois du département note quand vous retirez chacune.",
        "waiting": "À retirer", "fetched": "Retirées", "all": "Toutes", "department": "Département",
        "number": "N° d'intervention ou d'exploitation (ou début)", "none": "Aucune demande ne répond à ces filtres.",
        "fetchedOn": "Retirée le", "file": "Fichier", "fetch": "Retirer (XML)",
        "print": "PDF", "cancelled": "annulée",
        "fetchPicked": "Retirer les demandes cochées",
        "fetchHint": "Plusieurs demandes forment une archive zip. Une demande retirée peut l'être à nouveau, à "
            + "l'identique.",
        "waitingCount": "à retirer", "see": "Voir et retirer les demandes d'analyse",
    ]
}
