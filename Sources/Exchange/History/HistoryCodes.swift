import Prophylaxis

/// What an intervention is in its campaign.
package enum InterventionKindCode: String, CodeTable {
    case main
    case retest
    case outsideCampaign = "outside-campaign"

    package var french: String {
        switch self {
        case .main: "principale"
        case .retest: "recontrôle"
        case .outsideCampaign: "hors campagne"
        }
    }
    package static let index = CodeIndex<InterventionKindCode>()
}

/// Why an intervention was not done (DEC_NON_REAL, PRO-315). History may hold all five (AMB-15).
extension NonCompletionCode: CodeTable {
    package var french: String {
        switch self {
        case .noAnimals: "absence d'animaux"
        case .noEligibleAnimal: "pas de bovin éligible"
        case .closedByResytal: "fermeture automatique Resytal"
        case .deadlineMissed: "délai dépassé"
        case .closed: "établissement ou atelier fermé"
        }
    }
    package static let index = CodeIndex<NonCompletionCode>()
}

/// What the authority did after a report (SUITE_PROPHY, PRO-316).
extension FollowUpCode: CodeTable {
    package var french: String {
        switch self {
        case .none: "absence de suite"
        case .warning: "avertissement"
        case .formalNotice: "mise en demeure"
        case .suspension: "suspension"
        case .withdrawal: "retrait"
        case .offenceReport: "procès-verbal"
        }
    }
    package static let index = CodeIndex<FollowUpCode>()
}
