/// Why a rule refuses to decide on the facts it was given.
package enum RuleFault: Error, Hashable, Sendable {
    /// A value that cannot be: a negative count, an end before its start, an animal listed twice.
    case invalidValue(field: String, problem: Problem)
    /// A report was asked for while these diseases are still NE or AR (PRO-269).
    case evaluationNotFinal(diseases: [String])
    /// A programmed disease cannot be reported "without object" (decision 2).
    case programmedButWithoutObject(diseases: [String])

    package enum Problem: String, Sendable, CaseIterable {
        case negative
        case outOfRange = "out-of-range"
        case endBeforeStart = "end-before-start"
        case listedTwice = "listed-twice"
    }

    /// The stable code of the contract.
    package var code: String {
        switch self {
        case .invalidValue: "invalid-value"
        case .evaluationNotFinal: "evaluation-not-final"
        case .programmedButWithoutObject: "programmed-but-without-object"
        }
    }

    /// More than any herd, department or nation holds, and far from overflow in the rules' products.
    package static let largestCount = 1_000_000_000

    /// Throws unless every count is from zero to `largestCount`.
    package static func requireCounts(_ counts: KeyValuePairs<String, Int>) throws(RuleFault) {
        for (field, count) in counts {
            if count < 0 { throw .invalidValue(field: field, problem: .negative) }
            if count > largestCount { throw .invalidValue(field: field, problem: .outOfRange) }
        }
    }
}
