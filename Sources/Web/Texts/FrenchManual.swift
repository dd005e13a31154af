import Register
import UseCases

/// The manual's section of a page: what it is for, how it is used, what is good to know.
struct ManualSection: Sendable {
    /// Its name in the address.
    let key: String
    let title: String
    /// Whoever may open the page may read its section.
    let access: Access
    let purpose: String
    let steps: [String]
    let notes: [String]

    init(_ key: String, _ title: String, _ access: Access, _ purpose: String, steps: [String], notes: [String]) {
        (self.key, self.title, self.access, self.purpose) = (key, title, access, purpose)
        (self.steps, self.notes) = (steps, notes)
    }

    var path: String { "/aide/pages/\(key)" }

    static func named(_ key: String) -> ManualSection? { FrenchTexts.manual.first { $0.key == key } }
}

extension FrenchTexts {
    /// The sections of all other pages.
    static let manualOfHouse: [ManualSection] = [
        ManualSection(
            "accueil", "Accueil", .signedIn,
            "Ce qui vous attend aujourd'hui, selon votre profil : listes de travail, visites à "
                + "faire, demandes d'analyse, fichiers à corriger.",
            steps: [
                "Ouvrez une liste de travail : chaque ligne dit ce qui attend, depuis quand, "
                    + "jusqu'à quand, et ce qu'il faut faire.",
                "La ligne mène à l'intervention ; faites-y l'acte demandé, la ligne disparaît "
                    + "d'elle-même au prochain affichage.",
                "Une alerte ne disparaît que close avec son motif, par celui à qui elle est "
                    + "adressée.",
            ],
            notes: [
                "Les listes de l'autorité et celles du délégataire sont séparées ; après la fin "
                    + "de la campagne, les rappels reviennent à l'autorité.",
                "La cloche en haut de la page compte les avertissements que vous n'avez pas lus.",
            ]),
        ManualSection(
            "analyses", "Demandes d'analyse", .may(.analysisFetch),
            "Les demandes (DAI) adressées à votre laboratoire, à retirer avant d'analyser.",
            steps: [
                "Retirez-les une par une, ou cochez-en plusieurs pour une archive.",
                "Rendez les résultats (RAI) en fichier ; la page du fichier dit ce qui est "
                    + "accepté et garde le reste à corriger.",
            ],
            notes: [
                "Le registre des envois du département note votre premier retrait.",
                "Une demande annulée avec son document le dit.",
            ]),
        ManualSection(
            "pieces", "Pièces jointes", .may(.paperRead),
            "Sur la page d'une intervention : comptes rendus numérisés et photos, gardés tels "
                + "quels.",
            steps: [
                "Joignez un fichier PDF, JPEG ou PNG ; dites ce que c'est.",
                "Retirez-le avec son motif s'il n'a rien à faire là.",
            ],
            notes: [
                "Un vétérinaire voit les siennes et celles qu'un service partage."
            ]),
        ManualSection(
            "elevages", "Élevages", .may(.herdRead),
            "Les exploitations et leurs ateliers, leurs bovins, leur histoire.",
            steps: [
                "Cherchez en haut de chaque page : numéro, numéro de travail, nom ou commune, "
                    + "sans se soucier des accents ni des espaces.",
                "La page d'un atelier montre ses bovins, ses statuts, ses interventions, ses "
                    + "vétérinaires, ses liens.",
                "La page d'un bovin montre ses présences avec leurs causes, ses documents "
                    + "édition par édition, ses résultats.",
            ],
            notes: [
                "Un élevage hors de votre ressort répond comme un élevage qui n'existe pas."
            ]),
        ManualSection(
            "agir-elevage", "Atelier et bovin : agir", .may(.herdMaintain),
            "Ce que le registre n'apporte pas : informations reçues, classe, livraison du lait, "
                + "autorisations.",
            steps: [
                "Sur la page d'un atelier : notez ce qu'on vous a dit et qui l'a dit ; changez "
                    + "la classe ou la livraison du lait.",
                "L'autorité pose une autorisation ou une dérogation, et y met fin.",
                "Sur la page d'un bovin : fixez son type de production ; les imports n'y "
                    + "touchent plus.",
            ],
            notes: [
                "Chaque changement entre au journal avec son auteur."
            ]),
        ManualSection(
            "fichiers", "Fichiers", .may(.importRead),
            "Ce que les laboratoires, les vétérinaires et les registres envoient.",
            steps: [
                "Déposez un fichier : Vigie reconnaît sa sorte, enregistre les bonnes lignes et "
                    + "garde les autres.",
                "Ouvrez le fichier : chaque ligne refusée dit pourquoi ; corrigez-la et "
                    + "rejouez-la.",
                "Un résultat sans place se rattache à son bovin et à son intervention, sur la "
                    + "page du fichier.",
                "L'accusé de réception se télécharge.",
            ],
            notes: [
                "Le même fichier renvoyé ne change rien de ce qui était accepté.",
                "Rien n'est perdu : une ligne attend jusqu'à ce que quelqu'un la corrige ou "
                    + "l'écarte.",
            ]),
        ManualSection(
            "parametres", "Paramètres", .may(.letterSettle),
            "Ce que la convention délègue, les laboratoires et leurs agréments, qui signe les "
                + "courriers, et leurs textes.",
            steps: [
                "Relisez la convention à chaque changement ; l'autorité l'enregistre.",
                "Tenez les fiches des laboratoires et leurs agréments par maladie.",
                "Adaptez le texte d'un courrier avec un aperçu ; le texte d'origine se remet "
                    + "d'un clic.",
            ],
            notes: [
                "Un changement de convention peut retirer une étape au délégataire : l'acte "
                    + "n'est alors plus offert."
            ]),
        ManualSection(
            "comptes", "Comptes", .may(.accountAdd),
            "Les personnes, leurs profils, leurs liens, et l'état du système.",
            steps: [
                "Invitez une personne, ou un tableau de personnes : chacune reçoit un lien, "
                    + "valable quelques jours, et choisit son mot de passe.",
                "Un vétérinaire se rattache à son n° ordinal, un éleveur à ses n° EDE : sans "
                    + "lien, ils ne voient aucun élevage.",
                "Changez un profil ou un ressort, donnez un mot de passe provisoire, retirez un "
                    + "second facteur, désactivez un compte.",
            ],
            notes: [
                "Un changement de droits ferme les sessions de la personne et la prévient.",
                "L'administrateur ne voit aucune donnée sanitaire.",
            ]),
        ManualSection(
            "journal", "Journal", .may(.auditVerify),
            "Qui a fait quoi, quand, sur quoi ; et qui a consulté quoi.",
            steps: [
                "Filtrez par personne, acte, jour ou numéro : un numéro d'intervention, de "
                    + "bovin, d'exploitation, de fichier se tape tel quel.",
                "Ouvrez une écriture pour ses détails.",
                "Vérifiez la chaîne : Vigie dit si une écriture a été changée ou retirée.",
            ],
            notes: [
                "Les écritures sont scellées chaque minute ; la tête de chaîne se garde "
                    + "ailleurs."
            ]),
        ManualSection(
            "compte", "Mon compte", .signedIn,
            "Votre nom en haut de la page : mot de passe, second facteur, sessions ouvertes et "
                + "connexions récentes, avertissements.",
            steps: [
                "Changez votre mot de passe, mettez en place un second facteur et gardez ses "
                    + "codes de secours.",
                "Fermez une session oubliée sur un autre appareil.",
                "Choisissez de quoi vous êtes averti, et où part le courriel.",
            ],
            notes: [
                "Un changement de mot de passe ou de second facteur vous est toujours dit."
            ]),
    ]

    static let manual = Array(manualOfHouse.prefix(1)) + manualOfCampaign + Array(manualOfHouse.dropFirst())

    /// Which section the foot of a page leads to; a page of its own may name another.
    static let manualOfPlace: [Place: String] = [
        .home: "accueil", .followUp: "suivi", .work: "accueil", .documents: "documents", .files: "fichiers",
        .herds: "elevages", .settings: "parametres", .audit: "journal", .administration: "comptes",
        .notices: "compte", .account: "compte",
    ]
}
