import Kernel

/// The letters of a campaign: what they are for, who writes them, and where the text asks for them.
package enum LetterKind: String, Hashable, Sendable, Codable, CaseIterable {
    case campaignInformation = "information-campagne"
    case reminderNotStarted = "relance-non-commencee"
    case reminderUnfinished = "rappel-90-jours"
    case complementAfterSerumBank = "complement-serotheque"
    case tuberculinUnderRealisation = "sous-realisation-tuberculose"
    case retestNotification = "notification-recontrole"
    case visitOutsideCampaign = "visite-hors-campagne"
    case dairyLaboratoryReminder = "relance-laboratoire-laitier"
    case tuberculinReportReminder = "relance-rapport-tuberculination"
    case warning = "avertissement"
    case formalNotice = "mise-en-demeure"

    /// Who may write it: reminders are the delegate's until the campaign ends, then the authority's (decision 23).
    package enum Author: String, Hashable, Sendable, Codable { case delegate, authority }

    package var author: Author {
        switch self {
        case .retestNotification, .visitOutsideCampaign, .warning, .formalNotice: .authority
        default: .delegate
        }
    }

    /// What it is called in lists and in later letters.
    package var title: String {
        switch self {
        case .campaignInformation: "Information sur la campagne"
        case .reminderNotStarted: "Rappel : prophylaxie non commencée"
        case .reminderUnfinished: "Rappel : prophylaxie à terminer dans les 90 jours"
        case .complementAfterSerumBank: "Demande de prélèvements complémentaires"
        case .tuberculinUnderRealisation: "Rappel : tuberculination incomplète"
        case .retestNotification: "Notification d’un recontrôle"
        case .visitOutsideCampaign: "Visite hors campagne"
        case .dairyLaboratoryReminder: "Résultats de lait non reçus"
        case .tuberculinReportReminder: "Rapport de tuberculination non reçu"
        case .warning: "Avertissement"
        case .formalNotice: "Mise en demeure"
        }
    }

    /// The paragraph that asks for the letter.
    package var basis: LegalReference {
        switch self {
        case .campaignInformation: .prophylaxis("6.3", "PRO-112")
        case .reminderNotStarted: .prophylaxis("10.6.3.2, tableau 6", "PRO-251")
        case .reminderUnfinished: .prophylaxis("10.6.3.2, tableau 6", "PRO-253")
        case .complementAfterSerumBank: .prophylaxis("10.6.3.2, tableau 6", "PRO-255")
        case .tuberculinUnderRealisation: .prophylaxis("10.6.3.2, tableau 6", "PRO-256")
        case .retestNotification: .prophylaxis("10.6.3.2, tableau 7", "PRO-262")
        case .visitOutsideCampaign: .prophylaxis("7.4.3", "PRO-137")
        case .dairyLaboratoryReminder: .prophylaxis("9.7.2", "PRO-203")
        case .tuberculinReportReminder: .prophylaxis("9.5.4", "PRO-194")
        case .warning, .formalNotice: .prophylaxis("11.4.2", "PRO-288")
        }
    }

    /// The text that is used until the department writes its own.
    package var defaultText: String {
        switch self {
        case .campaignInformation: LetterTexts.campaignInformation
        case .reminderNotStarted: LetterTexts.reminderNotStarted
        case .reminderUnfinished: LetterTexts.reminderUnfinished
        case .complementAfterSerumBank: LetterTexts.complementAfterSerumBank
        case .tuberculinUnderRealisation: LetterTexts.tuberculinUnderRealisation
        case .retestNotification: LetterTexts.retestNotification
        case .visitOutsideCampaign: LetterTexts.visitOutsideCampaign
        case .dairyLaboratoryReminder: LetterTexts.dairyLaboratoryReminder
        case .tuberculinReportReminder: LetterTexts.tuberculinReportReminder
        case .warning: LetterTexts.warning
        case .formalNotice: LetterTexts.formalNotice
        }
    }
}

/// The default texts, one file each in `Templates`.
enum LetterTexts {}
