import Kernel

/// Why a change of the register is refused.
package enum RegisterEditFinding: String, FindingCode {
    case herdUnknown = "register-herd-unknown"
    /// The holding has several herds: say which [holding, codes].
    case herdAmbiguous = "register-herd-ambiguous"
    case animalUnknown = "register-animal-unknown"
    case interventionUnknown = "register-intervention-unknown"
    case herdAlreadyClosed = "register-herd-closed"
    case herdNotClosed = "register-herd-open"
    /// Animals are still in it [count].
    case herdHasAnimals = "register-herd-has-animals"
    case dateBeforeOpening = "register-date-before-opening"
    case periodReversed = "register-period-reversed"
    /// Delegation is said for one disease at a time (PRO-63).
    case diseaseMissing = "register-disease-missing"
    /// It stands already [since].
    case authorisationStands = "register-authorisation-stands"
    case authorisationNotStanding = "register-authorisation-not-standing"
    case justificationMissing = "register-justification-missing"
    case settingInvalid = "register-setting-invalid"
    case candidateUnknown = "register-candidate-unknown"
    case producerFileEmpty = "register-nothing-to-compare"
}
