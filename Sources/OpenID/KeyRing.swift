import JWTKit

/// The provider's public keys that may sign identity tokens (RFC 7517).
struct KeyRing: Decodable, Sendable {
    let keys: [JWK]

    private struct Entry: Decodable {
        /// nil for a key of a kind that we do not know, or that signs nothing: the others still serve (§5).
        let key: JWK?

        private enum Names: String, CodingKey {
            case use
            case kty
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Names.self)
            let isForSignatures = try fields.decodeIfPresent(String.self, forKey: .use) ?? "sig" == "sig"
            // A shared secret in a published set would let anybody sign: only RSA and elliptic curves.
            let isPublicKind = ["RSA", "EC"].contains(try fields.decode(String.self, forKey: .kty))
            do {
                key = isForSignatures && isPublicKind ? try JWK(from: decoder) : nil
            } catch {
                key = nil
            }
        }
    }

    private enum CodingKeys: String, CodingKey { case keys }

    init(from decoder: any Decoder) throws {
        keys = try decoder.container(keyedBy: CodingKeys.self).decode([Entry].self, forKey: .keys).compactMap(\.key)
    }

    /// Those that may have signed a token.
    /// - Parameter identifier: the token's `kid`; without one it may be any.
    func candidates(_ identifier: String?) -> [JWK] {
        guard let identifier else { return keys }
        return keys.filter { $0.keyIdentifier?.string == identifier }
    }
}
