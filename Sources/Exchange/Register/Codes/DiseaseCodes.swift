/// Diseases of bovine prophylaxis (PRO-01).
package enum DiseaseCode: String, CodeTable {
    case brucellosis = "BRU"
    case leukosis = "LEU"
    case tuberculosis = "TUB"

    package var french: String {
        switch self {
        case .brucellosis: "brucellose"
        case .leukosis: "leucose bovine enzootique"
        case .tuberculosis: "tuberculose"
        }
    }
    package static let index = CodeIndex<DiseaseCode>()
}

/// What is tested.
package enum MatrixCode: String, CodeTable {
    case blood
    case milk
    case skin

    package var french: String {
        switch self {
        case .blood: "sang"
        case .milk: "lait"
        case .skin: "peau (intradermotuberculination)"
        }
    }
    package static let index = CodeIndex<MatrixCode>()
}

/// What the laboratory says of a sample (PRO-171). Everything that is not NEG is looked at as possibly positive.
package enum InterpretationCode: String, CodeTable {
    case negative = "NEG"
    case doubtful = "DTX"
    case positive = "POS"
    case positiveWeak = "POS_FBL"
    case positiveMedium = "POS_MOY"
    case positiveStrong = "POS_FOR"
    case absent = "ABS"
    case uninterpretable = "IN_ITPBLE"

    package var french: String {
        switch self {
        case .negative: "négatif"
        case .doubtful: "douteux"
        case .positive: "positif"
        case .positiveWeak: "positif faible"
        case .positiveMedium: "positif moyen"
        case .positiveStrong: "positif fort"
        case .absent: "absence"
        case .uninterpretable: "ininterprétable"
        }
    }
    package static let index = CodeIndex<InterpretationCode>()
}
