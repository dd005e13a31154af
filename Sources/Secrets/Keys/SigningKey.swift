import Crypto

/// A key pair that signs access tokens: ES256, ECDSA on P-256 with SHA-256 (RFC 7518 §3.4).
package struct SigningKey: Sendable {
    /// Seconds since 1970.
    package let madeAt: Int
    let pair: P256.Signing.PrivateKey

    package static func make(at now: Int) -> SigningKey { SigningKey(madeAt: now, pair: P256.Signing.PrivateKey()) }

    init(madeAt: Int, pair: P256.Signing.PrivateKey) {
        self.madeAt = madeAt
        self.pair = pair
    }

    /// What tokens name it by: the thumbprint of the public key (RFC 7638).
    package var id: String {
        let (x, y) = coordinates
        let text = #"{"crv":"P-256","kty":"EC","x":"\#(x)","y":"\#(y)"}"#
        return Token.base64URL(Array(SHA256.hash(data: Array(text.utf8))))
    }

    /// The public key's coordinates, as a JWK writes them (RFC 7518 §6.2).
    package var coordinates: (x: String, y: String) {
        let bytes = Array(pair.publicKey.rawRepresentation)
        return (Token.base64URL(Array(bytes.prefix(32))), Token.base64URL(Array(bytes.suffix(32))))
    }
}
