/// Why an intervention is not carried out (annex 3, PRO-315). An inspector may choose the first three only (AMB-15).
package enum NonCompletionCode: String, Codable, Sendable, CaseIterable {
    /// Absence d'animaux.
    case noAnimals = "DECNR_AA"
    /// Pas de bovin éligible.
    case noEligibleAnimal = "DECNR_PBE"
    /// Établissement ou atelier fermé.
    case closed = "DECNR_EAF"
    /// Fermeture automatique Resytal: written by that interface.
    case closedByResytal = "DECNR_FAR"
    /// Délai dépassé: read from history; an overrun gives a report B.
    case deadlineMissed = "DECNR_DD"

    package var isForInspectors: Bool {
        switch self {
        case .noAnimals, .noEligibleAnimal, .closed: true
        case .closedByResytal, .deadlineMissed: false
        }
    }
}

/// What the authority does about a report that is not compliant (annex 3, PRO-316, AMB-16).
package enum FollowUpCode: String, Codable, Sendable, CaseIterable {
    /// Absence de suites.
    case none = "ABS_SUITE"
    /// Avertissement.
    case warning = "AVERT"
    /// Mise en demeure.
    case formalNotice = "MED"
    /// Suspension de qualification.
    case suspension = "SUSP"
    /// Retrait de qualification.
    case withdrawal = "RETRAIT"
    /// Procès-verbal.
    case offenceReport = "PV"
}
