/// What a user is to the programme (PRO-03); one role an account. The French name is the one of the texts.
package enum Role: String, Codable, Sendable, CaseIterable {
    /// Ministère, DGAL.
    case nationalAuthority = "national-authority"
    /// Délégant: DD(CS)PP, DDecPP, DAAF (AMB-37).
    case authority
    /// Délégataire régional: OVS, FRGDS (AMB-29).
    case delegateRegion = "delegate-region"
    /// Opérateur d'inspection of a department section (OPI).
    case inspector
    case laboratory
    case dairyLaboratory = "dairy-laboratory"
    case veterinarian
    case keeper
    /// Accounts and health of the system; no health data of its own.
    case administrator
}
