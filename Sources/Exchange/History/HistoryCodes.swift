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
package enum NonCompletionCode: String, CodeTable {
    case noAnimals = "DECNR_AA"
    case noEligibleAnimal = "DECNR_PBE"
    case closedByResytal = "DECNR_FAR"
    case tooLate = "DECNR_DD"
    case herdClosed = "DECNR_EAF"

    package var french: String {
        switch self {
        case .noAnimals: "absence d'animaux"
        case .noEligibleAnimal: "pas de bovin éligible"
        case .closedByResytal: "fermeture automatique Resytal"
        case .tooLate: "délai dépassé"
        case .herdClosed: "établissement ou atelier fermé"
        }
    }
    package static let index = CodeIndex<NonCompletionCode>()
}

/// Computed status of a disease (PRO-238).
package enum StatusCode: String, CodeTable {
    case sanitaryAnomaly = "AS"
    case withoutObject = "SO"
    case administrativeAnomaly = "AA"
    case withoutAnomaly = "SA"
    case inProgress = "EC"

    package var french: String {
        switch self {
        case .sanitaryAnomaly: "anomalie sanitaire"
        case .withoutObject: "sans objet"
        case .administrativeAnomaly: "anomalie administrative"
        case .withoutAnomaly: "sans anomalie"
        case .inProgress: "en cours"
        }
    }
    package static let index = CodeIndex<StatusCode>()
}

/// Inspector's evaluation of a disease (PRO-240 to PRO-248).
package enum EvaluationCode: String, CodeTable {
    case notEvaluated = "NE"
    case awaitingRetest = "AR"
    case notObserved = "PO"
    case withoutObject = "SO"
    case notDelegated = "ND"
    case compliant = "A"
    case administrative = "B"
    case sanitary = "C"

    package var french: String {
        switch self {
        case .notEvaluated: "non évalué"
        case .awaitingRetest: "en attente de recontrôle"
        case .notObserved: "pas observé"
        case .withoutObject: "sans objet"
        case .notDelegated: "non délégué"
        case .compliant: "conforme"
        case .administrative: "non-conformité administrative"
        case .sanitary: "non-conformité sanitaire"
        }
    }
    package static let index = CodeIndex<EvaluationCode>()
}

/// Result of an inspection report.
package enum ReportValueCode: String, CodeTable {
    case compliant = "A"
    case administrative = "B"
    case sanitary = "C"
    case notObserved = "PE"

    package var french: String {
        switch self {
        case .compliant: "conforme"
        case .administrative: "non-conformité administrative"
        case .sanitary: "non-conformité sanitaire"
        case .notObserved: "pas évalué"
        }
    }
    package static let index = CodeIndex<ReportValueCode>()
}

/// What the authority did after a report (SUITE_PROPHY, PRO-316).
package enum FollowUpCode: String, CodeTable {
    case none = "ABS_SUITE"
    case warning = "AVERT"
    case formalNotice = "MED"
    case suspension = "SUSP"
    case withdrawal = "RETRAIT"
    case offenceReport = "PV"

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
