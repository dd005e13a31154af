import Foundation
import TestSupport
import Testing

@testable import OpenID

@Suite("Issue 3 §1, CAL-44: a provider that changes its keys", .serialized) struct RotationTests {
    @Test("a restart with a new key is noticed; PKCE, nonce and code are held against what was begun")
    func rotates() async throws {
        let user = #"{"sub": "u-1", "name": "Fictif"}"#
        let redirect = "http://127.0.0.1:8080/connexion/retour"
        let kept = Kept()
        try await ForeignServer.run("Providers/provider.py", ["0", user]) { port in
            let start = Int(Date().timeIntervalSince1970)
            kept.start = start
            let provider = OpenIDProvider(
                OpenIDSettings(name: "Essai", issuer: "http://127.0.0.1:\(port)/o", client: ("vigie", "secret fictif")))
            kept.provider = (provider, port)
            let departure = try await provider.begin(redirect: redirect, at: start)
            #expect(departure.address.contains("code_challenge_method=S256"))
            let arrival = try await provider.finish(
                code: try await code(departure.address), secrets: (departure.nonce, departure.verifier),
                redirect: redirect, at: start)
            #expect(arrival.subject == "u-1" && arrival.claims["name"] == ["Fictif"])

            // Another verifier: the provider refuses the code. Another nonce: we refuse the token.
            let second = try await provider.begin(redirect: redirect, at: start)
            await #expect(throws: OpenIDFault.codeRefused) {
                try await provider.finish(
                    code: try await code(second.address), secrets: (second.nonce, departure.verifier),
                    redirect: redirect, at: start)
            }
            let third = try await provider.begin(redirect: redirect, at: start)
            await #expect(throws: OpenIDFault.token(.nonce)) {
                try await provider.finish(
                    code: try await code(third.address), secrets: (second.nonce, third.verifier),
                    redirect: redirect, at: start)
            }
        }
        let (provider, port) = try #require(kept.provider)
        let start = kept.start
        try await ForeignServer.run("Providers/provider.py", ["\(port)", user]) { _ in
            // Within ten seconds the keys are not asked again; afterwards the new one is found.
            for (late, isFound) in [(9, false), (11, true)] {
                let departure = try await provider.begin(redirect: redirect, at: start + late)
                let answer = try await code(departure.address)
                do {
                    let arrival = try await provider.finish(
                        code: answer, secrets: (departure.nonce, departure.verifier), redirect: redirect,
                        at: start + late)
                    #expect(isFound && arrival.subject == "u-1")
                } catch {
                    #expect(!isFound && error as? OpenIDFault == .token(.signature))
                }
            }
        }
    }

    @Test("a provider that says it is another is not used")
    func issuer() async throws {
        try await ForeignServer.run("Providers/provider.py", ["0"]) { port in
            let provider = OpenIDProvider(
                OpenIDSettings(name: "Essai", issuer: "http://127.0.0.1:\(port)/o/", client: ("vigie", nil)))
            await #expect(throws: OpenIDFault.issuer("http://127.0.0.1:\(port)/o")) {
                try await provider.begin(redirect: "http://127.0.0.1:8080/connexion/retour", at: 0)
            }
        }
    }

    private final class Kept: @unchecked Sendable {
        /// Set and read by one test, one after the other.
        var provider: (OpenIDProvider, Int)?
        /// Once the provider listens: its tokens are of its own clock.
        var start = 0
    }

    /// What the provider gives to somebody who says yes.
    private func code(_ address: String) async throws -> String {
        var visitor = ProviderVisitor("u-1")
        let back = try await visitor.follow(address)
        let start = try #require(back.firstRange(of: "code="))
        return String(back[start.upperBound...].prefix { $0 != "&" })
    }
}
