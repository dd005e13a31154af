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

extension Interpretation {
    /// Reads the code from its bytes without making a `String`: for scans of millions of results.
    package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        for code in Interpretation.allCases where bytes.elementsEqual(code.rawValue.utf8) {
            self = code
            return
        }
        return nil
    }
}

/// The inspector's decision, counted only where the interpretation is neither NEG nor POS (PRO-298).
package enum ResultDecision: String, Codable, Sendable, CaseIterable {
    case negative = "NEG"
    case positive = "POS"
}
