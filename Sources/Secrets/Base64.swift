/// Base64 (RFC 4648), both alphabets, with or without padding.
package enum Base64 {
    /// - Returns: nil for a character that is none of its alphabets, or a length that no bytes have.
    package static func bytes(_ encoded: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in encoded.utf8 where byte != UInt8(ascii: "=") {
            guard let value = value(byte) else { return nil }
            buffer = (buffer << 6 | value) & 0xffff
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        // Six bits left over are no byte: no bytes are written so.
        return bits == 6 ? nil : bytes
    }

    package static func text(_ encoded: String) -> String? {
        bytes(encoded).flatMap { String(validating: $0, as: UTF8.self) }
    }

    private static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) + 4
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
