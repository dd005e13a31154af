import Testing

@testable import Secrets

@Suite("Issue 3 §6: secrets that must be read again are sealed") struct SecretSealTests {
    private let seal = SecretSeal(Array(repeating: 7, count: 32))
    private let secret: [UInt8] = Array(1...20)

    @Test("ASVS 2.8.2, 6.2: what is sealed opens again, and reads differently each time") func opens() throws {
        let (one, other) = (try seal.seal(secret, of: "opi"), try seal.seal(secret, of: "opi"))
        #expect(one != other)
        #expect(seal.open(one, of: "opi") == secret)
        #expect(seal.open(other, of: "opi") == secret)
        #expect(!one.contains(Base32.encode(secret)) && !one.contains(Token.base64URL(secret)))
    }

    @Test("another account's, another key's, cut or changed: it opens nothing") func closed() throws {
        let text = try seal.seal(secret, of: "opi")
        #expect(seal.open(text, of: "other") == nil)
        let foreign = SecretSeal(Array(repeating: 8, count: 32))
        #expect(foreign.open(text, of: "opi") == nil && !foreign.knows(text) && seal.knows(text))
        for end in 0..<text.count { #expect(seal.open(String(text.prefix(end)), of: "opi") == nil) }
        for index in text.indices.dropFirst(12) {
            var changed = text
            changed.replaceSubrange(index...index, with: text[index] == "A" ? "B" : "A")
            // The last character may hold bits that say nothing.
            #expect(seal.open(changed, of: "opi") == nil || index == text.indices.last)
        }
        #expect(seal.open(Base32.encode(secret), of: "opi") == nil)
    }

    @Test("RFC 4648: base64 of both alphabets, with or without padding")
    func base64() {
        for count in 0..<40 {
            let bytes = (0..<count).map { UInt8($0 * 37 % 256) }
            let text = Token.base64URL(bytes)
            #expect(Base64.bytes(text) == bytes)
            #expect(Base64.bytes(text.replacing("-", with: "+").replacing("_", with: "/") + "=") == bytes)
        }
        #expect(Base64.bytes("a b") == nil && Base64.bytes("abcde") == nil && Base64.text("_w") == nil)
    }
}
