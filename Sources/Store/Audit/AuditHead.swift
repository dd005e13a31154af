/// The end of the chain. Exported and kept elsewhere, it proves later that nothing before it was changed: a chain
/// that is kept only beside its data proves nothing.
package struct AuditHead: Hashable, Sendable {
    package let seal: Int64
    package let hash: String

    package init(seal: Int64, hash: String) {
        self.seal = seal
        self.hash = hash
    }
}

extension AuditHead: LosslessStringConvertible {
    /// `vigie-audit:SEAL:HASH`.
    package var description: String { "vigie-audit:\(seal):\(hash)" }

    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "vigie-audit", let seal = Int64(parts[1]), seal > 0,
            let digest = ContentDigest(hex: String(parts[2]))
        else { return nil }
        self.init(seal: seal, hash: digest.hex)
    }
}
