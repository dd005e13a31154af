import Kernel

/// Number of an intervention: prophylaxis year (4 digits) and a sequence (8 digits), as on every document.
///
/// The sequence runs over all campaigns of the year in one database, so that a number alone finds its intervention,
/// and the year shows a document of another campaign (PRO-157). Once given, it never changes.
package struct InterventionNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let year: Int
    /// From 1.
    package let sequence: Int

    package static let lastSequence = 99_999_999

    package init?(year: Int, sequence: Int) {
        guard (1000...9999).contains(year), (1...InterventionNumber.lastSequence).contains(sequence) else {
            return nil
        }
        self.year = year
        self.sequence = sequence
    }

    /// Reads exactly twelve digits.
    package init?(_ text: some StringProtocol) {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard digits.count == 12, digits.allSatisfy((0...9).contains) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + $1 }
        self.init(year: value / 100_000_000, sequence: value % 100_000_000)
    }

    package var description: String { String(year * 100_000_000 + sequence) }

    package static func < (left: InterventionNumber, right: InterventionNumber) -> Bool {
        (left.year, left.sequence) < (right.year, right.sequence)
    }
}
