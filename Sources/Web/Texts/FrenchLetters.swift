extension FrenchTexts {
    static let letters = [
        "preview": "Aperçu des 10 premiers (PDF)", "nothing": "Aucun courrier à écrire.",
        "title": "Écrire des courriers", "register": "Courriers", "all": "Tous", "unsent": "À envoyer",
        "hint":
            "Un courrier pour chaque intervention qui le motive et ne l'a pas encore reçu. La page suivante dit ce qui "
            + "est écrit, pour qui, et donne le lot à imprimer.",
        "pickHint":
            "Cochez des lignes de la liste, ou écrivez pour toutes. La page suivante dit ce qui est écrit, pour qui, "
            + "ce qui ne l'est pas et pourquoi, et donne le lot à imprimer.",
        "kind": "Courrier", "month": "Mois d'analyse", "allMonths": "tous les mois échus",
        "by": "Date limite", "byHint": "vide : celle qui découle des règles ; à donner quand elle est passée",
        "period": "Quand l'atelier détient des bovins à tester (visite hors campagne)",
        "again": "aussi là où il a déjà été écrit", "copies": "et un fichier des copies par vétérinaire",
        "write": "Écrire les courriers", "writeChosen": "Écrire pour les lignes cochées",
        "writeList": "Écrire pour toute la liste",
        "number": "N°", "letter": "Courrier n°", "intervention": "Intervention", "recipient": "Destinataire",
        "copy": "Copie", "written": "Écrit le", "sent": "Envoyé le", "one": "courrier", "many": "courriers",
        "send": "Noter l'envoi", "sendHint": "Le jour où les courriers sont partis ; il se note une fois.",
        "day": "Envoyés le", "sendChosen": "Noter l'envoi des courriers cochés",
        "sendAll": "Noter l'envoi de tous ceux qui restent à envoyer",
        "made": "Courriers écrits", "deadline": "Limite", "diseases": "Maladies",
        "more": "autres, dans le registre.",
    ]
}
