/// Text in a header (RFC 2047): as it is where it is plain ASCII, else in encoded words of at most 75 characters.
enum HeaderText {
    /// More than anybody reads in a list of messages.
    private static let longest = 200

    /// A header stays one header, whatever stands in the text.
    static func encoded(_ text: String) -> String {
        let clean = Array(OneLine.of(text, most: longest).unicodeScalars)
        let isPlain = clean.allSatisfy { $0.isASCII } && clean.count <= 60
        // An `=?` in plain text would be read as an encoded word.
        if isPlain, !String(clean).contains("=?") { return String(clean) }
        return words(clean).map { "=?UTF-8?B?\(Base64.text($0))?=" }.joined(separator: "\r\n ")
    }

    /// As a display name: quoted or encoded, so that no sign of it has a meaning.
    static func phrase(_ text: String) -> String {
        let encoded = encoded(text)
        guard !encoded.hasPrefix("=?") else { return encoded }
        let quoted = encoded.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(quoted)\""
    }

    /// Parts of at most 45 bytes, none of which cuts a sign.
    private static func words(_ scalars: [Unicode.Scalar]) -> [[UInt8]] {
        scalars.reduce(into: [[UInt8]]()) { parts, scalar in
            let bytes = Array(String(scalar).utf8)
            if let last = parts.last, last.count + bytes.count <= 45 {
                parts[parts.count - 1] += bytes
            } else {
                parts.append(bytes)
            }
        }
    }
}

extension String {
    fileprivate init(_ scalars: [Unicode.Scalar]) {
        self = scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
    }
}

/// RFC 4648, in one line.
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    static func text(_ bytes: [UInt8]) -> String {
        stride(from: 0, to: bytes.count, by: 3).reduce(into: "") { text, start in
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
            }
        }
    }
}
