import Register

// The register's own lists of codes, as files write them and the format pages show them.

extension HerdClass: CodeTable {
    package var french: String {
        switch self {
        case .dairy: "laitier"
        case .beef: "allaitant"
        case .fatteningIndoor: "engraissement en bâtiment"
        case .fatteningDerogatory: "engraissement dérogatoire"
        case .bullRanch: "manade"
        case .summerPasture: "estive collective"
        case .vealSelection: "sélection de veau"
        case .approvedBreeding: "reproduction agréée"
        }
    }
    package static let index = CodeIndex<HerdClass>()
}

extension HerdOrientationCode: CodeTable {
    package var french: String {
        switch self {
        case .dairy: "laitière"
        case .beef: "allaitante"
        case .mixed: "mixte"
        case .none: "aucune"
        }
    }
    package static let index = CodeIndex<HerdOrientationCode>()
}

extension MilkDelivery: CodeTable {
    package var french: String {
        switch self {
        case .none: "pas de lait"
        case .dairy: "livraison en laiterie"
        case .direct: "vente directe"
        }
    }
    package static let index = CodeIndex<MilkDelivery>()
}

extension AuthorisationKind: CodeTable {
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
        case .officiallyFreeDerogation: "officiellement indemne dérogataire"
        }
    }
    package static let index = CodeIndex<AuthorisationKind>()
}
