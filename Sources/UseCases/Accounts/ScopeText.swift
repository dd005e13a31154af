import Register

extension Scope {
    /// `63,15`, `France`, or what the herds are tied by.
    package var listed: String {
        switch self {
        case .national: "France"
        case .departments(let codes): codes.sorted().joined(separator: ",")
        case .holdings: "ses exploitations"
        case .relations: "ses relations"
        case .nothing: "aucun élevage"
        }
    }
}
