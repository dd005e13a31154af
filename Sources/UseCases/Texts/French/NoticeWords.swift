/// What people are told, in French. Of nothing confidential: no name, no number, no result; the page tells the rest to
/// who may read it.
package enum NoticeWords {
    /// What happened, as a line of the page and as the subject of a mail.
    package static func title(_ topic: NoticeTopic) -> String {
        switch topic {
        case .nonNegativeResult: "Résultat non négatif"
        case .changedResult: "Résultat remplacé ou contraire à un rapport"
        case .authorityWork, .delegateWork: "Listes de travail de la semaine"
        case .fileRefused: "Fichier refusé, en tout ou en partie"
        case .fileFailed: "Fichier refusé"
        case .passwordChanged: "Mot de passe changé"
        case .passwordReset: "Mot de passe réinitialisé par l'administrateur"
        case .factorSetUp: "Second facteur mis en place"
        case .factorRemoved: "Second facteur retiré"
        case .factorReset: "Second facteur retiré par l'administrateur"
        case .recoveryRenewed: "Codes de secours renouvelés"
        case .recoveryUsed: "Code de secours utilisé"
        case .newBrowser: "Connexion depuis un nouveau navigateur"
        case .sessionsClosed: "Sessions fermées"
        case .sessionsClosedByAdministrator: "Sessions fermées par l'administrateur"
        case .mailChanged: "Adresse de courriel changée"
        case .mailToConfirm: "Adresse de courriel à confirmer"
        case .rightsChanged: "Droits de votre compte changés"
        case .accountDisabled: "Compte désactivé"
        case .accountEnabled: "Compte réactivé"
        case .tokenCreated: "Nouveau jeton personnel"
        case .clientCreated: "Nouveau programme"
        case .clientRenewed: "Nouveau secret d'un programme"
        case .invited: "Invitation"
        case .invitedAgain: "Nouveau lien d'invitation"
        }
    }

    /// What it means, and what to do.
    package static func sentence(_ topic: NoticeTopic) -> String {
        switch topic {
        case .nonNegativeResult:
            "Un résultat au moins n'est pas négatif et attend votre décision."
        case .changedResult:
            "Un résultat déjà reçu a changé, ou contredit un rapport d'inspection : il attend votre décision."
        case .authorityWork: "Des interventions attendent l'autorité."
        case .delegateWork: "Des interventions attendent le délégataire."
        case .fileRefused: "Des lignes d'un fichier que vous avez envoyé n'ont pas été acceptées : corrigez-les."
        case .fileFailed: "Un fichier que vous avez envoyé n'a pas pu être lu : rien n'en a été retenu."
        case .mailToConfirm: "Cette adresse a été donnée pour recevoir les avertissements d'un compte Vigie."
        case .rightsChanged:
            "Le profil, le ressort, l'organisme ou les élevages de votre compte ont changé, par l'administrateur ou "
                + "par votre fournisseur d'identité. Si cela vous surprend, demandez à l'administrateur."
        case .accountDisabled:
            "Un administrateur a désactivé votre compte : vous ne pouvez plus vous connecter, et vos programmes non "
                + "plus. Si cela vous surprend, adressez-vous à lui."
        case .accountEnabled: "Un administrateur a réactivé votre compte : vous pouvez de nouveau vous connecter."
        case .tokenCreated:
            "Un programme peut désormais agir avec vos droits. Si ce n'est pas vous, révoquez ce jeton : page "
                + "« Mon compte », « Jetons personnels », et prévenez l'administrateur."
        case .clientCreated, .clientRenewed:
            "Un administrateur a donné à un programme le moyen d'agir avec vos droits. Si cela vous surprend, "
                + "demandez-lui pourquoi."
        case .invited:
            "Un compte Vigie vous attend. L'administrateur vous en remet le lien lui-même, jamais par courriel."
        case .invitedAgain:
            "Un administrateur a préparé un lien pour choisir un nouveau mot de passe, et vous le remet lui-même. "
                + account
        default: account
        }
    }

    private static let account =
        "Si ce n'est pas vous, changez de mot de passe, fermez les autres sessions et prévenez l'administrateur."

    /// What one may choose about.
    package static func kind(_ kind: NoticeKind) -> String {
        switch kind {
        case .nonNegative: "Résultats non négatifs ou contraires à un rapport, dès leur réception"
        case .workLists: "Listes de travail, chaque semaine"
        case .refusedFile: "Fichiers que j'ai envoyés et qui sont refusés"
        case .account: "Sécurité de mon compte"
        }
    }

    /// `Campagne 2020-2021, département 63`
    package static func place(department: String?, campaign: (year: Int, name: String)?) -> String? {
        let year = campaign.map { campaign in
            let name = campaign.name == CampaignSelector.nationalName ? "" : " (\(campaign.name))"
            return "campagne \(campaign.year - 1)-\(campaign.year)\(name)"
        }
        let parts = [year, department.map { "département \($0)" }].compactMap { $0 }
        guard let first = parts.first else { return nil }
        return ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: ", ")
    }
}

/// The pieces of a mail that are the same for all.
enum MailWords {
    static let greeting = "Bonjour,"
    static let see = "Connectez-vous à Vigie pour en savoir plus :"
    static let confirm = "Si c'est vous, connectez-vous à Vigie et confirmez ; sinon, ne faites rien :"
    static let foot = "Ce message ne contient volontairement aucune donnée. Choisissez ce dont Vigie vous avertit :"
    static let signature = "Vigie, message automatique : n'y répondez pas."
    static let test = "Essai d'envoi"
    static let testText = "Ce message d'essai montre que Vigie sait envoyer du courriel par ce serveur."
}
