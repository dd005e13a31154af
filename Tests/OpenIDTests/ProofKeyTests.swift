import OpenID
import Testing

@Suite("Issue 3 §1: proof keys (RFC 7636)") struct ProofKeyTests {
    @Test("the challenge is that of the standard's appendix B")
    func appendixB() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        #expect(ProofKey.challenge(of: verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test("a verifier has 43 unreserved characters, and no two are alike")
    func verifiers() {
        let verifiers = (0..<50).map { _ in ProofKey.makeVerifier() }
        #expect(Set(verifiers).count == 50)
        for verifier in verifiers {
            #expect(verifier.count == 43 && verifier.allSatisfy { $0.isLetter || $0.isNumber || "-._~".contains($0) })
        }
    }
}
