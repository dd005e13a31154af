import Crypto
import FoundationEssentials

/// The signature of a webhook's call, as Standard Webhooks 1.0 has it, so that receivers need no code of ours:
/// HMAC-SHA-256 over identifier, timestamp and body.
package enum WebhookSignature {
    /// What people are shown: `whsec_` and the secret in base64.
    package static func text(of secret: [UInt8]) -> String { "whsec_" + Data(secret).base64EncodedString() }

    /// - Parameters:
    ///   - secrets: the one in use, and the one before it while receivers change over.
    ///   - seconds: since 1970.
    package static func headers(
        of body: [UInt8], id: String, at seconds: Int, secrets: [[UInt8]]
    ) -> [(String, String)] {
        let signed = Array("\(id).\(seconds).".utf8) + body
        let signatures = secrets.map { secret in
            let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: secret))
            return "v1," + Data(code).base64EncodedString()
        }
        return [
            ("webhook-id", id), ("webhook-timestamp", String(seconds)),
            ("webhook-signature", signatures.joined(separator: " ")),
        ]
    }
}
