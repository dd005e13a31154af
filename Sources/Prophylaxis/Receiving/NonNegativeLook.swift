/// The look at every line received, before it is attached to anything (PRO-168, PRO-209, decision 4).
package enum NonNegativeLook: Sendable, Hashable {
    case nothing
    /// The authority is told at once, since Annex 2 does not count it (AMB-09, decision 1).
    case doubtful
    case nonNegative

    /// Blood: unreadable samples are not suspicious, they are to be taken again (PRO-198).
    package static func ofBlood(_ interpretation: Interpretation?) -> NonNegativeLook {
        switch interpretation {
        case nil, .negative, .uninterpretable: .nothing
        case .doubtful: .doubtful
        default: .nonNegative
        }
    }

    /// Bulk milk: whatever is not NEG, the absent and the uninterpretable included (PRO-300, AMB-10).
    package static func ofMilk(_ interpretation: Interpretation) -> NonNegativeLook {
        switch interpretation {
        case .negative: .nothing
        case .doubtful: .doubtful
        default: .nonNegative
        }
    }

    /// The kind of the work item that alerts the authority.
    package var alert: String? {
        switch self {
        case .nothing: nil
        case .doubtful: "alert-doubtful"
        case .nonNegative: "alert-non-negative"
        }
    }
}
