import Testing

/// The checks stand on telling code from comments and literals.
@Suite struct LexerTests {
    @Test(
        "words of comments and literals are no code",
        arguments: [
            ("a // b", ["a"]),
            ("a /* b /* c */ d */ e", ["a", "e"]),
            (#"let a = "b!" + c"#, ["let", "a", "=", "\"\"", "+", "c"]),
            (#"f("\"b") + c"#, ["f", "(", "\"\"", ")", "+", "c"]),
            (##"x(#"a"b"#, c)"##, ["x", "(", "\"\"", ",", "c", ")"]),
            ("a = \"\"\"\n  b \"c\" \\\"\"\" d\n  \"\"\" + e", ["a", "=", "\"\"", "+", "e"]),
            ("@Test func `a! b`() {}", ["@", "Test", "func", "`a! b`", "(", ")", "{", "}"]),
            ("a.contains(/\"!/) + b", ["a", ".", "contains", "(", "\"\"", ")", "+", "b"]),
            ("a / b / c", ["a", "/", "b", "/", "c"]),
            ("#/a\"b/# + c", ["\"\"", "+", "c"]),
        ])
    func tellsCodeFromText(text: String, expected: [String]) {
        #expect(Lexer.tokens(of: text).map(\.text) == expected)
    }

    @Test("the code of an interpolation counts, nested ones too")
    func readsInterpolations() {
        let words = Lexer.tokens(of: ##"let a = "b \(c("d \(e!)")) f" + #"\(g) \#(h)"#"##)
            .filter { $0.kind == .word }.map(\.text)
        #expect(words == ["let", "a", "c", "e", "h"])
    }

    @Test("lines count through comments and literals")
    func countsLines() {
        let tokens = Lexer.tokens(of: "/* 1\n 2 */ a\n\"\"\"\n4\n\"\"\"\nb")
        #expect(tokens.map(\.line) == [2, 3, 6])
    }
}
