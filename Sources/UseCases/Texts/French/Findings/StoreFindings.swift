import Store

extension FrenchFindings {
    /// The database.
    static let store: [String: FindingText] = [storeAccess, storeContent].reduce(into: [:]) { all, part in
        for (code, text) in part { all[code.rawValue] = text }
    }

    private static let storeAccess: [StoreFinding: FindingText] = [
        .locked: FindingText(
            "La base est occupée par un autre programme depuis trop longtemps.",
            wayOut: "Recommencez dans un instant : rien n'est perdu.",
            atTerminal: "Attendez qu'il ait fini et relancez la même commande : elle reprend sans rien perdre."),
        .conflict: FindingText(
            "Deux opérations se sont gênées ; rien n'a été enregistré ({message}).",
            wayOut: "Recommencez."),
        .readOnly: FindingText(
            "La base est en lecture seule.",
            wayOut: "Vérifiez les droits du fichier et de son dossier, ou l'adresse du serveur."),
        .diskFull: FindingText(
            "Le disque est plein, ou une limite d'écriture est atteinte ; rien n'a été enregistré.",
            wayOut:
                "Prévenez qui fait tourner Vigie : il faut de la place, ou une limite (quota) plus "
                + "haute. Recommencez ensuite.",
            atTerminal: "Libérez de la place, ou relevez la limite (quota), et relancez la commande."),
        .missing: FindingText(
            "La base {path} n'existe pas.",
            wayOut: "Prévenez qui fait tourner Vigie : la base est à créer, ou son adresse à corriger.",
            atTerminal: "Créez-la avec « vigie database migrate », ou corrigez --database."),
        .notVigie: FindingText(
            "{place} est la base d'un autre programme.",
            wayOut: "Choisissez une autre base ; celle-ci n'est pas touchée."),
        .schemaNewer: FindingText(
            "La base est d'une version plus récente ({found}) que le programme ({known}).",
            wayOut: "Mettez le programme à jour."),
        .schemaOlder: FindingText(
            "La base est d'une version plus ancienne ({found}) que le programme ({known}).",
            wayOut: "Prévenez qui fait tourner Vigie : la base est à mettre à jour, après une sauvegarde.",
            atTerminal: "Faites une sauvegarde, puis « vigie database migrate »."),
        .migrationChanged: FindingText(
            "La migration {number} de la base n'est pas celle du programme.",
            wayOut: "Prenez le programme d'origine de cette base, ou restaurez une sauvegarde."),
        .connection: FindingText(
            "Le serveur ne répond pas : {message}", wayOut: "Vérifiez l'adresse, le réseau et le compte."),
        .invalidURL: FindingText(
            "« {url} » n'est pas l'adresse d'une base.", wayOut: "Écrivez sqlite:CHEMIN ou postgres://…"),
        .targetExists: FindingText(
            "{place} existe déjà et ne sera pas remplacé.", wayOut: "Choisissez un autre nom, ou une base vide."),
        .notABackup: FindingText(
            "{path} n'est pas une sauvegarde de ce type de base.",
            wayOut: "Vérifiez le fichier et l'adresse de la base."),
        .tool: FindingText(
            "Le programme {tool} a échoué ou n'est pas installé : {message}",
            wayOut: "Installez le client PostgreSQL (paquet postgresql-client)."),
        .file: FindingText("Le fichier {path} : {message}", wayOut: "Vérifiez le chemin et les droits."),
    ]

    private static let storeContent: [StoreFinding: FindingText] = [
        .constraint: FindingText(
            "La base refuse une valeur ({kind}, table {table}, {columns} {name}) ; rien n'a été enregistré.",
            wayOut: "C'est une erreur du programme : signalez-la avec ce message."),
        .damaged: FindingText(
            "Le fichier de la base est abîmé : {message}", wayOut: "Restaurez la dernière sauvegarde saine."),
        .engine: FindingText(
            "Le moteur de la base a échoué ({code}) : {message}",
            wayOut: "C'est une erreur du programme ou du serveur : signalez-la avec ce message."),
        .unreadable: FindingText(
            "La colonne {column} contient « {found} », que le programme ne comprend pas.",
            wayOut: "Signalez-le à qui fait tourner Vigie : la base est à contrôler.",
            atTerminal: "Lancez « vigie database check » et signalez le résultat."),
        .blobDamaged: FindingText(
            "Le document {digest} n'est plus celui qui a été enregistré.",
            wayOut: "Restaurez-le d'une sauvegarde ; son empreinte fait foi."),
        .blobMissing: FindingText(
            "Le document {digest} manque.", wayOut: "Restaurez-le d'une sauvegarde."),
        .blobDestroyed: FindingText(
            "Le document {digest} a été détruit au terme de sa conservation.",
            wayOut: "Il n'en reste que l'empreinte."),
        .foreignKey: FindingText(
            "Une ligne de {table} (n° {row}) renvoie à une ligne de {parent} qui n'existe pas.",
            wayOut: "Signalez-le, et restaurez au besoin une sauvegarde saine."),
        .auditBroken: FindingText(
            "La chaîne du journal est rompue : des écritures ont été changées ou retirées.",
            wayOut: "Conservez la base telle quelle et comparez-la avec une sauvegarde."),
        .auditUnsealed: FindingText(
            "Les dernières écritures du journal ne sont pas encore scellées.", wayOut: "Rien à faire."),
    ]
}
