/// Status of one disease of one intervention (table 4, PRO-238), in order of precedence.
package enum Status: String, Codable, Sendable, CaseIterable {
    /// Anomalie sanitaire.
    case sanitaryAnomaly = "AS"
    /// Sans objet.
    case withoutObject = "SO"
    /// Anomalie administrative.
    case administrativeAnomaly = "AA"
    /// Sans anomalie.
    case withoutAnomaly = "SA"
    /// En cours.
    case inProgress = "EC"
}

/// Evaluation of one disease of one intervention by the inspector (table 5, PRO-240 to PRO-248).
/// "PM" (leave as it is) is a choice of the batch form, never a value (PRO-249).
package enum EvaluationValue: String, Codable, Sendable, CaseIterable {
    /// Non évalué.
    case notEvaluated = "NE"
    /// En attente de recontrôle.
    case awaitingRetest = "AR"
    /// Pas observé.
    case notObserved = "PO"
    /// Sans objet.
    case withoutObject = "SO"
    /// Non délégué.
    case notDelegated = "ND"
    /// Conforme.
    case compliant = "A"
    /// Non-conformité administrative.
    case administrativeNonCompliance = "B"
    /// Non-conformité sanitaire.
    case sanitaryNonCompliance = "C"

    /// NE and AR are provisional: no report while one stands (PRO-269).
    package var isFinal: Bool { self != .notEvaluated && self != .awaitingRetest }
}

/// Value of an inspection report (PRO-271, AMB-17).
package enum ReportValue: String, Codable, Sendable, CaseIterable {
    case compliant = "A"
    case administrativeNonCompliance = "B"
    case sanitaryNonCompliance = "C"
    /// Pas évaluable.
    case notAssessable = "PE"

    /// The authority says what follows from it.
    package var isNonCompliant: Bool { self == .administrativeNonCompliance || self == .sanitaryNonCompliance }
}

/// Where a brucellosis retest stands (table 7, decision 5).
package enum RetestState: String, Codable, Sendable, CaseIterable {
    case none, ordered, negative
    /// Known to be negative, the result itself not yet received.
    case negativeNotReceived = "negative-not-received"
    case positive
    case notDone = "not-done"
}
