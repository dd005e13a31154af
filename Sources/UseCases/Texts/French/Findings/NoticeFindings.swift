extension FrenchFindings {
    /// Notices and mail.
    static let notices: [String: FindingText] = [
        NoticeFinding.unknown.rawValue: FindingText(
            "Aucun avertissement n° {notice} parmi les vôtres.", wayOut: "Voyez la liste de vos avertissements."),
        NoticeFinding.mailUnfit.rawValue: FindingText(
            "Ce n'est pas une adresse à laquelle Vigie peut écrire.",
            wayOut: "Saisissez une adresse comme nom@domaine.fr, sans accents ni espaces."),
        NoticeFinding.confirmationGone.rawValue: FindingText(
            "Ce lien de confirmation ne vaut plus rien : il a servi, il a expiré, ou il est celui d'un autre compte.",
            wayOut: "Saisissez de nouveau votre adresse dans « Mes avertissements »."),
        NoticeFinding.mailNotConfigured.rawValue: FindingText(
            "Ce processus n'a pas de serveur de courriel.",
            wayOut: "Qui fait tourner Vigie désigne le fichier de configuration du courriel (VIGIE_MAIL).",
            atTerminal: "Donnez le fichier de configuration du courriel avec --mail ou VIGIE_MAIL."),
        NoticeFinding.mailRefused.rawValue: FindingText(
            "Le serveur de courriel a refusé le message (réponse {answer}).",
            wayOut: "Vérifiez l'adresse du compte et celle de l'expéditeur, puis relancez le travail."),
        NoticeFinding.mailNotNow.rawValue: FindingText(
            "Le serveur de courriel n'a pas pris le message ({fault}).",
            wayOut: "Vérifiez serveur, port, sécurité et mot de passe du fichier de configuration du courriel."),
    ]
}
