import Secrets
import Testing

@Suite("Issue 3 §1: time-based codes (RFC 6238, RFC 4648)") struct TimeCodeTests {
    /// RFC 6238, appendix B, SHA-1, eight digits.
    private static let vectors: [(seconds: Int, code: String)] = [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ]
    private static let secret = Array("12345678901234567890".utf8)

    @Test("the codes are those of the standard's appendix B", arguments: vectors)
    func appendixB(_ seconds: Int, _ code: String) {
        #expect(
            TimeCode.code(secret: Self.secret, step: TimeCode.step(at: seconds), digits: 8) == code)
    }

    /// RFC 4648 §10, without padding.
    @Test(
        "Base32 is that of the standard, there and back",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(_ text: String, _ encoded: String) {
        #expect(Base32.encode(Array(text.utf8)) == encoded)
        #expect(Base32.decode(encoded) == Array(text.utf8))
    }

    @Test("Base32 refuses what is not of its alphabet", arguments: ["mzxw6", "M1", "M=", "MZ XQ"])
    func base32Refuses(_ text: String) { #expect(Base32.decode(text) == nil) }

    @Test(
        "a code holds one step before and one after its own, and no longer",
        arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)])
    func drift(_ steps: Int, _ isAccepted: Bool) {
        let now = 1_000_000_020
        let code = TimeCode.code(secret: Self.secret, step: TimeCode.step(at: now) + steps)
        let step = TimeCode.matchingStep(code, secret: Self.secret, at: now, after: 0)
        #expect(step == (isAccepted ? TimeCode.step(at: now) + steps : nil))
    }

    @Test("a step that was used, and those before it, are refused")
    func replay() {
        let now = 1_000_000_020
        let step = TimeCode.step(at: now)
        let code = TimeCode.code(secret: Self.secret, step: step)
        #expect(TimeCode.matchingStep(code, secret: Self.secret, at: now, after: step - 1) == step)
        #expect(TimeCode.matchingStep(code, secret: Self.secret, at: now, after: step) == nil)
        let before = TimeCode.code(secret: Self.secret, step: step - 1)
        #expect(TimeCode.matchingStep(before, secret: Self.secret, at: now, after: step) == nil)
    }

    @Test("the enrolment's address percent-encodes what a login may hold")
    func address() {
        let address = TimeCode.address(secret: Self.secret, issuer: "Vigie", account: "a@b é")
        #expect(
            address == "otpauth://totp/Vigie:a%40b%20%C3%A9?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Vigie")
    }

    @Test("a recovery code opens however it is typed, and its digest depends on the salt")
    func recovery() {
        let code = RecoveryCode.make()
        #expect(code.count == 19)
        let digest = RecoveryCode.digest(code, salt: "s")
        #expect(RecoveryCode.digest(" " + code.uppercased().replacing("-", with: " "), salt: "s") == digest)
        #expect(RecoveryCode.digest(code, salt: "t") != digest)
        #expect(RecoveryCode.digest(RecoveryCode.make(), salt: "s") != digest)
    }
}
