import Crypto
import Secrets

/// Proof key for code exchange (RFC 7636): who begins keeps a secret, whose digest travels with the request; the code
/// is worth nothing without the secret.
package enum ProofKey {
    /// 43 characters of 256 random bits (§4.1).
    package static func makeVerifier() -> String { Token.make() }

    /// S256 (§4.2).
    package static func challenge(of verifier: String) -> String {
        Token.base64URL(Array(SHA256.hash(data: Array(verifier.utf8))))
    }
}
