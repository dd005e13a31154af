/// What an organisation is.
package enum OrganisationKindCode: String, CodeTable {
    case authority
    case delegateRegion = "delegate-region"
    case delegateSection = "delegate-section"
    case laboratory
    case dairyLaboratory = "dairy-laboratory"
    case practice
    case dairy

    package var french: String {
        switch self {
        case .authority: "délégant (DD(CS)PP, DDecPP, DAAF)"
        case .delegateRegion: "délégataire régional (OVS)"
        case .delegateSection: "section départementale"
        case .laboratory: "laboratoire agréé"
        case .dairyLaboratory: "laboratoire interprofessionnel laitier (LIAL)"
        case .practice: "cabinet vétérinaire"
        case .dairy: "laiterie"
        }
    }
    package static let index = CodeIndex<OrganisationKindCode>()
}

/// What a veterinarian is to a herd.
package enum VeterinarianRoleCode: String, CodeTable {
    case health
    case permanent
    case treating

    package var french: String {
        switch self {
        case .health: "vétérinaire sanitaire"
        case .permanent: "vétérinaire chargé de la surveillance permanente"
        case .treating: "vétérinaire traitant"
        }
    }
    package static let index = CodeIndex<VeterinarianRoleCode>()
}
