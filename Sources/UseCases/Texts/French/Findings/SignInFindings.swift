extension FrenchFindings {
    /// Signing in, passwords.
    static let signIn: [String: FindingText] = [
        SignInFinding.notRecognised.rawValue: FindingText(
            "Identifiant ou mot de passe incorrect.",
            wayOut: "Vérifiez-les ; en cas d'oubli, un administrateur peut vous donner un nouveau mot de passe."),
        SignInFinding.slowDown.rawValue: FindingText(
            "Trop d'essais manqués.", wayOut: "Réessayez dans {seconds} secondes."),
        SignInFinding.passwordShort.rawValue: FindingText(
            "Ce mot de passe a moins de {least} caractères.",
            wayOut: "Choisissez-en un plus long : une phrase convient très bien."),
        SignInFinding.passwordLong.rawValue: FindingText(
            "Ce mot de passe a plus de {most} caractères.", wayOut: "Choisissez-en un plus court."),
        SignInFinding.passwordGuessable.rawValue: FindingText(
            "Ce mot de passe est de ceux qu'on essaie en premier.",
            wayOut: "Prenez par exemple quatre mots sans rapport entre eux."),
        SignInFinding.passwordWrong.rawValue: FindingText(
            "Le mot de passe actuel n'est pas celui-là.",
            wayOut: "Saisissez le mot de passe avec lequel vous êtes entré."),
    ]
}
