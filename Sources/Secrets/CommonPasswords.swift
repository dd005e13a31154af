import Crypto

/// The passwords that everybody guesses first, as a Bloom filter: small enough to stay in memory, and it holds no
/// password that could be read. `scripts/setup-passwords` makes its file from lists of leaked passwords and words.
///
/// File: `VIGIEPW1`, then the bits, the first of each byte the lowest. A word's eight places are the eight 32-bit
/// numbers, highest byte first, of its SHA-256, modulo the number of bits.
package struct CommonPasswords: Sendable {
    private static let mark = Array("VIGIEPW1".utf8)
    private let bits: [UInt8]

    /// - Parameter file: its bytes; nil where it is no such file.
    package init?(file: [UInt8]) {
        guard file.count > CommonPasswords.mark.count, file.starts(with: CommonPasswords.mark) else { return nil }
        bits = Array(file.dropFirst(CommonPasswords.mark.count))
    }

    /// - Parameter word: in small letters. Of words that are not on the lists one in seven thousand is held to be.
    package func contains(_ word: String) -> Bool {
        let digest = Array(SHA256.hash(data: Array(word.utf8)))
        return stride(from: 0, to: 32, by: 4).allSatisfy { start in
            let number = digest[start..<start + 4].reduce(0) { $0 << 8 | UInt64($1) }
            let place = Int(number % UInt64(bits.count * 8))
            return bits[place / 8] & (1 << UInt8(place % 8)) != 0
        }
    }
}
