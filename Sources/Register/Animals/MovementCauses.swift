/// Why an animal came to a holding, in the letters of the identification services
/// (`reference` lists: N, A, P are sent today, the others stand in older data).
package enum EntryCause: String, Codable, Sendable, CaseIterable {
    case birth = "N"
    case purchase = "A"
    /// Prêt ou pension.
    case loan = "P"
    case presumed = "O"
    case assemblyCentre = "F"
    case dealer = "G"
    /// Estive.
    case summerPasture = "J"
    case rent = "L"
    case other = "X"
}

/// Why an animal left a holding.
package enum ExitCause: String, Codable, Sendable, CaseIterable {
    /// Prêt ou pension.
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

    /// The animal is expected back: it stays the keeper's.
    package var isTemporary: Bool {
        switch self {
        case .loan, .summerPasture, .rent, .boarding: true
        default: false
        }
    }
}
