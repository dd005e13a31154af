import JWTKit
import Testing

@testable import Secrets

@Suite("Issue 3 §1: access tokens are JWT (RFC 9068)") struct AccessTokenTests {
    static let now = 1_613_376_000
    static let issuer = "https://vigie.example"
    static let audience = "https://vigie.example/api/v1"
    let key = SigningKey.make(at: now)

    private func claims(from now: Int = now, issuer: String = issuer, audience: String = audience) -> AccessClaims {
        AccessClaims(issuer: issuer, audience: audience, client: "vigie-7", from: now, seconds: 900)
    }

    private func verify(_ token: String, at now: Int = now) async throws -> AccessClaims {
        try await AccessToken.verify(
            token, with: [key], issuer: AccessTokenTests.issuer, audience: AccessTokenTests.audience, at: now)
    }

    @Test("a token says who gave it, for whom, for what and until when, and each has a name of its own")
    func content() async throws {
        let (one, other) = (claims(), claims())
        let found = try await verify(AccessToken.sign(one, with: key), at: AccessTokenTests.now + 899)
        #expect(found == one)
        #expect(found.subject == "vigie-7" && found.client == "vigie-7")
        #expect(found.expiresAt - found.issuedAt == 900)
        #expect(one.identifier != other.identifier)
        let parsed = try await DefaultJWTParser().parse(Array(AccessToken.sign(one, with: key).utf8), as: Loose.self)
        #expect(parsed.header.typ == "at+jwt" && parsed.header.alg == "ES256" && parsed.header.kid == key.id)
    }

    @Test("a claim or a signature that was changed is seen, wherever it was changed", arguments: [1, 2])
    func tampered(_ part: Int) async throws {
        var parts = try await AccessToken.sign(claims(), with: key).split(separator: ".").map(String.init)
        for position in [0, parts[part].count / 2] {
            let original = parts[part]
            var letters = Array(original)
            letters[position] = letters[position] == "A" ? "B" : "A"
            parts[part] = String(letters)
            await #expect(throws: AccessTokenFault.self) { try await verify(parts.joined(separator: ".")) }
            parts[part] = original
        }
        #expect(try await verify(parts.joined(separator: ".")).client == "vigie-7")
    }

    @Test("a token ends to the second, and one from the future is none")
    func times() async throws {
        let token = try await AccessToken.sign(claims(), with: key)
        await #expect(throws: AccessTokenFault.expired) { try await verify(token, at: AccessTokenTests.now + 900) }
        await #expect(throws: AccessTokenFault.notYet) { try await verify(token, at: AccessTokenTests.now - 61) }
        _ = try await verify(token, at: AccessTokenTests.now - 60)
    }

    @Test("a token of another installation, or for another service, opens nothing")
    func elsewhere() async throws {
        let foreign = try await AccessToken.sign(claims(issuer: "https://autre.example"), with: key)
        await #expect(throws: AccessTokenFault.issuer) { try await verify(foreign) }
        let other = try await AccessToken.sign(claims(audience: "https://vigie.example/autre"), with: key)
        await #expect(throws: AccessTokenFault.audience) { try await verify(other) }
        let stranger = try await AccessToken.sign(claims(), with: .make(at: AccessTokenTests.now))
        await #expect(throws: AccessTokenFault.unknownKey) { try await verify(stranger) }
    }

    @Test("RFC 8725 §2.1: another algorithm than ours chooses nothing, not even with our public key as its secret")
    func algorithms() async throws {
        let ring = JWTKeyCollection()
        let (x, y) = key.coordinates
        await ring.add(hmac: HMACKey(from: x + y), digestAlgorithm: .sha256, kid: "hmac")
        await ring.add(ecdsa: ES384PrivateKey(), kid: "es384")
        await ring.addUnsecuredNone(kid: "none")
        for kid: JWKIdentifier in ["hmac", "es384", "none"] {
            let token = try await ring.sign(
                Loose(claims: claims()), kid: kid, header: ["typ": "at+jwt", "kid": .string(key.id)])
            let renamed = try AccessTokenTests.renamed(token, key.id)
            await #expect(throws: AccessTokenFault.self) { try await verify(token) }
            await #expect(throws: AccessTokenFault.algorithm) { try await verify(renamed) }
        }
    }

    @Test("RFC 9068 §2.1: a token of another type, such as an identity token, is no access token")
    func types() async throws {
        let ring = JWTKeyCollection()
        await ring.add(ecdsa: try ES256PrivateKey(backing: key.pair), kid: JWKIdentifier(string: key.id))
        for header: JWTHeader in [[:], ["typ": "at+jwt", "crit": ["exp"]]] {
            let token = try await ring.sign(
                Loose(claims: claims()), kid: JWKIdentifier(string: key.id), header: header)
            await #expect(throws: AccessTokenFault.algorithm) { try await verify(token) }
        }
        for text in ["", ".", "..", "a.b.c", "e30.e30.", String(repeating: "a.", count: 4000)] {
            await #expect(throws: AccessTokenFault.malformed) { try await verify(text) }
        }
    }

    /// The same with our key's name in its header.
    private static func renamed(_ token: String, _ id: String) throws -> String {
        var parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let header = String(decoding: try #require(Base64.bytes(parts[0])), as: UTF8.self)
        let named = header.replacing(/"kid":"[^"]*"/, with: "\"kid\":\"\(id)\"")
        parts[0] = Token.base64URL(Array(named.utf8))
        return parts.joined(separator: ".")
    }

    private struct Loose: JWTPayload {
        let claims: AccessClaims
        init(claims: AccessClaims) { self.claims = claims }
        init(from decoder: any Decoder) throws { claims = try AccessClaims(from: decoder) }
        func encode(to encoder: any Encoder) throws { try claims.encode(to: encoder) }
        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }
}
