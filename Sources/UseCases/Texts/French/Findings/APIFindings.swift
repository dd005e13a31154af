extension FrenchFindings {
    /// The interface for programs.
    static let api: [String: FindingText] = [access, requests, keys].reduce(into: [:]) { all, part in
        all.merge(part) { first, _ in first }
    }

    private static let access: [String: FindingText] = [
        APIFinding.tokenMissing.rawValue: FindingText(
            "Cette opération demande un jeton.",
            wayOut: "Envoyez « Authorization: Bearer … » avec un jeton personnel ou d'accès (page /compte/jetons)."),
        APIFinding.tokenRefused.rawValue: FindingText(
            "Ce jeton n'est pas accepté : inconnu, expiré, révoqué, ou d'un compte désactivé.",
            wayOut: "Demandez un nouveau jeton d'accès, ou créez un jeton personnel sur la page /compte/jetons."),
        APIFinding.clientRefused.rawValue: FindingText(
            "Client inconnu, secret faux, ou client révoqué.",
            wayOut: "Vérifiez client_id et client_secret auprès de l'administrateur qui les a créés."),
        APIFinding.grantUnsupported.rawValue: FindingText(
            "Le mode « {grant} » n'existe pas ici.", wayOut: "Envoyez grant_type=client_credentials."),
        APIFinding.tooManyRequests.rawValue: FindingText(
            "Trop de demandes en une minute.", wayOut: "Attendez {seconds} secondes, puis reprenez."),
        APIFinding.credentialUnknown.rawValue: FindingText(
            "Ce jeton n'existe pas.", wayOut: "Rechargez la liste : il a peut-être déjà été révoqué."),
        APIFinding.credentialNameMissing.rawValue: FindingText(
            "Un jeton porte un nom de 1 à {most} caractères.",
            wayOut: "Nommez le logiciel qui s'en servira, pour savoir plus tard lequel révoquer."),
        APIFinding.credentialExpiry.rawValue: FindingText(
            "Un jeton vaut de 1 à {most} jours.", wayOut: "Choisissez une durée dans ces limites."),
    ]

    private static let requests: [String: FindingText] = [
        APIFinding.pathUnknown.rawValue: FindingText(
            "Il n'y a rien à cette adresse, ou ce n'est pas à vous de le voir.",
            wayOut: "Comparez l'adresse avec la description : /api/v1/openapi.json, ou la page /api."),
        APIFinding.methodNotAllowed.rawValue: FindingText(
            "Cette adresse ne connaît pas la méthode {method}.", wayOut: "Méthodes possibles : {methods}."),
        APIFinding.notAcceptable.rawValue: FindingText(
            "Aucune des formes demandées n'existe ici.", wayOut: "Demandez (Accept) : {types}."),
        APIFinding.mediaTypeUnsupported.rawValue: FindingText(
            "Ce type de contenu n'est pas reçu ici.", wayOut: "Envoyez (Content-Type) : {types}."),
        APIFinding.bodyTooLarge.rawValue: FindingText(
            "Le contenu dépasse {most} octets.", wayOut: "Partagez le fichier en plusieurs envois."),
        APIFinding.bodyUnreadable.rawValue: FindingText(
            "Le contenu n'est pas lisible : {expected}.", wayOut: "Corrigez-le selon la description de l'opération."),
        APIFinding.requestUnreadable.rawValue: FindingText(
            "Le serveur n'a pas pu lire cette demande ({status}).", wayOut: "Vérifiez ses en-têtes et son adresse."),
        APIFinding.valueInvalid.rawValue: FindingText(
            "« {name} » n'a pas la forme attendue.", wayOut: "Forme attendue : {expected}."),
        APIFinding.valueMissing.rawValue: FindingText(
            "« {name} » manque.", wayOut: "Ajoutez-le ; forme attendue : {expected}."),
        APIFinding.valueUnexpected.rawValue: FindingText(
            "« {name} » n'est pas connu de cette opération, ou est donné deux fois.",
            wayOut: "Retirez-le, ou corrigez son nom."),
        APIFinding.cursorInvalid.rawValue: FindingText(
            "Ce curseur ne vient pas d'une réponse de cette liste.",
            wayOut: "Reprenez à la première page, sans « cursor »."),
        APIFinding.nothingStored.rawValue: FindingText(
            "Ce document n'a pas encore été émis.", wayOut: "Revenez quand il l'aura été."),
        APIFinding.keyReused.rawValue: FindingText(
            "Cette clé (Idempotency-Key) a déjà servi à une autre demande.",
            wayOut: "Prenez une clé neuve pour chaque demande, la même seulement pour la renvoyer telle quelle."),
        APIFinding.keyBusy.rawValue: FindingText(
            "La première demande qui porte cette clé est encore en cours.",
            wayOut: "Renvoyez-la telle quelle dans {seconds} secondes."),
        APIFinding.databaseBusy.rawValue: FindingText(
            "La base de données est occupée ; rien n'a été enregistré.",
            wayOut: "Renvoyez la même demande, avec la même clé, dans {seconds} secondes."),
        APIFinding.internalFault.rawValue: FindingText(
            "La demande n'a pas abouti.",
            wayOut: "Renvoyez-la avec la même clé ; sinon, prévenez l'administrateur en donnant l'heure."),
    ]

    /// What is wrong with the installation's keys.
    private static let keys: [String: FindingText] = [
        APIFinding.keysUnavailable.rawValue: FindingText(
            "Cette installation ne peut ni délivrer ni vérifier de jeton d'accès en ce moment.",
            wayOut: "Prévenez l'administrateur ; un jeton personnel (page /compte/jetons) fonctionne toujours."),
        KeyFinding.missing.rawValue: FindingText(
            """
            Aucun fichier de clés n'est désigné : les seconds facteurs, les clients OAuth 2 et les webhooks en ont \
            besoin.
            """,
            wayOut: "Faites-en désigner un par qui fait tourner Vigie, le même pour tous les processus.",
            atTerminal: "Désignez-en un par VIGIE_KEYS_FILE, le même pour tous les processus ; il est créé au besoin."),
        KeyFinding.exposed.rawValue: FindingText(
            "D'autres que son propriétaire peuvent lire le fichier de clés {place}.",
            wayOut:
                "Faites retirer ce droit par qui fait tourner Vigie, et changer les clés si quelqu'un a "
                + "pu les lire.",
            atTerminal: "chmod 600 {place}, puis « vigie keys rotate » si quelqu'un a pu le lire."),
        KeyFinding.unreadable.rawValue: FindingText(
            "{place} ne contient pas les clés d'une installation.",
            wayOut: """
                Rétablissez-le tel que Vigie l'a écrit. S'il est perdu, écartez-le : un nouveau sera créé, et les \
                seconds facteurs seront à remettre en place.
                """),
        KeyFinding.inaccessible.rawValue: FindingText(
            "Le fichier de clés {place} n'est pas accessible : {message}.",
            wayOut: "Donnez au compte qui fait tourner Vigie le droit de lire et d'écrire dans ce dossier."),
        KeyFinding.notAFile.rawValue: FindingText(
            "Les clés viennent de l'environnement : Vigie ne peut pas les changer.",
            wayOut: "Qui fait tourner Vigie les change dans son environnement, ou passe à un fichier de clés.",
            atTerminal: "Changez VIGIE_KEYS, ou passez à un fichier (VIGIE_KEYS_FILE)."),
    ]
}
