/// Whether a line is one JSON object in UTF-8, by RFC 8259 and nothing more lenient.
///
/// Foundation's decoder lets a comma pass before a closing bracket and never looks at a value that no rule reads. One
/// who checks his own implementation against ours must hear of it, so the whole line is read here first.
struct JSONSyntax {
    /// As deep as Foundation's decoder goes.
    private static let deepest = 512

    private let bytes: [UInt8]
    private var position: Int

    /// A byte order mark before the object is passed over: files from Windows begin with one.
    static func isObject(_ line: [UInt8]) -> Bool {
        guard String(validating: line, as: UTF8.self) != nil else { return false }
        var syntax = JSONSyntax(bytes: line, position: line.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0)
        syntax.skipSpace()
        guard syntax.next == UInt8(ascii: "{"), syntax.value(depth: 0) else { return false }
        syntax.skipSpace()
        return syntax.next == nil
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) -> Bool {
        guard depth <= JSONSyntax.deepest else { return false }
        switch next {
        case UInt8(ascii: "{"):
            return list(closing: "}") {
                guard $0.string() else { return false }
                $0.skipSpace()
                guard $0.take(":") else { return false }
                $0.skipSpace()
                return $0.value(depth: depth + 1)
            }
        case UInt8(ascii: "["): return list(closing: "]") { $0.value(depth: depth + 1) }
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    /// Elements between an opening bracket, which is next, and its closing one, with a comma between two.
    private mutating func list(closing: Unicode.Scalar, element: (inout JSONSyntax) -> Bool) -> Bool {
        position += 1
        skipSpace()
        if take(closing) { return true }
        repeat {
            skipSpace()
            guard element(&self) else { return false }
            skipSpace()
        } while take(",")
        return take(closing)
    }

    private mutating func string() -> Bool {
        guard take("\"") else { return false }
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "\\"): guard escape() else { return false }
            case ..<0x20: return false
            default: break
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        guard let byte = next else { return false }
        position += 1
        guard byte == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(byte) }
        let digits = bytes[position...].prefix(4)
        position += digits.count
        return digits.count == 4 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }

    private mutating func word(_ word: String) -> Bool {
        guard bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    private mutating func number() -> Bool {
        _ = take("-")
        guard take("0") || digits() else { return false }
        if take("."), !digits() { return false }
        guard take("e") || take("E") else { return true }
        _ = take("+") || take("-")
        return digits()
    }

    /// At least one digit.
    private mutating func digits() -> Bool {
        let first = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        return position > first
    }
}
