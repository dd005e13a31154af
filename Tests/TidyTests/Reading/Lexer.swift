/// Splits Swift text into tokens, far enough for tidy checks: comments, all kinds of string literal with their
/// interpolations, raw identifiers and the usual regex literals are told apart from code.
struct Lexer {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var lastEnd = -1
    private(set) var tokens: [Token] = []

    static func tokens(of text: String) -> [Token] {
        var lexer = Lexer(bytes: Array(text.utf8))
        lexer.readCode(insideInterpolation: false)
        return lexer.tokens
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func byte(at offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

    private func sees(_ text: StaticString, at offset: Int = 0) -> Bool {
        let end = index + offset + text.utf8CodeUnitCount
        return end <= bytes.count
            && bytes[(index + offset)..<end].elementsEqual(
                UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func step(_ count: Int = 1) {
        for _ in 0..<count where index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
            index += 1
        }
    }

    private mutating func append(_ kind: Token.Kind, from start: Int, line: Int, text: String? = nil) {
        let text = text ?? String(decoding: bytes[start..<index], as: UTF8.self)
        tokens.append(Token(kind: kind, text: text, line: line, isGlued: start == lastEnd))
        lastEnd = index
    }
}

// MARK: - Code

extension Lexer {
    /// Reads to the end, or to the parenthesis that closes an interpolation.
    private mutating func readCode(insideInterpolation: Bool) {
        var depth = 0
        while index < bytes.count {
            if sees("//") {
                while index < bytes.count, byte() != UInt8(ascii: "\n") { step() }
            } else if sees("/*") {
                readBlockComment()
            } else if let hashes = hashesBeforeQuote() {
                readString(hashes: hashes)
            } else if byte() == UInt8(ascii: "`") {
                readRawIdentifier()
            } else if startsRegex() {
                readRegex()
            } else if isWordByte(byte()) {
                let start = index
                while isWordByte(byte()) { step() }
                append(.word, from: start, line: line)
            } else if byte() <= 0x20 {
                step()
            } else {
                if byte() == UInt8(ascii: "(") { depth += 1 }
                if byte() == UInt8(ascii: ")") { depth -= 1 }
                if insideInterpolation, depth < 0 { return }
                step()
                append(.sign, from: index - 1, line: line)
            }
        }
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }

    /// Block comments nest in Swift.
    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            if sees("/*") {
                depth += 1
                step(2)
            } else if sees("*/") {
                depth -= 1
                step(2)
            } else {
                step()
            }
        } while depth > 0 && index < bytes.count
    }

    private mutating func readRawIdentifier() {
        let start = index
        repeat { step() } while index < bytes.count && byte() != UInt8(ascii: "`")
        step()
        append(.word, from: start, line: line)
    }
}

// MARK: - Literals

extension Lexer {
    /// The number of `#` before a string that starts here; nil where none does.
    private func hashesBeforeQuote() -> Int? {
        var count = 0
        while byte(at: count) == UInt8(ascii: "#") { count += 1 }
        return byte(at: count) == UInt8(ascii: "\"") ? count : nil
    }

    private func seesHashes(_ count: Int, at offset: Int) -> Bool {
        (0..<count).allSatisfy { byte(at: offset + $0) == UInt8(ascii: "#") }
    }

    private mutating func readString(hashes: Int) {
        let (start, startLine) = (index, line)
        let quotes = sees("\"\"\"", at: hashes) ? 3 : 1
        step(hashes + quotes)
        while index < bytes.count {
            if byte() == UInt8(ascii: "\\"), seesHashes(hashes, at: 1) {
                let isInterpolation = byte(at: 1 + hashes) == UInt8(ascii: "(")
                step(hashes + 2)
                if isInterpolation { readCode(insideInterpolation: true) }
            } else if quotes == 3 ? sees("\"\"\"") : sees("\""), seesHashes(hashes, at: quotes) {
                step(quotes + hashes)
                break
            } else {
                step()
            }
        }
        append(.literal, from: start, line: startLine, text: "\"\"")
    }

    /// `#/…/#`, or `/…/` on one line where no operand stands before it.
    private func startsRegex() -> Bool {
        if sees("#/") { return true }
        guard byte() == UInt8(ascii: "/"), byte(at: 1) > 0x20 else { return false }
        if let last = tokens.last {
            let isOperand = last.kind != .sign || [")", "]", "}"].contains(last.text)
            if isOperand, !["return", "in", "case", "where"].contains(last.text) { return false }
        }
        let rest = bytes[(index + 1)...].prefix { $0 != UInt8(ascii: "\n") }
        return rest.contains(UInt8(ascii: "/"))
    }

    private mutating func readRegex() {
        let (start, startLine) = (index, line)
        let isExtended = sees("#/")
        step(isExtended ? 2 : 1)
        while index < bytes.count, !(isExtended ? sees("/#") : sees("/")) {
            step(byte() == UInt8(ascii: "\\") ? 2 : 1)
        }
        step(isExtended ? 2 : 1)
        append(.literal, from: start, line: startLine, text: "\"\"")
    }
}
