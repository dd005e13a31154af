import Crypto

/// The secrets of one installation, which all its servers and workers share: a secret from which others follow, and the
/// keys that sign access tokens. The first signs, the others still verify what they have signed.
package struct InstallationKeys: Sendable {
    package static let secretBytes = 32
    /// How long a key that signs no more goes on verifying: four times the life of an access token.
    package static let retiredSeconds = 3600

    package let secret: [UInt8]
    package let signing: [SigningKey]

    package static func make(at now: Int) -> InstallationKeys {
        InstallationKeys(secret: RandomBytes.make(secretBytes), signing: [.make(at: now)])
    }

    init(secret: [UInt8], signing: [SigningKey]) {
        self.secret = secret
        self.signing = signing
    }

    /// With a new key that signs from now on. The secret stays: what follows from it goes on.
    package func rotated(at now: Int) -> InstallationKeys {
        let kept = signing.indices.filter { $0 == 0 || now - signing[$0 - 1].madeAt < InstallationKeys.retiredSeconds }
        return InstallationKeys(secret: secret, signing: [.make(at: now)] + kept.map { signing[$0] })
    }

    /// A second secret that follows from the installation's for one purpose: 256 bits.
    package func derivedBytes(for purpose: String) -> [UInt8] {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: Array(purpose.utf8), outputByteCount: 32)
        return key.withUnsafeBytes { Array($0) }
    }
}
