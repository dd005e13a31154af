/// A laboratory's interpretation of one analysis (table 3, PRO-171). Any other code is a field error.
package enum Interpretation: String, Codable, Sendable, CaseIterable {
    case negative = "NEG"
    case doubtful = "DTX"
    case positive = "POS"
    case weaklyPositive = "POS_FBL"
    case moderatelyPositive = "POS_MOY"
    case stronglyPositive = "POS_FOR"
    case absent = "ABS"
    case uninterpretable = "IN_ITPBLE"
}

/// The inspector's decision, counted only where the interpretation is neither NEG nor POS (PRO-298).
package enum ResultDecision: String, Codable, Sendable, CaseIterable {
    case negative = "NEG"
    case positive = "POS"
}
