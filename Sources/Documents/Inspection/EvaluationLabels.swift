extension ReportedEvaluation.Value {
    /// The value in words (table 5 of the specification).
    package var label: String {
        switch self {
        case .a: "Conforme"
        case .b: "Non-conformité administrative"
        case .c: "Non-conformité sanitaire"
        case .notObserved: "Pas observé"
        case .withoutObject: "Sans objet"
        case .notDelegated: "Non délégué"
        }
    }
}

extension InspectionReportPrint.Value {
    /// The value in words (PRO-271).
    package var label: String {
        switch self {
        case .a: "Conforme"
        case .b: "Non conforme administratif"
        case .c: "Non conforme sanitaire"
        case .notAssessable: "Pas évaluable"
        }
    }
}
