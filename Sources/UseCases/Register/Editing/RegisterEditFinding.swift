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
    /// *Officiellement indemne dérogataire* exists for brucellosis and leukosis (PRO-24).
    case derogationOfTuberculosis = "register-derogation-of-tuberculosis"
    case justificationMissing = "register-justification-missing"
    case settingInvalid = "register-setting-invalid"
    case candidateUnknown = "register-candidate-unknown"
    case producerFileEmpty = "register-nothing-to-compare"

    // MARK: Herds by hand (PRO-20 to PRO-25)
    case holdingUnknown = "register-holding-unknown"
    /// The holding has ended [holding, closed].
    case holdingClosed = "register-holding-closed"
    case herdExists = "register-herd-exists"
    case herdCodeInvalid = "register-herd-code"
    case nothingToChange = "register-nothing-to-change"
    /// The animal is not on the herd's holding [animal, holding].
    case animalElsewhere = "register-animal-elsewhere"
    case noAnimalToMove = "register-no-animal-to-move"
    case linkWithItself = "register-link-with-itself"
    case linkStands = "register-link-stands"
    case linkNotStanding = "register-link-not-standing"
    case positionInvalid = "register-position"
    case regionUnknown = "register-region-unknown"
    case communeUnknown = "register-commune-unknown"
}
