extension FrenchTexts {
    static let signIn = [
        "title": "Connexion",
        "login": "Identifiant",
        "password": "Mot de passe",
        "enter": "Se connecter",
        "passwordTitle": "Changer de mot de passe",
        "present": "Mot de passe actuel",
        "new": "Nouveau mot de passe",
        "rule": "Douze caractères au moins. Une phrase, ou quatre mots sans rapport, font un très bon mot de passe.",
        "again": "Nouveau mot de passe, encore une fois",
        "change": "Changer le mot de passe",
    ]
}
