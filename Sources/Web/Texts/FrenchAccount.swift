extension FrenchTexts {
    static let account = accountWords.merging(secondFactorWords) { first, _ in first }

    private static let accountWords = [
        "title": "Mon compte",
        "login": "Identifiant",
        "name": "Nom",
        "role": "Profil",
        "scope": "Ressort",
        "country": "France entière",
        "organisation": "Organisme",
        "passwordSet": "Mot de passe choisi le",
        "factor": "Second facteur",
        "state": "État",
        "changePassword": "Changer de mot de passe",
        "elsewhere":
            "Vous vous connectez par un fournisseur d'identité : mot de passe et second facteur sont chez lui.",
        "sessions": "Sessions ouvertes",
        "sessionsHint": "Une session que vous ne reconnaissez pas ? Fermez-la, puis changez de mot de passe.",
        "began": "Ouverte le",
        "seen": "Dernière page",
        "proof": "Preuve",
        "browser": "Navigateur",
        "address": "Adresse",
        "action": "Action",
        "present": "Celle-ci",
        "end": "Fermer",
        "endOthers": "Fermer toutes les autres",
        "events": "Connexions récentes",
        "eventsHint": "Les connexions et les essais manqués sur votre compte, les derniers d'abord.",
        "when": "Quand",
        "outcome": "Issue",
        "proof-password": "mot de passe",
        "proof-password+code": "mot de passe et code",
        "proof-password+recovery": "mot de passe et code de secours",
        "proof-openid": "fournisseur d'identité",
        "event-entered-password": "connexion",
        "event-entered-password+code": "connexion avec code",
        "event-entered-password+recovery": "connexion avec un code de secours",
        "event-entered-openid": "connexion par le fournisseur d'identité",
        "event-failed-password": "mot de passe incorrect",
        "event-failed-code": "code incorrect",
        "welcome": "Bienvenue dans Vigie",
        "welcomeText": "choisissez le mot de passe de votre compte. Votre identifiant est",
        "choose": "Choisir ce mot de passe",
        "kept": "C'est noté, continuer",
    ]

    private static let secondFactorWords = [
        "secondFactor": "Second facteur",
        "factorNone": "aucun",
        "factorSet": "application de codes",
        "codesLeft": "codes de secours restants",
        "factorOwed": "Votre profil demande un second facteur : mettez-le en place pour continuer.",
        "factorWhy":
            "Un code de votre téléphone, en plus du mot de passe, protège votre compte si le mot de passe fuit.",
        "factorApp":
            "Ouvrez une application de codes : FreeOTP+, Aegis, Google Authenticator, Microsoft Authenticator…",
        "factorScan": "Scannez cette image :",
        "factorPicture": "QR code à scanner avec l'application de codes ; la clé est écrite dessous",
        "factorType": "ou saisissez la clé :",
        "factorConfirm": "Saisissez le code à six chiffres qu'elle affiche.",
        "factorCode": "Code de l'application",
        "factorSetUp": "Mettre en place",
        "factorIsSet": "Un code de votre téléphone est demandé à chaque connexion.",
        "factorRemove": "Retirer le second facteur",
        "codes": "Codes de secours",
        "codesHint":
            "Si vous perdez votre téléphone, chacun de ces codes ouvre une fois à la place du sien. Imprimez-les "
            + "ou rangez-les en lieu sûr : ils ne seront plus affichés, et les anciens ne valent plus rien.",
        "codesRenew": "Faire de nouveaux codes de secours",
    ]
}
