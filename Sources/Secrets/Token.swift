import Crypto

/// A random secret of 256 bits that somebody carries (a cookie, a link, a key of the API); only its digest is kept.
package enum Token {
    /// 43 characters of base64url.
    package static func make() -> String { base64URL(RandomBytes.make(32)) }

    /// SHA-256 in hex. No salt is needed: the token itself is random.
    package static func digest(_ token: String) -> String { hex(SHA256.hash(data: Array(token.utf8))) }

    /// SHA-256 in hex of any bytes.
    package static func digest(of bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

    /// A second secret that follows from the first for one purpose, and from which the first does not follow.
    package static func derived(from token: String, for purpose: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(purpose.utf8), using: SymmetricKey(data: Array(token.utf8)))
        return base64URL(Array(code))
    }

    /// Compares in a time that tells nothing of where they differ.
    package static func equal(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// RFC 4648 §5, without padding.
    package static func base64URL(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for position in 0...group.count { output.append(letters[(value >> (18 - 6 * position)) & 63]) }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
