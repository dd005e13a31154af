extension FrenchTexts {
    /// What opens, closes, places and links a herd.
    static let herdActs = [
        "orientation": "Orientation", "usual": "celle de la classe", "herdName": "Libellé de l'atelier",
        "herdNameHint": "Vide : pas de changement.",
        "openHerd": "Ouvrir un autre atelier dans l'exploitation", "openHerdButton": "Ouvrir l'atelier",
        "openHerdHint":
            "L'exploitation et l'établissement viennent du registre ; un atelier s'y ouvre avec son motif.",
        "herdCode": "Code de l'atelier", "herdCodeHint": "Lettres sans accent, chiffres, tirets : A, L, LAIT…",
        "openedOn": "Ouvert le",
        "closeHerd": "Fermer l'atelier", "closeHerdButton": "Fermer l'atelier",
        "closeHerdHint":
            "Sortez d'abord ses bovins ou rattachez-les ailleurs. Il peut être rouvert ensuite, son histoire reste.",
        "closedOn": "Fermé le", "herdCattle": "Bovins encore rattachés",
        "closeAnyway": "fermer quand même ; la revue du registre les signalera",
        "reopenHerd": "Rouvrir l'atelier", "reopenHerdButton": "Rouvrir l'atelier",
        "placeAnimals": "Rattacher des bovins à cet atelier", "placeAnimalsButton": "Rattacher",
        "placeAnimalsHint":
            "Des bovins présents dans l'exploitation, pris dans un autre atelier ou dans aucun : ce n'est pas une "
            + "introduction.",
        "which": "Lesquels", "named": "ceux dont voici les numéros", "allOfType": "tous ceux de type",
        "animalsHint": "Numéros nationaux, un par ligne ou séparés par des espaces.",
        "linkHerd": "Noter un lien épidémiologique", "linkHerdButton": "Noter le lien",
        "linkHerdHint": "Le lien vaut dans les deux sens ; il se lit sur les deux fiches.",
        "otherHerd": "L'autre atelier", "otherHerdHint": "N° EDE, avec le code s'il y en a plusieurs : 99000001/A.",
        "unlinkHerd": "Terminer un lien épidémiologique",
        "locateHerd": "Placer l'atelier sur la carte", "locateHerdHint": "La dernière position dite compte.",
        "position": "Latitude, longitude", "positionHint": "En degrés décimaux (WGS 84) : 45.777222,3.087025",
        "positionSource": "D'où vient la position", "positionSourceHint": "Relevé sur place, cadastre, éleveur…",
    ]

    static let orientation = ["dairy": "laitière", "beef": "allaitante", "mixed": "mixte", "none": "sans orientation"]

    /// What was done.
    static let herdDone = [
        "herdOpened": "Atelier ouvert.", "herdClosed": "Atelier fermé.", "herdReopened": "Atelier rouvert.",
        "animalsPlaced": "Bovins rattachés à cet atelier.", "herdLinked": "Lien épidémiologique noté.",
        "herdUnlinked": "Lien épidémiologique terminé.", "herdLocated": "Position enregistrée.",
        "herdAdded": "Atelier ajouté à la campagne : voici son intervention.",
        "herdWithdrawn": "Intervention retirée de la campagne.",
        "listRecorded": "Envoi enregistré pour chaque destinataire de la liste.",
        "settingsVerified": "Vérification faite et archivée.", "registerSetting": "Réglage enregistré.",
        "regionalRules": "Les règles de la région sont enregistrées : les campagnes qui s'ouvrent les prennent.",
    ]
}
