extension FrenchFindings {
    /// Signing in, passwords.
    static let signIn: [String: FindingText] = [
        SignInFinding.notRecognised.rawValue: FindingText(
            "Identifiant ou mot de passe incorrect.",
            wayOut: "Vérifiez-les ; en cas d'oubli, un administrateur peut vous donner un nouveau mot de passe."),
        SignInFinding.slowDown.rawValue: FindingText(
            "Trop d'essais manqués.", wayOut: "Réessayez dans {seconds} secondes."),
        SignInFinding.codeWrong.rawValue: FindingText(
            "Ce code n'est pas le bon, ou il a déjà servi.",
            wayOut:
                "Attendez le code suivant de votre téléphone et vérifiez son heure, ou saisissez un code de secours."),
        SignInFinding.codeLate.rawValue: FindingText(
            "Le délai pour saisir le code est passé, ou il y a eu trop d'essais.",
            wayOut: "Recommencez avec votre mot de passe."),
        SignInFinding.factorPresent.rawValue: FindingText(
            "Ce compte a déjà un second facteur.", wayOut: "Retirez-le d'abord, sur la page « Mon compte »."),
        SignInFinding.factorMissing.rawValue: FindingText(
            "Ce compte n'a pas de second facteur.", wayOut: "Il se met en place sur la page « Mon compte »."),
        SignInFinding.invitationGone.rawValue: FindingText(
            "Ce lien a déjà servi, a été remplacé ou n'est plus valable.",
            wayOut: "Demandez une nouvelle invitation à un administrateur."),
        SignInFinding.passwordElsewhere.rawValue: FindingText(
            "Ce compte se connecte par un fournisseur d'identité : il n'a pas de mot de passe ici.",
            wayOut: "Le mot de passe se change chez ce fournisseur."),
        SignInFinding.providerFailed.rawValue: FindingText(
            "La connexion par le fournisseur d'identité n'a pas abouti.",
            wayOut: "Recommencez ; si cela persiste, prévenez l'administrateur en donnant l'heure."),
        SignInFinding.providerStranger.rawValue: FindingText(
            "Le fournisseur vous connaît, mais aucun compte de Vigie n'est à vous.",
            wayOut: "Demandez à un administrateur de créer ou de rattacher votre compte."),
        SignInFinding.providerNotAnew.rawValue: FindingText(
            "Le fournisseur d'identité n'a pas confirmé que vous venez de vous identifier.",
            wayOut: "Déconnectez-vous aussi chez lui et recommencez ; si cela persiste, prévenez l'administrateur."),
        SignInFinding.providerRoleless.rawValue: FindingText(
            "Votre compte chez le fournisseur ne donne aucun profil dans Vigie.",
            wayOut: "Demandez à qui gère vos droits chez ce fournisseur de vous en donner un."),
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
