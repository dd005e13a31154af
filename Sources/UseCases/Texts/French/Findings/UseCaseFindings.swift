extension FrenchFindings {
    /// Who may do what.
    static let useCases: [String: FindingText] = [
        UseCaseFinding.stepNotDelegated.rawValue: FindingText(
            "La convention du département {department} ne délègue pas l'étape {step}.",
            wayOut: "L'autorité délégante s'en charge ; la convention montre ce qui est délégué.",
            atTerminal: "L'autorité délégante s'en charge ; « vigie campaign convention » montre ce qui est délégué."),
        UseCaseFinding.notDelegated.rawValue: FindingText(
            "La convention du département {department} ne délègue pas « {intention} ».",
            wayOut: "Demandez-le à l'autorité délégante, ou faites-le inscrire à la convention."),
        UseCaseFinding.roleMayNot.rawValue: FindingText(
            "Votre profil ({role}) ne permet pas cette action ({intention}).",
            wayOut:
                "Demandez à la personne compétente : l'aide dit, sous « Qui peut faire quoi », qui elle est.",
            atTerminal: "Demandez à la personne compétente ; « vigie roles » dit qui peut faire quoi."),
        UseCaseFinding.outsideScope.rawValue: FindingText(
            "Le département {department} n'est pas dans votre ressort.",
            wayOut: "Choisissez un de vos départements, ou faites étendre votre compte."),
        UseCaseFinding.userUnknown.rawValue: FindingText(
            "Le compte « {login} » n'existe pas.",
            wayOut: "Vérifiez l'identifiant, ou créez le compte.",
            atTerminal: "Donnez un compte existant avec --user, ou créez-le avec « vigie user add »."),
        UseCaseFinding.userDisabled.rawValue: FindingText(
            "Le compte « {login} » est désactivé.", wayOut: "Adressez-vous à l'administrateur."),
        UseCaseFinding.firstNotAdministrator.rawValue: FindingText(
            "Le premier compte doit être celui d'un administrateur : sans lui, personne ne pourrait en créer d'autres.",
            wayOut: "Créez-le d'abord, puis « {login} » avec lui.",
            atTerminal: "Créez-le avec --role administrator, puis « {login} » avec --user."),
        UseCaseFinding.lastAdministrator.rawValue: FindingText(
            "« {login} » est le dernier administrateur actif : sans lui, personne ne pourrait plus gérer les comptes.",
            wayOut: "Créez d'abord un autre administrateur."),
        UseCaseFinding.departmentMissing.rawValue: FindingText(
            "Le compte « {login} » ({role}) n'a pas de département : il verrait toute la France.",
            wayOut: "Indiquez ses départements, séparés par des virgules.",
            atTerminal: "Indiquez son ressort avec --department, à répéter au besoin."),
        UseCaseFinding.organisationUnknown.rawValue: FindingText(
            "L'organisme « {code} » n'est pas dans le registre.",
            wayOut: "Donnez le code de la table organisations du registre, après son import."),
        UseCaseFinding.tieOfOtherRole.rawValue: FindingText(
            "Le compte « {login} » ({role}) ne peut pas être rattaché ainsi.",
            wayOut: "Une exploitation se rattache à un compte d'éleveur, un n° ordinal à un compte de vétérinaire."),
        UseCaseFinding.tiedHoldingMissing.rawValue: FindingText(
            "L'exploitation « {number} » n'est pas dans le registre.",
            wayOut: "Vérifiez le n° EDE, ou importez d'abord le registre."),
        UseCaseFinding.orderNumberMissing.rawValue: FindingText(
            "Le vétérinaire n° {number} n'est pas dans le registre.",
            wayOut: "Vérifiez le n° ordinal, ou ajoutez-le à la table veterinarians du registre."),
        UseCaseFinding.userExists.rawValue: FindingText(
            "Le compte « {login} » existe déjà.", wayOut: "Choisissez un autre identifiant."),
        AccountFinding.loginUnusable.rawValue: FindingText(
            "« {login} » ne peut pas être un identifiant.",
            wayOut: "De 1 à {most} caractères : lettres sans accent, chiffres, . - _ @."),
        AccountFinding.nameUnusable.rawValue: FindingText(
            "Le nom de « {login} » est vide, trop long ou contient des caractères invisibles.",
            wayOut: "Saisissez un nom de {most} caractères au plus."),
        AccountFinding.departmentWrong.rawValue: FindingText(
            "« {department} » n'est pas un département.",
            wayOut: "Écrivez les codes de l'INSEE, comme 63, 2A ou 974, séparés par des virgules."),
        AccountFinding.loginTwice.rawValue: FindingText(
            "L'identifiant « {login} » est donné plusieurs fois.",
            wayOut: "Seule la première ligne compte ; donnez un autre identifiant à l'autre personne."),
        AccountFinding.tieMissing.rawValue: FindingText(
            "Le compte « {login} » ({role}) n'a pas de lien : cette personne ne verra aucun élevage.",
            wayOut: "Donnez-lui, sur la page du compte, son n° ordinal ou ses n° EDE.",
            atTerminal: "Donnez-le avec « vigie user attach »."),
        AccountFinding.disabled.rawValue: FindingText(
            "Le compte « {login} » est désactivé.", wayOut: "Réactivez-le avant de l'inviter."),
    ]
}
