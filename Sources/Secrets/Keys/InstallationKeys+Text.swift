import Crypto

extension InstallationKeys {
    private static let secretLabel = "VIGIE SECRET"
    private static let keyLabel = "PRIVATE KEY"

    /// Blocks as RFC 7468 has them, each key under a line that says when it was made.
    package var text: String {
        var blocks = [
            "-----BEGIN \(Self.secretLabel)-----\n\(Token.base64URL(secret))\n-----END \(Self.secretLabel)-----"
        ]
        blocks += signing.map { "made: \($0.madeAt)\n\($0.pair.pemRepresentation)" }
        return blocks.joined(separator: "\n") + "\n"
    }

    /// - Returns: nil for a text that is not one of `text`, whole.
    package init?(text: String) {
        var (secret, signing): ([UInt8]?, [SigningKey]) = (nil, [])
        var (madeAt, block): (Int?, [Substring]) = (nil, [])
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("-----BEGIN ") || !block.isEmpty { block.append(line) }
            if block.isEmpty, line.hasPrefix("made: ") { madeAt = Int(line.dropFirst(6)) }
            guard line.hasPrefix("-----END ") else { continue }
            if block.first == "-----BEGIN \(Self.secretLabel)-----", block.count == 3, secret == nil {
                secret = Base64.bytes(String(block[1]))
            } else if block.first == "-----BEGIN \(Self.keyLabel)-----", let made = madeAt {
                // What is wrong with a key the text cannot tell: it is no text of ours.
                guard let pair = try? P256.Signing.PrivateKey(pemRepresentation: block.joined(separator: "\n")) else {
                    return nil
                }
                signing.append(SigningKey(madeAt: made, pair: pair))
                madeAt = nil
            } else {
                return nil
            }
            block = []
        }
        guard block.isEmpty, let secret, secret.count == InstallationKeys.secretBytes, !signing.isEmpty else {
            return nil
        }
        self.init(secret: secret, signing: signing)
    }
}
