/// How a delimited text file is written. `nil` separator: found out from the first line.
package struct DelimitedFormat: Sendable, Hashable {
    package var separator: Separator?
    /// RFC 4180: a field in quotation marks may hold separators, line ends and doubled quotation marks.
    package var isQuoted: Bool
    package var encoding: EncodingChoice
    /// Bytes that one record may have; a longer one is refused and streamed over.
    package var lineLimit: Int
    /// Bytes read at once.
    package var chunk: Int

    package init(
        separator: Separator? = nil, isQuoted: Bool = true, encoding: EncodingChoice = .auto, lineLimit: Int = 65_536,
        chunk: Int = 262_144
    ) {
        self.separator = separator
        self.isQuoted = isQuoted
        self.encoding = encoding
        self.lineLimit = lineLimit
        self.chunk = chunk
    }
}

package enum Separator: UInt8, Sendable, Hashable, CaseIterable {
    case semicolon = 0x3b
    case comma = 0x2c
    case tab = 0x09

    /// As a mapping or profile writes it.
    package init?(written text: String) {
        switch text {
        case ";", "semicolon": self = .semicolon
        case ",", "comma": self = .comma
        case "\t", "tab": self = .tab
        default: return nil
        }
    }

    package var text: String { String(UnicodeScalar(rawValue)) }

    /// The one that occurs most outside quotation marks; a semicolon when none does or two are level.
    static func detected(in line: Bytes) -> Separator {
        var counts: [Separator: Int] = [:]
        var isInside = false
        for byte in line {
            if byte == Byte.quote { isInside.toggle() }
            if !isInside, let separator = Separator(rawValue: byte) { counts[separator, default: 0] += 1 }
        }
        return allCases.reduce(.semicolon) { best, next in
            counts[next, default: 0] > counts[best, default: 0] ? next : best
        }
    }
}

/// The bytes that text readers look for.
enum Byte {
    static let tab: UInt8 = 0x09
    static let newline: UInt8 = 0x0a
    static let carriageReturn: UInt8 = 0x0d
    static let endOfFile: UInt8 = 0x1a
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let dash: UInt8 = 0x2d
    static let slash: UInt8 = 0x2f
    static let zero: UInt8 = 0x30
}
