import Crypto

/// Keeps what must be read again and stand readable nowhere: the secrets of second factors. Its key stands apart from
/// the data, so that who copies the data has nothing.
///
/// AES-256-GCM (NIST SP 800-38D) with a random nonce for each secret; what the secret belongs to is authenticated with
/// it, so that it opens nothing where somebody else put it.
package struct SecretSeal: Sendable {
    /// `v1:` and the key's own mark, by which a text sealed with another key is known.
    private let prefix: String
    private let key: SymmetricKey

    /// - Parameter secret: the installation's, of at least 128 bits; the key follows from it.
    package init(_ secret: [UInt8]) {
        let secret = SymmetricKey(data: secret)
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Array("vigie seal".utf8), outputByteCount: 32)
        let mark = HMAC<SHA256>.authenticationCode(for: Array("vigie seal's mark".utf8), using: secret)
        prefix = "v1:\(Token.base64URL(Array(Array(mark).prefix(6)))):"
    }

    /// Whether it was sealed with this key; it says nothing of whether the text is whole.
    package func knows(_ text: String) -> Bool { text.hasPrefix(prefix) }

    /// - Parameter owner: what the secret belongs to, e.g. the login.
    package func seal(_ secret: [UInt8], of owner: String) throws -> String {
        let box = try AES.GCM.seal(secret, using: key, authenticating: Array(owner.utf8))
        return prefix + Token.base64URL(Array(box.nonce) + Array(box.ciphertext) + Array(box.tag))
    }

    /// - Returns: nil for what this key did not seal for this owner.
    package func open(_ text: String, of owner: String) -> [UInt8]? {
        guard knows(text), let bytes = Base64.bytes(String(text.dropFirst(prefix.count))) else { return nil }
        do {
            let box = try AES.GCM.SealedBox(combined: bytes)
            return Array(try AES.GCM.open(box, using: key, authenticating: Array(owner.utf8)))
        } catch {
            return nil  // another's, cut or changed: it all means that nothing is known
        }
    }
}
