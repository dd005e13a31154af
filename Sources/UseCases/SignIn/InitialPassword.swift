import Secrets

/// A password that can be read over the telephone, for the first sign-in: five groups of four letters and digits, about
/// 97 bits.
package enum InitialPassword {
    /// Without those that look alike.
    private static let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")

    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let groups = (0..<5).map { _ in
            String((0..<4).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
        }
        return groups.joined(separator: "-")
    }
}
