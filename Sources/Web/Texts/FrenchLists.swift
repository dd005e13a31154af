extension FrenchTexts {
    static let campaignHerds = [
        "title": "Ateliers de la campagne",
        "inPreparation":
            "La campagne n'est pas encore exécutée : son paramétrage dit quels ateliers elle prendra.",
        "closed": "La campagne est close : plus rien ne s'y ajoute ni ne s'en retire.",
        "add": "Ajouter un atelier", "addButton": "Ajouter l'atelier",
        "addHint":
            "Il reçoit une intervention et tous les plans que son rythme de dépistage demande. Un atelier ouvert après "
            + "le début n'entre que par un changement de typologie.",
        "herd": "Atelier", "herdHint": "N° EDE, avec le code s'il y en a plusieurs : 99000001/A.",
        "from": "Intervention à dupliquer", "fromHint": "Son numéro ; ses plans sont repris. Vide : aucune.",
        "circumstances": "Reprise d'élevage", "transfer": "retirer l'intervention dupliquée : son atelier est repris",
        "typeChange": "Typologie", "typeChangeYes": "l'atelier vient d'un changement de typologie pendant la campagne",
        "reason": "Motif",
        "withdraw": "Retirer une intervention", "withdrawButton": "Retirer l'intervention",
        "withdrawHint":
            "Seulement tant qu'elle n'a rien donné : ni visite, ni résultat, ni rapport. Elle reste visible, et son "
            + "numéro n'est jamais redonné.",
        "number": "Intervention",
    ]

    static let lists = [
        "title": "Listes de la campagne", "whole": "Liste entière", "empty": "Cette liste est vide.", "month": "Mois",
        "show": "Afficher",
        "all": "toute la liste (CSV)", "recipient": "Destinataire", "code": "Code ou n°", "rows": "Lignes",
        "files": "Fichiers", "record": "Enregistrer l'envoi",
        "recordHint":
            "Gardez la trace de l'envoi une fois les fichiers transmis : le jour, chaque destinataire et le contenu.",
        "for-interventions": "Chaque intervention de la campagne, avec ses plans.",
        "for-practices": "À transmettre aux cabinets vétérinaires avant le début.",
        "for-milk": "À transmettre aux laboratoires laitiers avant leur mois.",
        "for-reprogram": "Le lait qui n'est pas venu, à redemander le mois suivant ou à passer au sang.",
        "for-milk-gap": "Ce qui manque et ce qui est venu sans être programmé, pour un mois.",
        "for-requalification": "Leurs tests ont leurs propres dates.",
        "for-risk": "À suivre de près.",
        "for-farmers": "Ce que les courriers d'information disent à chaque éleveur.",
    ]

    static let verification = [
        "title": "Vérification annuelle du registre, département",
        "link": "Vérification annuelle du paramétrage du registre",
        "hint":
            "Avant chaque campagne, les réglages du registre sont relus avec leur source et leur justification. La "
            + "liste de contrôle de la campagne demande une vérification de moins d'un an avant son début.",
        "last": "Dernière vérification", "never": "jamais faite ici",
        "verify": "Faire la vérification", "verifyHint": "Elle est datée, signée de votre compte et archivée.",
        "found": "Ce que la vérification signale", "clean": "Rien n'est à signaler.",
        "setting": "Réglage", "value": "Valeur", "origin": "Origine", "national": "valeur nationale",
        "change": "Changer", "newValue": "Nouvelle valeur", "reason": "Justification", "save": "Enregistrer",
        "more": "autres constats ; ils sont tous archivés.",
    ]

    /// What the register's settings are called, and how they are counted.
    static let registerSetting = [
        "production-types": "Races et types de production",
        "herd-orientation": "Seuils de l'orientation des ateliers",
        "orientation-age-months": "Âge des femelles comptées pour l'orientation (mois)",
        "absence-limit": "Part d'absents tolérée dans un lot complet",
        "import-policies": "Politique d'import par expéditeur",
        "idle-months": "Mois sans bovin avant de proposer la fermeture",
        "closing-criteria": "Critères de fermeture d'un atelier, dans leur ordre",
        "orientation-look-back-months": "Mois regardés en arrière pour l'orientation (0 : aujourd'hui)",
    ]

    static let region = [
        "title": "Règles de la région", "all": "Règles régionales",
        "hint":
            "Les règles d'édition et de réédition que les départements d'une région partagent. Une campagne qui "
            + "s'ouvre les prend, sauf valeur propre au département ; elles s'y lisent comme « paramètre régional ».",
        "region": "Région", "departments": "Départements", "shares": "Règles partagées", "none": "aucune",
        "rule": "Règle", "value": "Valeur commune", "source": "Source", "own": "chaque département",
        "ownHint": "Vide : chaque département garde sa valeur.", "decision": "Décision régionale",
        "reason": "Décision régionale, montrée dans les campagnes", "save": "Enregistrer les règles",
        "change": "Changer les règles communes",
        "changeHint": "Ce qui est enregistré remplace tout ce qui était partagé ; l'ancien reste au journal.",
    ]

    /// By INSEE code.
    static let regionName = [
        "01": "Guadeloupe", "02": "Martinique", "03": "Guyane", "04": "La Réunion", "06": "Mayotte",
        "11": "Île-de-France", "24": "Centre-Val de Loire", "27": "Bourgogne-Franche-Comté", "28": "Normandie",
        "32": "Hauts-de-France", "44": "Grand Est", "52": "Pays de la Loire", "53": "Bretagne",
        "75": "Nouvelle-Aquitaine", "76": "Occitanie", "84": "Auvergne-Rhône-Alpes",
        "93": "Provence-Alpes-Côte d'Azur", "94": "Corse",
    ]
}
