/// An exact share, numerator over denominator. Never a `Double`: a herd is blocked or not at exactly 90 %.
package struct Ratio: Hashable, Sendable {
    package let numerator: Int
    package let denominator: Int

    /// Kept in lowest terms, so that equal shares are equal: 10/100 is 1/10.
    ///
    /// - Precondition: the denominator is positive.
    package init(_ numerator: Int, over denominator: Int) {
        precondition(denominator > 0, "a ratio needs a positive denominator, got \(denominator)")
        let divisor = Int(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// `percent / 100`.
    package static func percent(_ percent: Int) -> Ratio { Ratio(percent, over: 100) }

    /// `self × count`, rounded towards minus infinity.
    package func floor(of count: Int) -> Int {
        let product = count * numerator
        return product >= 0 ? product / denominator : -((-product + denominator - 1) / denominator)
    }

    /// `self × count`, rounded towards plus infinity.
    package func ceiling(of count: Int) -> Int { -Ratio(-numerator, over: denominator).floor(of: count) }

    /// `self × count`, rounded to the nearest integer, halves upwards.
    package func halfUp(of count: Int) -> Int {
        Ratio(2 * numerator * count + denominator, over: 2 * denominator).floor(of: 1)
    }

    /// Whether `part / whole` is over this ratio, exactly; false for an empty whole.
    package func isExceeded(by part: Int, of whole: Int) -> Bool {
        whole > 0 && part * denominator > whole * numerator
    }

    /// Whether `part / whole` reaches this ratio, exactly; false for an empty whole.
    package func isReached(by part: Int, of whole: Int) -> Bool {
        whole > 0 && part * denominator >= whole * numerator
    }
}

/// Written `"1/10"`: what a parameter file or `vigie rules` line says. Either part is at most 10⁹, so that a product
/// with the head count of a country cannot overflow.
extension Ratio: LosslessStringConvertible, Codable {
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let bound = 1_000_000_000
        guard parts.count == 2, let numerator = Int(parts[0]), let denominator = Int(parts[1]),
            (-bound...bound).contains(numerator), (1...bound).contains(denominator)
        else { return nil }
        self.init(numerator, over: denominator)
    }

    package var description: String { "\(numerator)/\(denominator)" }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let ratio = Ratio(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is not a ratio; write it like 1/10")
        }
        self = ratio
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Euclid's algorithm; the second number is not 0.
private func greatestCommonDivisor(_ first: UInt, _ second: UInt) -> UInt {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
}
