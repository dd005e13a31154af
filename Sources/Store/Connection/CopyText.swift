import Kernel

/// PostgreSQL's COPY text format: columns part with a tab, rows with a line feed, `\N` is NULL.
enum CopyText {
    /// Appends text with its escapes; false when it holds a NUL character.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]) -> Bool {
        var plain = 0
        for (index, byte) in text.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\\") {
            let escape: UInt8
            switch byte {
            case 0: return false
            case UInt8(ascii: "\\"): escape = UInt8(ascii: "\\")
            case UInt8(ascii: "\t"): escape = UInt8(ascii: "t")
            case UInt8(ascii: "\n"): escape = UInt8(ascii: "n")
            case UInt8(ascii: "\r"): escape = UInt8(ascii: "r")
            default: continue
            }
            buffer.append(contentsOf: text[plain..<index])
            buffer.append(UInt8(ascii: "\\"))
            buffer.append(escape)
            plain = index + 1
        }
        buffer.append(contentsOf: text[plain...])
        return true
    }

    static func append(_ value: Int64, to buffer: inout [UInt8]) {
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = buffer.count
        repeat {
            buffer.append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
            rest /= 10
        } while rest > 0
        buffer[start...].reverse()
    }

    /// Bytes as `\x…`, its backslash escaped.
    static func append(bytes: [UInt8], to buffer: inout [UInt8]) {
        buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "\\"), UInt8(ascii: "x")])
        for byte in bytes {
            buffer.append(digit(byte >> 4))
            buffer.append(digit(byte & 15))
        }
    }

    /// The ten characters of a day.
    static func write(_ day: Day, to digits: UnsafeMutableBufferPointer<UInt8>) {
        let (year, month, dayOfMonth) = day.components
        let fields = [(year, 0, 4), (month, 5, 2), (dayOfMonth, 8, 2)]
        for (value, start, width) in fields {
            var rest = value
            for index in stride(from: start + width - 1, through: start, by: -1) {
                digits[index] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
                rest /= 10
            }
        }
        digits[4] = UInt8(ascii: "-")
        digits[7] = UInt8(ascii: "-")
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value - 10 + 0x61 }
}

/// Whether a NUL character is in the text.
func containsNul(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.contains(0) }
