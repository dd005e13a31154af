import Crypto

/// Time-based one-time codes (RFC 6238 over RFC 4226): HMAC-SHA-1, steps of 30 seconds, six digits, which is what every
/// authenticator app makes unless told otherwise.
package enum TimeCode {
    package static let stepSeconds = 30
    package static let digits = 6
    /// Clocks of telephones go wrong: one step before and one after are accepted (RFC 6238 §5.2).
    private static let drift = 1

    /// 160 bits (RFC 4226 §4, R6).
    package static func makeSecret() -> [UInt8] { RandomBytes.make(20) }

    package static func step(at seconds: Int) -> Int { seconds / stepSeconds }

    /// The code of one step.
    package static func code(secret: [UInt8], step: Int, digits: Int = TimeCode.digits) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Array($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[mac.count - 1] & 15)
        let number = mac[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7fff_ffff
        let text = String(number % (0..<digits).reduce(1) { power, _ in power * 10 })
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code it is.
    /// - Parameter last: the latest step that was accepted: it and those before it are worth nothing any more, so that
    ///   a code seen over a shoulder opens nothing (RFC 6238 §5.2).
    /// - Returns: nil for a wrong code, or one of a step that was used.
    package static func matchingStep(_ code: String, secret: [UInt8], at seconds: Int, after last: Int) -> Int? {
        let now = step(at: seconds)
        return (now - drift...now + drift).first { step in
            step > last && Token.equal(TimeCode.code(secret: secret, step: step), code)
        }
    }

    /// What the QR code of the enrolment says, in the notation of Google Authenticator that all apps read.
    /// - Parameters: `issuer` and `account` are percent-encoded here.
    package static func address(secret: [UInt8], issuer: String, account: String) -> String {
        let (issuer, account) = (encoded(issuer), encoded(account))
        return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.encode(secret))&issuer=\(issuer)"
    }

    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { output, byte in
            let letter = Character(Unicode.Scalar(byte))
            if byte < 128, letter.isLetter || letter.isNumber || "-._~".contains(letter) {
                output.append(letter)
            } else {
                output += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
