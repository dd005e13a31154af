/// Class of a herd (*classe d'atelier*): the set-up of a campaign includes and excludes by it (PRO-68, PRO-70).
package enum HerdClassCode: String, CodeTable {
    case dairy
    case beef
    case fatteningIndoor = "fattening-indoor"
    case fatteningDerogatory = "fattening-derogatory"
    case bullRanch = "bull-ranch"
    case summerPasture = "summer-pasture"
    case vealSelection = "veal-selection"
    case approvedBreeding = "approved-breeding"

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
    package static let index = CodeIndex<HerdClassCode>()
}

/// Zootechnical orientation of a herd (PRO-42).
package enum OrientationCode: String, CodeTable {
    case dairy
    case beef
    case mixed
    case none

    package var french: String {
        switch self {
        case .dairy: "laitière"
        case .beef: "allaitante"
        case .mixed: "mixte"
        case .none: "aucune"
        }
    }
    package static let index = CodeIndex<OrientationCode>()
}

/// Where the milk goes (PRO-51, PRO-52).
package enum MilkDeliveryCode: String, CodeTable {
    case none
    case dairy
    case direct

    package var french: String {
        switch self {
        case .none: "pas de lait"
        case .dairy: "livraison en laiterie"
        case .direct: "vente directe"
        }
    }
    package static let index = CodeIndex<MilkDeliveryCode>()
}
