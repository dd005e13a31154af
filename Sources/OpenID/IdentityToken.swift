import JWTKit

/// An identity token whose signature, issuer, audience, times and nonce are right (OpenID Connect Core §3.1.3.7).
struct IdentityToken: Sendable {
    let subject: String
    let claims: Claims

    /// What it must have been made for.
    struct Expectation: Sendable {
        let issuer: String
        let audience: String
        let nonce: String
        /// Seconds since 1970.
        let now: Int
    }

    /// Clocks that differ by a minute are forgiven.
    private static let leewaySeconds = 60

    /// The signature comes first; what an unsigned token says is not looked at.
    /// - Throws: `OpenIDFault.token`.
    init(_ text: String, keys: [JWK], _ expectation: Expectation) async throws {
        claims = try await IdentityToken.signed(text, keys)
        subject = try IdentityToken.require(claims, expectation)
    }

    /// The `kid` of a token that is not verified yet: which key to look for, and no more.
    static func keyIdentifier(_ text: String) throws -> String? {
        do {
            return try DefaultJWTParser().parse(Array(text.utf8), as: Payload.self).header.kid
        } catch {
            throw OpenIDFault.token(.signature)
        }
    }

    private static func signed(_ text: String, _ keys: [JWK]) async throws -> Claims {
        for var key in keys {
            key.keyIdentifier = nil
            do {
                let ring = JWTKeyCollection()
                key.keyIdentifier = JWKIdentifier(string: "only")
                try await ring.add(jwk: key)
                return try await ring.verify(text, as: Payload.self).claims
            } catch {
                // Not this key's: the next one may be.
                continue
            }
        }
        throw OpenIDFault.token(.signature)
    }

    /// - Returns: the subject.
    private static func require(_ claims: Claims, _ expected: Expectation) throws(OpenIDFault) -> String {
        guard claims["iss"] == [expected.issuer] else { throw .token(.issuer) }
        let audience = claims["aud"]
        guard audience.contains(expected.audience) else { throw .token(.audience) }
        if audience.count > 1 || !claims["azp"].isEmpty {
            guard claims["azp"] == [expected.audience] else { throw .token(.audience) }
        }
        guard let expiry = claims.seconds["exp"], expected.now < expiry + leewaySeconds else { throw .token(.expired) }
        let earliest = max(claims.seconds["iat"] ?? 0, claims.seconds["nbf"] ?? 0)
        guard earliest <= expected.now + leewaySeconds else { throw .token(.notYet) }
        guard claims["nonce"] == [expected.nonce] else { throw .token(.nonce) }
        guard let subject = claims["sub"].first, !subject.isEmpty, subject.utf8.count <= 255 else {
            throw .token(.subject)
        }
        return subject
    }

    private struct Payload: JWTPayload {
        let claims: Claims

        init(from decoder: any Decoder) throws { claims = try Claims(from: decoder) }
        func encode(to encoder: any Encoder) throws { try claims.encode(to: encoder) }
        /// What the claims must say is judged after the signature, by `require`.
        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }
}
