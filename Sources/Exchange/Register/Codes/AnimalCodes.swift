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

/// Why an animal came (`reference` lists of the identification services): N, A, P today, the others in older data.
package enum EntryCauseCode: String, CodeTable {
    case birth = "N"
    case purchase = "A"
    case loan = "P"
    case presumed = "O"
    case assemblyCentre = "F"
    case dealer = "G"
    case summerPasture = "J"
    case rent = "L"
    case other = "X"

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
    package static let index = CodeIndex<EntryCauseCode>()
}

/// Why an animal left: H, C, M, B, E, X today, the others in older data.
package enum ExitCauseCode: String, CodeTable {
    case loan = "H"
    case homeConsumption = "C"
    case death = "M"
    case slaughter = "B"
    case breeding = "E"
    case other = "X"
    case presumed = "O"
    case gift = "D"
    case summerPasture = "J"
    case rent = "L"
    case boarding = "P"
    case assemblyCentre = "S"
    case dealer = "T"
    case jointOwnership = "U"

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
    package static let index = CodeIndex<ExitCauseCode>()
}
