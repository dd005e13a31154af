extension FrenchTexts {
    static let signIn = [
        "ended":
            "Votre session était terminée : le formulaire que vous venez d'envoyer n'a pas été enregistré.",
        "endedWay": "Connectez-vous : vous reviendrez à la page, pour vérifier vos saisies et les envoyer à nouveau.",
        "endedDraft": "Session terminée : le brouillon n'est plus gardé. Enregistrez : Vigie vous reconnectera.",
        "title": "Connexion",
        "login": "Identifiant",
        "password": "Mot de passe",
        "enter": "Se connecter",
        "passwordTitle": "Changer de mot de passe",
        "present": "Mot de passe actuel",
        "new": "Nouveau mot de passe",
        "rule": "Douze caractères au moins. Une phrase, ou quatre mots sans rapport, font un très bon mot de passe.",
        "again": "Nouveau mot de passe, encore une fois",
        "codeTitle": "Second facteur",
        "code": "Code de votre téléphone",
        "codeRule": "Six chiffres, qui changent toutes les trente secondes ; ou un de vos codes de secours.",
        "with": "Se connecter avec",
        "signedOutTitle": "Vous êtes déconnecté",
        "signedOut": "Votre session dans Vigie est fermée ; celle de votre fournisseur d'identité reste ouverte.",
        "leaveProvider": "Se déconnecter aussi de",
        "again2": "Se connecter de nouveau",
        "change": "Changer le mot de passe",
    ]
}
