import Register

/// Sex of a bovine. Older files number it.
package enum SexCode: String, CodeTable {
    case male = "M"
    case female = "F"

    package var french: String {
        switch self {
        case .male: "mâle"
        case .female: "femelle"
        }
    }
    package static let aliases: [String: SexCode] = ["1": .male, "2": .female]
    package static let index = CodeIndex<SexCode>()
}

extension EntryCause: CodeTable {
    package var french: String {
        switch self {
        case .birth: "naissance"
        case .purchase: "achat"
        case .loan: "prêt ou pension"
        case .presumed: "présumée, calculée"
        case .assemblyCentre: "centre de rassemblement"
        case .dealer: "exploitation de négoce"
        case .summerPasture: "estive"
        case .rent: "location"
        case .other: "autre"
        }
    }
    package static let index = CodeIndex<EntryCause>()
}

extension ExitCause: CodeTable {
    package var french: String {
        switch self {
        case .loan: "prêt ou pension"
        case .homeConsumption: "autoconsommation"
        case .death: "mort"
        case .slaughter: "boucherie"
        case .breeding: "élevage ou vente"
        case .other: "inconnue ou autre"
        case .presumed: "présumée, calculée"
        case .gift: "don"
        case .summerPasture: "estive"
        case .rent: "location"
        case .boarding: "pension"
        case .assemblyCentre: "centre de rassemblement"
        case .dealer: "négoce"
        case .jointOwnership: "multipropriété"
        }
    }
    package static let index = CodeIndex<ExitCause>()
}
