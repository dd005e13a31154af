import Secrets
import Testing

@Suite struct TokenTests {
    @Test(
        "base64url without padding (RFC 4648 §10)",
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"), ("\u{3FF}\u{3FE}", "z7_Pvg"),
        ])
    func base64URL(_ text: String, _ expected: String) {
        #expect(Token.base64URL(Array(text.utf8)) == expected)
    }

    @Test("a token has 256 bits and no two are alike")
    func random() {
        let tokens = (0..<100).map { _ in Token.make() }
        #expect(Set(tokens).count == 100)
        #expect(tokens.allSatisfy { $0.utf8.count == 43 })
    }

    @Test("the digest is SHA-256 in hex (FIPS 180-4)")
    func digest() {
        #expect(Token.digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("what is derived differs by token and by purpose")
    func derived() {
        #expect(Token.derived(from: "a", for: "form") != Token.derived(from: "b", for: "form"))
        #expect(Token.derived(from: "a", for: "form") != Token.derived(from: "a", for: "link"))
        #expect(Token.derived(from: "a", for: "form") == Token.derived(from: "a", for: "form"))
    }

    @Test(
        "equal only when every byte is",
        arguments: [("a", "a", true), ("a", "b", false), ("a", "ab", false), ("", "", true)])
    func equal(_ one: String, _ other: String, _ expected: Bool) {
        #expect(Token.equal(one, other) == expected)
    }
}
