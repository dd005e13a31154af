extension Check {
    static let mostLinesOfFunction = 70
    static let mostLinesOfFile = 300
    static let mostColumns = 120

    static let functionLength = Check("functions of at most \(mostLinesOfFunction) lines") { source in
        functions(in: source.tokens).filter { $0.count > mostLinesOfFunction }.map {
            source.violation(
                $0.lowerBound, "a function of \($0.count) lines; \(mostLinesOfFunction) is the most, name its parts")
        }
    }

    static let fileLength = Check("files of at most \(mostLinesOfFile) lines") { source in
        guard source.isSwift, source.lines.count - 1 > mostLinesOfFile else { return [] }
        return [source.violation(source.lines.count, "longer than \(mostLinesOfFile) lines; one idea, one file")]
    }

    static let lineLength = Check("lines of at most \(mostColumns) columns") { source in
        guard source.isSwift else { return [] }
        return source.lines { $0.utf8.count > mostColumns && $0.count > mostColumns }.map {
            source.violation($0, "longer than \(mostColumns) columns")
        }
    }

    /// First to last line of every function, initialiser and subscript that has a body, nested ones included.
    static func functions(in tokens: [Token]) -> [ClosedRange<Int>] {
        tokens.indices.compactMap { index in
            guard ["func", "init", "deinit", "subscript"].contains(tokens[index].text),
                tokens[index].kind == .word, index == 0 || !tokens[index - 1].isSign("."),
                let open = bodyStart(from: index + 1, in: tokens)
            else { return nil }
            return tokens[index].line...lineOfClosingBrace(from: open, in: tokens)
        }
    }

    /// The `{` of the body; nil when another declaration comes first, as in a protocol.
    private static func bodyStart(from start: Int, in tokens: [Token]) -> Int? {
        let declarations: Set = ["func", "init", "deinit", "subscript", "var", "let", "case", "static", "package"]
        var depth = 0
        for index in start..<tokens.count {
            switch tokens[index].text {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case "{" where depth == 0: return index
            case "}" where depth == 0: return nil
            case let word where depth == 0 && declarations.contains(word) && index > start: return nil
            default: continue
            }
        }
        return nil
    }

    private static func lineOfClosingBrace(from open: Int, in tokens: [Token]) -> Int {
        var depth = 0
        for token in tokens[open...] {
            if token.isSign("{") { depth += 1 }
            if token.isSign("}") { depth -= 1 }
            if depth == 0 { return token.line }
        }
        return tokens[tokens.count - 1].line
    }
}
