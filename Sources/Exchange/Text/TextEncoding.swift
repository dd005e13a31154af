/// How the bytes of a text file are to be read. Windows files from before UTF-8 are still sent (decision 19).
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
}

/// What the sender says of the encoding: `auto` finds out.
package enum EncodingChoice: String, Sendable, Hashable, CaseIterable {
    case auto
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"

    var fixed: TextEncoding? { TextEncoding(rawValue: rawValue) }
}

typealias Bytes = UnsafeBufferPointer<UInt8>

extension TextEncoding {
    /// Never fails: what is no UTF-8 becomes replacement characters, so that a refused line can still be shown.
    func decode(_ bytes: Bytes) -> String {
        switch self {
        case .utf8: String(decoding: bytes, as: UTF8.self)
        case .windows1252:
            if bytes.allSatisfy({ $0 < 0x80 }) {
                String(decoding: bytes, as: UTF8.self)
            } else {
                String(String.UnicodeScalarView(bytes.map { windows1252Scalar($0) }))
            }
        }
    }
}

extension TextEncoding {
    /// A short text that a person wrote: UTF-8, with or without its mark, or what Windows wrote before it.
    package static func text(of bytes: [UInt8]) -> String {
        let marked = bytes.starts(with: [0xef, 0xbb, 0xbf])
        return bytes.dropFirst(marked ? 3 : 0).withUnsafeBufferPointer { windows1252OrUTF8($0) }
    }
}

/// The 27 characters that Windows puts where Latin-1 has control codes; the five empty places stay control codes.
private let windows1252High: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8a: "Š",
    0x8b: "‹", 0x8c: "Œ", 0x8e: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
    0x98: "˜", 0x99: "™", 0x9a: "š", 0x9b: "›", 0x9c: "œ", 0x9e: "ž", 0x9f: "Ÿ",
]

private func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar { windows1252High[byte] ?? Unicode.Scalar(byte) }

func isValidUTF8(_ bytes: Bytes) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

extension TextEncoding {
    /// A short text of unknown encoding: UTF-8 if it can be, which also finds the no-break spaces of both.
    static func windows1252OrUTF8(_ bytes: Bytes) -> String {
        String(validating: bytes, as: UTF8.self) ?? TextEncoding.windows1252.decode(bytes)
    }
}
