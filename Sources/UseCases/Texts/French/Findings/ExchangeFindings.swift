import Exchange

extension FrenchFindings {
    /// Files, before anything is compared with the store.
    static let exchange: [String: FindingText] = texts([
        exchangeFiles, exchangeTables, exchangeFields, exchangeRows, exchangeXML,
    ])

    private static func texts(_ parts: [[ExchangeFinding: FindingText]]) -> [String: FindingText] {
        parts.reduce(into: [:]) { all, part in
            for (code, text) in part { all[code.rawValue] = text }
        }
    }

    private static let exchangeFiles: [ExchangeFinding: FindingText] = [
        .fileMissing: FindingText(
            "Il n'y a pas de fichier à cet endroit.", wayOut: "Vérifiez le chemin, majuscules comprises."),
        .fileUnreadable: FindingText(
            "Le système ne laisse pas lire le fichier ({reason}).",
            wayOut: "Vérifiez les droits de lecture, ou copiez le fichier ailleurs."),
        .fileEmpty: FindingText(
            "Le fichier est vide.", wayOut: "L'extraction ou le transfert a sans doute échoué : refaites-les."),
        .fileNotText: FindingText(
            "Ce n'est pas un fichier texte ({kind}).",
            wayOut: "Dans le tableur, enregistrez la feuille au format CSV (UTF-8)."),
        .fileTooLarge: FindingText(
            "Le fichier dépasse {limit} octets, bien plus qu'un fichier de cette nature.",
            wayOut: "Vérifiez que c'est le bon fichier."),
        .fileUnwritable: FindingText(
            "Le fichier n'a pas pu être écrit ({reason}).",
            wayOut: "Libérez de la place sur le disque, ou choisissez un dossier où vous pouvez écrire."),
        .fileUnknown: FindingText(
            "Ce fichier n'est pas attendu dans le lot ; il n'est pas lu.",
            wayOut: "Renommez-le comme la table qu'il contient, ou retirez-le."),
        .zipBroken: FindingText(
            "Ce n'est pas un zip entier ({reason}).", wayOut: "Transférez-le à nouveau ; comparez les tailles."),
        .zipEntryBroken: FindingText(
            "Un fichier du zip est abîmé ou coupé ({reason}).", wayOut: "Refaites le zip et transférez-le à nouveau."),
        .zipUnsafeName: FindingText(
            "Le zip contient un nom de fichier qui sort de son dossier.",
            wayOut: "Refaites le zip à partir des seuls fichiers du lot."),
        .zipTooLarge: FindingText(
            "Le zip contient plus de données qu'il n'est admis ({size} octets pour {limit}).",
            wayOut: "Envoyez le lot en dossier, ou par parties."),
        .zipSuspiciousRatio: FindingText(
            "Le zip se gonfle {ratio} fois, plus que toute donnée réelle ({limit}).",
            wayOut: "Refusez cet envoi et demandez à son auteur d'où il vient."),
        .zipTooManyEntries: FindingText(
            "Le zip contient {entries} fichiers, plus que les {limit} admis.",
            wayOut: "Refaites le zip à partir des seuls fichiers du lot."),
        .zipEncrypted: FindingText(
            "Le zip est protégé par un mot de passe.", wayOut: "Refaites-le sans mot de passe."),
        .encodingWindows1252: FindingText(
            "Le fichier n'est pas en UTF-8 ; il a été lu en Windows-1252.",
            wayOut: "Vérifiez quelques accents ; demandez l'UTF-8 à l'expéditeur."),
        .encodingMixed: FindingText(
            "Le fichier mélange deux codages de caractères ; cette ligne a été lue en Windows-1252.",
            wayOut: "Vérifiez les accents de cette ligne dans le fichier d'origine."),
        .encodingUnsupported: FindingText(
            "Le codage {encoding} n'est pas lu.", wayOut: "Enregistrez le fichier en CSV UTF-8."),
        .encodingNotUTF8: FindingText(
            "La ligne n'est pas en UTF-8, contrairement à ce qui était annoncé.",
            wayOut: "Enregistrez le fichier en UTF-8, ou retirez le codage annoncé de la correspondance."),
        .lineTooLong: FindingText(
            "La ligne dépasse {limit} octets ; seul son début est gardé.",
            wayOut: "Une fin de ligne ou un guillemet manque sans doute : corrigez le fichier d'origine."),
        .quoteUnbalanced: FindingText(
            "Un guillemet ouvert n'est pas fermé, ou l'est au milieu d'un champ.",
            wayOut: "Doublez les guillemets à l'intérieur d'un champ (\"\"), fermez celui qui entoure le champ."),
        .controlCharacter: FindingText(
            "La ligne contient un caractère binaire (NUL).", wayOut: "Refaites l'extraction : ce n'est pas du texte."),
    ]

    private static let exchangeTables: [ExchangeFinding: FindingText] = [
        .columnMissing: FindingText(
            "Cette colonne manque dans l'en-tête « {header} ».",
            wayOut: "Ajoutez la colonne au fichier.",
            atTerminal: "Ajoutez la colonne, ou donnez une correspondance des colonnes (--mapping)."),
        .columnDoubled: FindingText(
            "L'en-tête nomme deux fois cette colonne.", wayOut: "Gardez-en une, renommez l'autre."),
        .columnUnknown: FindingText(
            "Cette colonne n'est pas attendue ; elle n'est pas lue.",
            wayOut: "Vérifiez son orthographe si elle devait compter."),
        .fieldCount: FindingText(
            "La ligne a {found} champs, l'en-tête {expected} colonnes.",
            wayOut: "Un séparateur est de trop ou manque ; entourez de guillemets un champ qui en contient."),
        .tableMissing: FindingText(
            "La table {table} manque dans le lot.",
            wayOut: "Ajoutez-la, ou envoyez un lot incrémental, qui ne contient que ce qui change."),
        .tableDoubled: FindingText(
            "Deux fichiers tiennent lieu de la table {table} : {files}.", wayOut: "Gardez-en un seul."),
        .tableNotInManifest: FindingText(
            "Le manifeste ne compte pas la table {table} : un transfert coupé passerait inaperçu.",
            wayOut: "Ajoutez son nombre de lignes sous [rows]."),
        .rowCountMismatch: FindingText(
            "Le manifeste annonce {expected} lignes, le fichier en a {found} : le transfert a été coupé.",
            wayOut: "Transférez le fichier à nouveau."),
        .manifestMissing: FindingText(
            "Le lot n'a pas de manifeste ({file}).",
            wayOut: "Ajoutez-le, ou une section [bundle] dans la correspondance des colonnes."),
        .tomlSyntax: FindingText(
            "Le fichier n'est pas du TOML correct ({reason}).", wayOut: "Corrigez la ligne indiquée."),
        .keyUnknown: FindingText(
            "La clé « {key} » n'est pas connue ici.", wayOut: "Vérifiez son orthographe dans la documentation."),
        .keyMissing: FindingText("La clé « {key} » manque.", wayOut: "Ajoutez-la."),
        .keyInvalid: FindingText(
            "La valeur de la clé « {key} » ne convient pas ; attendu : {expected}.", wayOut: "Corrigez la valeur."),
        .formatUnknown: FindingText(
            "Le format « {value} » n'est pas lu par ce programme ; attendu : {expected}.",
            wayOut: "Mettez le programme à jour, ou demandez le format attendu."),
    ]

    private static let exchangeFields: [ExchangeFinding: FindingText] = [
        .valueMissing: FindingText("La valeur manque.", wayOut: "Complétez la colonne."),
        .valueTooLong: FindingText("Le texte « {value} » est trop long.", wayOut: "Raccourcissez-le."),
        .valueNotWritable: FindingText(
            "La valeur « {value} » ne peut pas être écrite dans ce format.",
            wayOut: "Retirez-en les séparateurs, les guillemets et les fins de ligne."),
        .integerInvalid: FindingText("« {value} » n'est pas un nombre entier.", wayOut: "Écrivez des chiffres seuls."),
        .integerOutOfRange: FindingText(
            "Le nombre « {value} » est hors des limites admises.", wayOut: "Vérifiez la saisie."),
        .flagInvalid: FindingText("« {value} » n'est ni oui ni non.", wayOut: "Écrivez O ou N."),
        .codeUnknown: FindingText(
            "Le code « {value} » n'est pas dans la liste de cette colonne.",
            wayOut: "Prenez un code de la liste, ou traduisez-le dans la correspondance des colonnes."),
        .dateFormat: FindingText(
            "« {value} » n'est pas une date comprise.", wayOut: "Écrivez AAAA-MM-JJ ou JJ/MM/AAAA."),
        .dateImpossible: FindingText(
            "La date « {value} » n'existe dans aucun calendrier.", wayOut: "Corrigez le jour ou le mois."),
        .dateFuture: FindingText(
            "La date « {value} » est dans l'avenir.",
            wayOut: "Vérifiez l'année ; un fait à venir n'est pas encore lu."),
        .dateImplausible: FindingText(
            "La date « {value} » est trop ancienne pour être juste.", wayOut: "Vérifiez l'année."),
        .leadingZeroRestored: FindingText(
            "Un zéro manquait au début du numéro ; il a été remis.",
            wayOut: "Mettez la colonne au format texte dans le tableur."),
    ]

    private static let exchangeRows: [ExchangeFinding: FindingText] = [
        .periodReversed: FindingText(
            "La fin ({end}) précède le début ({start}).", wayOut: "Corrigez l'une des deux dates."),
        .exitCauseWithoutExit: FindingText(
            "Une cause de sortie est donnée sans date de sortie.",
            wayOut: "Ajoutez la date si l'animal est parti, sinon videz la cause."),
        .exitWithoutEntry: FindingText(
            "Une sortie est donnée sans entrée.",
            wayOut: "Complétez la date d'entrée ; sans elle la présence ne peut être enregistrée."),
        .countryContradiction: FindingText(
            "Le numéro {number} et le pays {country} se contredisent.", wayOut: "Corrigez l'un des deux."),
        .phaseOutOfInterval: FindingText(
            "Le rang n'est pas inférieur à l'intervalle : le dépistage ne viendrait jamais.",
            wayOut: "Pour un intervalle de n années, le rang va de 0 à n − 1."),
        .eitherColumn: FindingText(
            "Il faut remplir une des colonnes {columns}.", wayOut: "Complétez l'une d'elles."),
        .datesOutOfOrder: FindingText(
            "La date {later} ne peut pas précéder la date {earlier}.", wayOut: "Corrigez l'une des deux dates."),
        .countsDoNotAddUp: FindingText(
            "Les nombres ne s'additionnent pas : {tested} testés, {counted} résultats.",
            wayOut: "Demandez au vétérinaire le compte-rendu corrigé ; il est enregistré tel quel en attendant."),
        .untestedReason: FindingText(
            "Le motif de non-réalisation ne va pas avec le résultat de l'animal.",
            wayOut: "Donnez un motif à chaque animal non testé, et à eux seuls."),
        .resultWithoutMeaning: FindingText(
            "Il n'y a ni interprétation ni raison de son absence.",
            wayOut: "Demandez au laboratoire de compléter le résultat."),
    ]

    private static let exchangeXML: [ExchangeFinding: FindingText] = [
        .xmlMalformed: FindingText(
            "Le XML est incorrect ou coupé ({reason}).", wayOut: "Transférez le message à nouveau."),
        .xmlDoctype: FindingText(
            "Le message déclare un type de document (DOCTYPE) : refusé par sécurité.",
            wayOut: "Demandez au laboratoire un message sans DOCTYPE."),
        .xmlTooDeep: FindingText(
            "Le XML est imbriqué au-delà de {limit} niveaux.", wayOut: "Ce n'est pas un message de ce format."),
        .xmlTextTooLong: FindingText(
            "Un texte du message dépasse {limit} caractères.", wayOut: "Demandez au laboratoire un message corrigé."),
        .xmlWrongRoot: FindingText(
            "L'élément racine est « {found} » ; attendu : « {expected} ».",
            wayOut: "Vérifiez que c'est le bon fichier et la bonne version du format."),
        .xmlUnexpectedElement: FindingText(
            "L'élément « {element} » n'a pas sa place ici.", wayOut: "Comparez le message avec le schéma publié."),
        .xmlUnexpectedAttribute: FindingText(
            "L'attribut « {attribute} » n'a pas sa place ici.", wayOut: "Comparez le message avec le schéma publié."),
    ]
}
