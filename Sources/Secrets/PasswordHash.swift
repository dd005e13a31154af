import CArgon2

/// A password as it is kept: Argon2id (RFC 9106) with 19 MiB, two passes, one lane, in libargon2's own notation.
package enum PasswordHash {
    private static let passes: UInt32 = 2
    private static let memoryKiB: UInt32 = 19_456
    private static let lanes: UInt32 = 1
    private static let saltLength = 16
    private static let hashLength = 32

    /// - Throws: `PasswordHashFault` when there is no memory for it.
    package static func make(_ password: String) throws(PasswordHashFault) -> String {
        let salt = RandomBytes.make(saltLength)
        let length = argon2_encodedlen(
            passes, memoryKiB, lanes, UInt32(saltLength), UInt32(hashLength), Argon2_id)
        var encoded = [CChar](repeating: 0, count: length)
        let bytes = Array(password.utf8)
        let code = argon2id_hash_encoded(
            passes, memoryKiB, lanes, bytes, bytes.count, salt, salt.count, hashLength, &encoded, encoded.count)
        guard code == ARGON2_OK.rawValue else { throw PasswordHashFault(code: code) }
        return String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether it is the password. A hash that cannot be read matches nothing.
    package static func matches(_ password: String, _ hash: String) -> Bool {
        let bytes = Array(password.utf8)
        return argon2id_verify(hash, bytes, bytes.count) == ARGON2_OK.rawValue
    }
}

/// What libargon2 answered.
package struct PasswordHashFault: Error, Sendable {
    package let code: Int32
}
