import Register

extension FrenchFindings {
    /// The register: its import, its reviews, its editing.
    static let register: [String: FindingText] = [
        registerRefusals, registerWarnings, registerBundles, registerHistory,
    ]
    .reduce(into: registerReviews.merging(registerEdits) { first, _ in first }) { all, part in
        for (code, text) in part { all[code.rawValue] = text }
    }

    private static let registerRefusals: [RegisterFinding: FindingText] = [
        .duplicateKey: FindingText(
            "« {key} » figure déjà à la ligne {first}, qui seule compte.",
            wayOut: "Gardez la bonne des deux lignes et rejouez-la."),
        .organisationUnknown: FindingText(
            "L'organisme « {value} » n'est pas connu.", wayOut: "Ajoutez-le à la table organisations, puis rejouez."),
        .veterinarianUnknown: FindingText(
            "Le vétérinaire n° {value} n'est pas connu.",
            wayOut: "Ajoutez-le à la table veterinarians, puis rejouez la ligne."),
        .communeUnknown: FindingText(
            "La commune {value} n'est pas connue dans ce département.",
            wayOut: "Ajoutez-la à la table communes, puis rejouez la ligne."),
        .holdingUnknown: FindingText(
            "L'exploitation {value} n'est pas connue.",
            wayOut: "Ajoutez-la à la table holdings, ou corrigez le numéro, puis rejouez la ligne."),
        .herdUnknown: FindingText(
            "L'exploitation {holding} n'a pas d'atelier « {herd} ».",
            wayOut: "Ajoutez l'atelier à la table herds, ou corrigez son code, puis rejouez la ligne."),
        .holdingWithoutHerd: FindingText(
            "L'exploitation {holding} n'a aucun atelier.", wayOut: "Ajoutez un atelier, puis rejouez la ligne."),
        .animalUnknown: FindingText(
            "Le bovin {value} n'est pas connu.",
            wayOut: "Ajoutez-le à la table animals, ou corrigez le numéro, puis rejouez la ligne."),
        .notDairyLaboratory: FindingText(
            "L'organisme « {value} » n'est pas un laboratoire interprofessionnel laitier.",
            wayOut: "Corrigez le code, ou la nature de l'organisme."),
        .otherDepartment: FindingText(
            "La ligne relève du département {found}, le lot du département {expected}.",
            wayOut: "Envoyez-la avec le lot de son département."),
        .establishmentWithoutHolding: FindingText(
            "L'établissement {siret} n'est lié à aucun numéro EDE : il ne peut être créé.",
            wayOut: "Faites établir le lien dans la base des usagers, puis rejouez la ligne."),
        .authorityOnly: FindingText(
            "Seule l'autorité délégante peut le dire.", wayOut: "Demandez-lui d'importer cette table."),
        .entryAfterDeath: FindingText(
            "Le bovin {animal}, mort le {dead}, serait entré le {entered}.",
            wayOut: "Faites corriger la date d'entrée ou la date de mort à l'identification."),
        .stayOverlapSameHolding: FindingText(
            "Le bovin {animal} est déjà présent sur cette exploitation depuis le {other}.",
            wayOut: "Corrigez la sortie de l'autre présence, ou retirez cette ligne."),
        .assignmentWithoutStay: FindingText(
            "Le bovin {animal} n'est pas présent sur l'exploitation {holding} à cette date.",
            wayOut: "Ajoutez sa présence à la table stays, ou corrigez la date."),
        .assignmentOverlap: FindingText(
            "Le bovin {animal} est déjà rattaché à un atelier à cette date (ligne {other}).",
            wayOut: "Terminez l'autre rattachement, ou retirez cette ligne."),
    ]

    private static let registerWarnings: [RegisterFinding: FindingText] = [
        .stayOverlap: FindingText(
            "Le bovin {animal} serait présent à la fois sur {holding} et sur {other}.",
            wayOut: "Faites notifier la sortie manquante ; les deux présences comptent en attendant."),
        .entryBeforeBirth: FindingText(
            "Le bovin {animal}, né le {born}, serait entré le {entered}.",
            wayOut: "Faites corriger l'une des deux dates à l'identification."),
        .exitAfterDeath: FindingText(
            "Le bovin {animal}, mort le {dead}, serait sorti le {left}.",
            wayOut: "Faites corriger l'une des deux dates à l'identification."),
        .damNotFemale: FindingText(
            "La mère {dam} du bovin {animal} est enregistrée comme mâle.",
            wayOut: "Faites corriger le sexe ou la filiation à l'identification."),
        .damNotAtBirth: FindingText(
            "La mère {dam} n'était pas présente à la naissance du bovin {animal}.",
            wayOut: "Faites vérifier la filiation, ou les mouvements de la mère."),
        .siretOfOtherHolding: FindingText(
            "Le SIRET {siret} de l'exploitation {holding} est aussi celui de {other}.",
            wayOut: "Vérifiez les deux couples EDE/SIRET dans la base nationale."),
        .herdOpenInClosedHolding: FindingText(
            "L'atelier {herd} reste ouvert dans l'exploitation {holding}, fermée.",
            wayOut: "Fermez l'atelier, ou faites rouvrir l'exploitation.",
            atTerminal: "Fermez l'atelier (« vigie herd close »), ou faites rouvrir l'exploitation."),
        .closedHoldingWithAnimals: FindingText(
            "L'exploitation {holding}, fermée le {closed}, a encore {count} bovins présents.",
            wayOut: "Faites notifier les sorties, ou corriger la fermeture."),
        .animalsWithoutHerd: FindingText(
            "{count} bovins présents sur {holding} ne sont rattachés à aucun atelier.",
            wayOut: "Créez l'atelier qui manque, ou envoyez la table herd-assignments."),
        .stayKeptLineRefused: FindingText(
            "La présence du bovin {animal} n'est plus dans le lot, mais une de ses lignes est refusée : elle "
                + "est gardée.",
            wayOut: "Corrigez et rejouez la ligne refusée."),
    ]

    private static let registerBundles: [RegisterFinding: FindingText] = [
        .bundleRead: FindingText(
            "Lot {kind} du département {department}, extrait le {extracted} : {tables}.", wayOut: ""),
        .bundleUnchanged: FindingText(
            "Ce lot a déjà été importé le {received} (import {import}) : ce qui a été accepté ne change pas ; "
                + "{open} lignes refusées sont jugées à nouveau.", wayOut: ""),
        .bundleOlder: FindingText(
            "Le lot complet a été extrait le {extracted}, avant le dernier importé ({last}).",
            wayOut: "Prenez une extraction plus récente, ou confirmez que celle-ci doit la remplacer.",
            atTerminal: "Prenez une extraction plus récente, ou confirmez avec --accept-older."),
        .bundleFormat: FindingText(
            "Ce lot est au format {found} ; attendu : {expected}.",
            wayOut: "Le registre s'importe avec « register import », les campagnes passées avec « register history »."),
        .bundleDepartment: FindingText(
            "Le lot est du département {found} ; attendu : {expected}.", wayOut: "Prenez le lot de ce département."),
        .absentTooMany: FindingText(
            "{absent} lignes sur {total} de la table {table} manquent dans le lot complet, plus que {limit}.",
            wayOut: "Vérifiez que l'extraction est entière ; si elle l'est, confirmez les absences de cette table.",
            atTerminal: "Vérifiez que l'extraction est entière ; si elle l'est, confirmez avec --accept-absent {table}."
        ),
        .closureCandidates: FindingText(
            "{count} lignes de la table {table} ne sont plus dans le lot : à fermer ou à garder.",
            wayOut: "Revoyez-les et décidez pour chacune.",
            atTerminal: "« vigie register candidates » les montre ; décidez pour chacune."),
        .staysRetracted: FindingText(
            "{count} présences ne sont plus dans le lot : elles sont retirées, sans sortie inventée.", wayOut: ""),
        .fileRefusedWhole: FindingText(
            "{refused} lignes sont refusées : le lot entier l'est, comme il est réglé pour cet expéditeur.",
            wayOut: "Faites corriger le lot, ou importez-le ligne par ligne.",
            atTerminal: "Faites corriger le lot, ou importez-le avec --policy line."),
        .findingsLeftOut: FindingText(
            "{count} autres constats « {about} » de la table {table} ne sont pas gardés un à un.", wayOut: ""),
        .concurrentImport: FindingText(
            "Le registre a changé pendant la lecture du lot, plusieurs fois de suite.",
            wayOut: "Attendez la fin des autres imports et recommencez."),
        .importUnknown: FindingText(
            "L'import {import} n'existe pas dans votre ressort.",
            wayOut: "Reprenez la liste des imports.",
            atTerminal: "« vigie register imports » les liste."),
        .nothingToReplay: FindingText(
            "L'import {import} n'a pas de ligne ouverte à rejouer.", wayOut: "Il n'y a rien à faire."),
        .correctionIncomplete: FindingText(
            "La table {table} a {expected} lignes ouvertes, la correction n'en reprend que {found}.",
            wayOut: "Reprenez-les toutes, ou donnez le motif pour celles qui manquent.",
            atTerminal: "Reprenez-les toutes, ou donnez avec --dismiss le motif pour celles qui manquent."),
    ]
}
