/// A word or a sign of Swift code. Comments give none; a string literal gives one token, and its interpolations
/// theirs.
struct Token: Equatable {
    enum Kind { case word, sign, literal }

    let kind: Kind
    /// The word, the single sign, or `""` for any literal, so that no check fires inside one.
    let text: String
    /// Counts from 1.
    let line: Int
    /// Nothing stands between this token and the one before, not even a space.
    let isGlued: Bool

    func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }
    func isWord(_ word: String) -> Bool { kind == .word && text == word }
}

/// Finds a run of tokens by their texts; literals match nothing.
func occurrences(of pattern: [String], in tokens: [Token]) -> [Int] {
    guard tokens.count >= pattern.count else { return [] }
    return (0...(tokens.count - pattern.count)).filter { start in
        zip(tokens[start...], pattern).allSatisfy { $0.kind != .literal && $0.text == $1 }
    }
}
