extension Check {
    /// `try!`, `as!` and `value!` stop the whole program for one bad line; everywhere in `Sources`.
    static let traps = Check("no try!, as!, force unwrap, fatalError") { source in
        guard source.target != nil else { return [] }
        let bangs = source.tokens.indices.compactMap { index -> Violation? in
            trap(at: index, in: source.tokens).map { source.violation(source.tokens[index].line, $0) }
        }
        let fatal = occurrences(of: ["fatalError", "("], in: source.tokens).map {
            source.violation(source.tokens[$0].line, "fatalError: throw, or return a finding")
        }
        return bangs + fatal
    }

    private static func trap(at index: Int, in tokens: [Token]) -> String? {
        guard tokens[index].isSign("!"), tokens[index].isGlued, index > 0 else { return nil }
        let last = tokens[index - 1]
        if last.isWord("try") { return "try!: let the error through" }
        if last.isWord("as") { return "as!: use as? and say what is wrong" }
        let isOperand = last.kind == .word || [")", "]", "}", "?"].contains(last.text)
        let isNotEqual = index + 1 < tokens.count && tokens[index + 1].isSign("=") && tokens[index + 1].isGlued
        return isOperand && !isNotEqual ? "force unwrap of \(last.text): use guard let" : nil
    }
}
