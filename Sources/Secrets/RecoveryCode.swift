/// Codes that open once each, for who has lost the telephone: four groups of four letters and digits, about 79 bits,
/// kept as salted digests (OWASP ASVS 2.6).
package enum RecoveryCode {
    package static let count = 10
    /// Without those that look alike.
    private static let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")

    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let groups = (0..<4).map { _ in
            String((0..<4).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
        }
        return groups.joined(separator: "-")
    }

    /// - Parameter code: as somebody typed it; capitals, spaces and dashes do not matter.
    package static func digest(_ code: String, salt: String) -> String {
        Token.digest(salt + String(code.lowercased().filter { $0.isLetter || $0.isNumber }))
    }
}
