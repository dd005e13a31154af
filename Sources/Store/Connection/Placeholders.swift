/// Rewrites `?` to `$1`, `$2`, … for PostgreSQL, leaving string literals, quoted names, comments and dollar-quoted
/// bodies as they are. Returns the text and the number of placeholders.
///
/// PostgreSQL's operators with a question mark and its `E'…\'…'` literals are not understood: the store uses neither.
func numberedPlaceholders(_ sql: String) -> (sql: String, count: Int) {
    var scanner = PlaceholderScanner(sql)
    return scanner.run()
}

private struct PlaceholderScanner {
    private let bytes: [UInt8]
    private var output: [UInt8] = []
    private var index = 0
    private var count = 0

    init(_ sql: String) {
        bytes = Array(sql.utf8)
        output.reserveCapacity(bytes.count + 16)
    }

    mutating func run() -> (sql: String, count: Int) {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "?"):
                count += 1
                output.append(contentsOf: "$\(count)".utf8)
                index += 1
            case UInt8(ascii: "'"), UInt8(ascii: "\""): copyQuoted(bytes[index])
            case UInt8(ascii: "-") where follows("-"): copy(until: Array("\n".utf8), from: 2)
            case UInt8(ascii: "/") where follows("*"): copy(until: Array("*/".utf8), from: 2)
            case UInt8(ascii: "$"): copyDollarQuoted()
            default: copyOne()
            }
        }
        return (String(decoding: output, as: UTF8.self), count)
    }

    private func follows(_ character: Unicode.Scalar) -> Bool {
        index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: character)
    }

    private mutating func copyOne() {
        output.append(bytes[index])
        index += 1
    }

    /// A doubled quote inside is two quoted parts in a row, which copies the same.
    private mutating func copyQuoted(_ quote: UInt8) {
        copyOne()
        while index < bytes.count, bytes[index] != quote { copyOne() }
        if index < bytes.count { copyOne() }
    }

    private mutating func copy(until end: [UInt8], from start: Int) {
        for _ in 0..<start { copyOne() }
        while index < bytes.count, !bytes[index...].starts(with: end) { copyOne() }
        for _ in 0..<min(end.count, bytes.count - index) { copyOne() }
    }

    /// `$tag$ … $tag$`; a lone dollar is copied.
    private mutating func copyDollarQuoted() {
        let name = bytes[(index + 1)...].prefix { isNameByte($0) }
        guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "$") else { return copyOne() }
        let tag = Array(bytes[index...name.endIndex])
        copy(until: tag, from: tag.count)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x5f, 0x61...0x7a: true
        default: false
        }
    }
}
