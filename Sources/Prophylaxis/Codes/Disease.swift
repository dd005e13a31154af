/// The three diseases of bovine prophylaxis (PRO-01), by their official codes.
package enum Disease: String, Codable, Sendable, CaseIterable, Comparable {
    case brucellosis = "BRU"
    case leukosis = "LEU"
    case tuberculosis = "TUB"

    /// One bit each, for sets of diseases kept in one integer: 1, 2, 4.
    package var bit: Int {
        switch self {
        case .brucellosis: 1
        case .leukosis: 2
        case .tuberculosis: 4
        }
    }

    package static func set(_ mask: Int) -> [Disease] { allCases.filter { mask & $0.bit != 0 } }

    package static func < (left: Disease, right: Disease) -> Bool { left.bit < right.bit }
}
