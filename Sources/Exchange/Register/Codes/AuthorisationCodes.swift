/// What the authority has written against a holding or herd; each drives the set-up or the evaluation.
package enum AuthorisationKindCode: String, CodeTable {
    case bloodTestExemption = "blood-test-exemption"
    case rawMilkSale = "raw-milk-sale"
    case delegation
    case suspension
    case infection
    case repopulated
    case contactZone = "contact-zone"
    case specificRisk = "specific-risk"
    case requalification
    case fatteningDerogation = "fattening-derogation"
    case approvedBreeding = "approved-breeding"

    package var french: String {
        switch self {
        case .bloodTestExemption: "dérogation au contrôle sérologique"
        case .rawMilkSale: "vente de lait cru (visibilité restreinte)"
        case .delegation: "délégation de la prophylaxie bovine"
        case .suspension: "qualification suspendue"
        case .infection: "troupeau infecté"
        case .repopulated: "repeuplé après abattage (APDI)"
        case .contactZone: "zone de contact"
        case .specificRisk: "risque particulier"
        case .requalification: "protocole de requalification"
        case .fatteningDerogation: "dérogation engraissement"
        case .approvedBreeding: "reproduction agréée"
        }
    }
    package static let index = CodeIndex<AuthorisationKindCode>()
}
