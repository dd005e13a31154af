import JWTKit

/// What an access token says (RFC 9068 §2.2).
package struct AccessClaims: Sendable, Hashable, Codable {
    package let issuer: String
    package let audience: String
    /// The client: nobody else stands behind a grant of client credentials.
    package let subject: String
    package let client: String
    /// Seconds since 1970.
    package let issuedAt: Int
    package let expiresAt: Int
    /// Unlike that of every other token.
    package let identifier: String

    private enum CodingKeys: String, CodingKey {
        case issuer = "iss"
        case audience = "aud"
        case subject = "sub"
        case client = "client_id"
        case issuedAt = "iat"
        case expiresAt = "exp"
        case identifier = "jti"
    }

    package init(issuer: String, audience: String, client: String, from now: Int, seconds: Int) {
        self.issuer = issuer
        self.audience = audience
        subject = client
        self.client = client
        issuedAt = now
        expiresAt = now + seconds
        identifier = Token.make()
    }
}

/// Why a token is not accepted; who sends it is told only that.
package enum AccessTokenFault: Error, Hashable, Sendable {
    case malformed
    /// Another type or algorithm than the one that we sign with, or an extension that we do not know.
    case algorithm
    /// No key of ours has this name: it may have been made a moment ago.
    case unknownKey
    case signature
    case issuer
    case audience
    case expired
    case notYet
}

/// Access tokens, signed and proven. There is one algorithm, and what a token says of its own is only held against it.
package enum AccessToken {
    package static let type = "at+jwt"
    package static let algorithm = "ES256"
    /// Clocks of two servers that differ by so much are forgiven.
    private static let leewaySeconds = 60
    private static let mostBytes = 4096

    package static func sign(_ claims: AccessClaims, with key: SigningKey) async throws -> String {
        let kid = JWKIdentifier(string: key.id)
        let ring = JWTKeyCollection()
        await ring.add(ecdsa: try ES256PrivateKey(backing: key.pair), kid: kid)
        return try await ring.sign(Payload(claims: claims), kid: kid, header: ["typ": .string(type)])
    }

    /// - Throws: `AccessTokenFault`.
    package static func verify(
        _ token: String, with keys: [SigningKey], issuer: String, audience: String, at now: Int
    ) async throws(AccessTokenFault) -> AccessClaims {
        let claims = try await signed(token, keys)
        guard claims.issuer == issuer else { throw .issuer }
        guard claims.audience == audience else { throw .audience }
        guard now < claims.expiresAt else { throw .expired }
        guard claims.issuedAt <= now + leewaySeconds else { throw .notYet }
        return claims
    }

    private static func signed(_ token: String, _ keys: [SigningKey]) async throws(AccessTokenFault) -> AccessClaims {
        guard token.utf8.count <= mostBytes else { throw .malformed }
        let header: JWTHeader
        do { header = try DefaultJWTParser().parse(Array(token.utf8), as: Payload.self).header } catch {
            throw .malformed
        }
        // RFC 9068 §4, RFC 8725 §3.1: what the token claims of itself chooses nothing.
        guard header.typ?.lowercased() == type, header.alg == algorithm, header.crit == nil else { throw .algorithm }
        guard let key = keys.first(where: { $0.id == header.kid }) else { throw .unknownKey }
        do {
            let ring = JWTKeyCollection()
            let only = JWKIdentifier(string: key.id)
            await ring.add(ecdsa: try ES256PublicKey(backing: key.pair.publicKey), kid: only)
            return try await ring.verify(token, as: Payload.self).claims
        } catch {
            throw .signature
        }
    }

    private struct Payload: JWTPayload {
        let claims: AccessClaims

        init(claims: AccessClaims) { self.claims = claims }
        init(from decoder: any Decoder) throws { claims = try AccessClaims(from: decoder) }
        func encode(to encoder: any Encoder) throws { try claims.encode(to: encoder) }
        /// What the claims must say is judged after the signature, by `verify`.
        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }
}
