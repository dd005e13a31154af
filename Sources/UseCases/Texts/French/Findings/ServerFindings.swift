extension FrenchFindings {
    /// Opening a server: addresses, certificates, keys.
    static let server: [String: FindingText] = [
        ServerFinding.plainPublic.rawValue: FindingText(
            "Sur l'adresse {host}, que d'autres machines atteignent, tout se lirait en chemin : mots de passe compris.",
            wayOut:
                "Qui fait tourner Vigie donne un certificat et sa clé, ou écoute sur 127.0.0.1 derrière "
                + "un relais qui a le sien.",
            atTerminal: """
                Donnez un certificat (--certificate, --key), ou écoutez sur 127.0.0.1 derrière un relais qui a le \
                sien. Si le relais est sur une autre machine d'un réseau sûr, dites-le : --plain.
                """),
        ServerFinding.addressPlain.rawValue: FindingText(
            "Un certificat est donné, mais l'adresse publique {address} n'est pas en https.",
            wayOut: "Qui fait tourner Vigie corrige l'adresse publique, ou retire le certificat.",
            atTerminal: "Écrivez --public-address https://… ou retirez le certificat."),
        ServerFinding.certificateHalf.rawValue: FindingText(
            "Un certificat ne va pas sans sa clé, ni une clé sans son certificat : il manque {missing}.",
            wayOut: "Qui fait tourner Vigie donne les deux (VIGIE_CERTIFICATE et VIGIE_CERTIFICATE_KEY).",
            atTerminal: "Donnez --certificate et --key (ou VIGIE_CERTIFICATE et VIGIE_CERTIFICATE_KEY)."),
        ServerFinding.fileUnreadable.rawValue: FindingText(
            "Le fichier {file} n'existe pas ou ne peut pas être lu.",
            wayOut: "Vérifiez son nom, et que le compte qui exécute Vigie a le droit de le lire."),
        ServerFinding.fileExposed.rawValue: FindingText(
            "Le fichier {file} contient un secret et tous les comptes de la machine peuvent le lire.",
            wayOut: "Faites retirer ce droit par qui fait tourner Vigie.",
            atTerminal: "Retirez ce droit : chmod o-r."),
        ServerFinding.certificateInvalid.rawValue: FindingText(
            "Le fichier {file} ne contient pas de certificat en notation PEM.",
            wayOut: "Donnez la chaîne complète : le certificat du serveur d'abord, les intermédiaires ensuite."),
        ServerFinding.authoritiesInvalid.rawValue: FindingText(
            "Le fichier {file} ne contient aucun certificat d'autorité en notation PEM.",
            wayOut: "Donnez celui de l'autorité qui signe les certificats des destinataires, ou retirez ce réglage."),
        ServerFinding.certificateKeyInvalid.rawValue: FindingText(
            "Le fichier {file} ne contient pas de clé privée en notation PEM, ou elle est protégée par une phrase.",
            wayOut: "Donnez une clé sans phrase, dans un fichier que seul le compte de Vigie peut lire."),
        ServerFinding.certificateKeyMismatch.rawValue: FindingText(
            "La clé {key} n'est pas celle du certificat {certificate}.",
            wayOut:
                "Donnez la clé avec laquelle ce certificat a été demandé ; le certificat du serveur vient en premier."),
        ServerFinding.certificateEnded.rawValue: FindingText(
            "Le certificat n'est plus valable depuis le {instant}.", wayOut: "Renouvelez-le."),
        ServerFinding.certificateEarly.rawValue: FindingText(
            "Le certificat n'est valable qu'à partir du {instant}.", wayOut: "Vérifiez l'heure de la machine."),
        ServerFinding.certificateEndsSoon.rawValue: FindingText(
            "Le certificat n'est plus valable après le {instant}.",
            wayOut: "Renouvelez-le, puis envoyez SIGHUP au serveur (il regarde aussi chaque heure)."),
        ServerFinding.certificateKept.rawValue: FindingText(
            "Le nouveau certificat n'a pas été pris ; le précédent sert encore.",
            wayOut: "Corrigez ce qui suit, puis envoyez SIGHUP."),
        ServerFinding.certificateRenewed.rawValue: FindingText(
            "Le nouveau certificat sert désormais ; il est valable jusqu'au {instant}.", wayOut: ""),
        ServerFinding.sealedElsewhere.rawValue: FindingText(
            "{count} seconds facteurs ont été scellés avec d'autres clés que celles de cette installation.",
            wayOut:
                "Faites remettre les clés d'origine ; sinon, un administrateur retire le second facteur "
                + "de chacun, qui en remettra un en place.",
            atTerminal: """
                Remettez les clés d'origine (VIGIE_KEYS_FILE). Si elles sont perdues, « vigie user second-factor \
                IDENTIFIANT » retire le second facteur d'une personne, qui en remettra un en place.
                """),
        ServerFinding.passwordListInvalid.rawValue: FindingText(
            "Le fichier {file} n'est pas la liste des mots de passe trop connus.",
            wayOut: "Qui fait tourner Vigie l'efface et l'installe de nouveau.",
            atTerminal: "Effacez-le et relancez scripts/setup-passwords."),
    ]
}
