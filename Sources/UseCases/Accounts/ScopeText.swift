import Register

extension Scope {
    /// `63,15`, or `France`.
    package var listed: String {
        switch self {
        case .national: "France"
        case .departments(let codes): codes.sorted().joined(separator: ",")
        }
    }
}
