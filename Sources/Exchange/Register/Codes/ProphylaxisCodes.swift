import Prophylaxis

// The prophylaxis' own lists of codes, as files write them and the format pages show them.

extension Disease: CodeTable {
    package var french: String {
        switch self {
        case .brucellosis: "brucellose"
        case .leukosis: "leucose bovine enzootique"
        case .tuberculosis: "tuberculose"
        }
    }
    package static let index = CodeIndex<Disease>()
}

extension Matrix: CodeTable {
    package var french: String {
        switch self {
        case .blood: "sang"
        case .milk: "lait"
        case .skin: "peau (intradermotuberculination)"
        }
    }
    package static let index = CodeIndex<Matrix>()
}

extension Interpretation: CodeTable {
    package var french: String {
        switch self {
        case .negative: "négatif"
        case .doubtful: "douteux"
        case .positive: "positif"
        case .weaklyPositive: "positif faible"
        case .moderatelyPositive: "positif moyen"
        case .stronglyPositive: "positif fort"
        case .absent: "absence"
        case .uninterpretable: "ininterprétable"
        }
    }
    package static let index = CodeIndex<Interpretation>()
}

extension Status: CodeTable {
    package var french: String {
        switch self {
        case .sanitaryAnomaly: "anomalie sanitaire"
        case .withoutObject: "sans objet"
        case .administrativeAnomaly: "anomalie administrative"
        case .withoutAnomaly: "sans anomalie"
        case .inProgress: "en cours"
        }
    }
    package static let index = CodeIndex<Status>()
}

extension EvaluationValue: CodeTable {
    package var french: String {
        switch self {
        case .notEvaluated: "non évalué"
        case .awaitingRetest: "en attente de recontrôle"
        case .notObserved: "pas observé"
        case .withoutObject: "sans objet"
        case .notDelegated: "non délégué"
        case .compliant: "conforme"
        case .administrativeNonCompliance: "non-conformité administrative"
        case .sanitaryNonCompliance: "non-conformité sanitaire"
        }
    }
    package static let index = CodeIndex<EvaluationValue>()
}

extension ReportValue: CodeTable {
    package var french: String {
        switch self {
        case .compliant: "conforme"
        case .administrativeNonCompliance: "non-conformité administrative"
        case .sanitaryNonCompliance: "non-conformité sanitaire"
        case .notAssessable: "pas évaluable"
        }
    }
    package static let index = CodeIndex<ReportValue>()
}
