import FoundationEssentials
import Secrets

/// A provider of identities, as a relying party talks to it: there with a request, back with a code, and the code into
/// proven claims.
package struct OpenIDProvider: Sendable {
    package let settings: OpenIDSettings
    private let calls = ProviderCalls()
    private let book: ProviderBook

    package var name: String { settings.name }

    package init(_ settings: OpenIDSettings) {
        self.settings = settings
        book = ProviderBook(issuer: settings.issuer, calls: calls)
    }

    /// Somebody on the way to the provider.
    package struct Departure: Sendable {
        /// Where the browser goes.
        package let address: String
        /// Comes back with the browser.
        package let state: String
        /// Comes back in the token.
        package let nonce: String
        /// Never leaves this side until the code is exchanged.
        package let verifier: String
    }

    /// Who came back.
    package struct Arrival: Sendable {
        package let subject: String
        package let claims: Claims
        /// For the logout.
        package let identityToken: String
        /// When the person showed who they are, in seconds since 1970; nil: the provider does not say.
        package let authenticatedAt: Int?
    }

    /// - Parameters:
    ///   - redirect: our address for the way back.
    ///   - isAnew: the person is to show who they are, even where the provider knows them (Core §3.1.2.1).
    /// - Throws: `OpenIDFault`.
    package func begin(redirect: String, isAnew: Bool = false, at now: Int) async throws -> Departure {
        let metadata = try await book.metadata(at: now)
        let (state, nonce, verifier) = (Token.make(), Token.make(), ProofKey.makeVerifier())
        let address = Query.adding(
            [
                "response_type": "code", "client_id": settings.clientID, "redirect_uri": redirect,
                "scope": (["openid"] + settings.scopes).joined(separator: " "), "state": state, "nonce": nonce,
                "code_challenge": ProofKey.challenge(of: verifier), "code_challenge_method": "S256",
            ], to: metadata.authorizationEndpoint)
        let anew = isAnew ? Query.adding(["prompt": "login", "max_age": "0"], to: address) : address
        return Departure(address: anew, state: state, nonce: nonce, verifier: verifier)
    }

    /// Exchanges the code and checks all that came.
    /// - Parameter secrets: those of the departure.
    /// - Throws: `OpenIDFault`.
    package func finish(
        code: String, secrets: (nonce: String, verifier: String), redirect: String, at now: Int
    ) async throws -> Arrival {
        let metadata = try await book.metadata(at: now)
        let tokens = try await exchange(code, secrets.verifier, redirect, metadata)
        let identifier = try IdentityToken.keyIdentifier(tokens.idToken)
        let expectation = IdentityToken.Expectation(
            issuer: settings.issuer, audience: settings.clientID, nonce: secrets.nonce, now: now)
        let ring = try await book.keys(at: now) { !$0.candidates(identifier).isEmpty }
        let token = try await verified(tokens.idToken, ring, identifier, expectation)
        let more = try await userClaims(metadata, tokens.accessToken, of: token.subject)
        return Arrival(
            subject: token.subject, claims: token.claims.filled(from: more), identityToken: tokens.idToken,
            authenticatedAt: token.claims.seconds["auth_time"])
    }

    /// A provider whose tokens name no key may have changed it unnoticed: then the keys are asked once more.
    private func verified(
        _ text: String, _ ring: KeyRing, _ identifier: String?, _ expectation: IdentityToken.Expectation
    ) async throws -> IdentityToken {
        do {
            return try await IdentityToken(text, keys: ring.candidates(identifier), expectation)
        } catch OpenIDFault.token(.signature) where identifier == nil {
            let newer = try await book.keys(at: expectation.now) { _ in false }
            return try await IdentityToken(text, keys: newer.candidates(nil), expectation)
        }
    }

    /// Where to end the provider's session too (RP-Initiated Logout 1.0 §2); nil when it has no such place or cannot be
    /// asked: the session here is over in any case.
    /// - Parameter back: our address for afterwards.
    package func logoutAddress(identityToken: String, back: String, at now: Int) async -> String? {
        do {
            guard let place = try await book.metadata(at: now).endSessionEndpoint else { return nil }
            return Query.adding(
                [
                    "id_token_hint": identityToken, "client_id": settings.clientID,
                    "post_logout_redirect_uri": back,
                ], to: place)
        } catch {
            return nil
        }
    }

    private struct Tokens: Decodable {
        let idToken: String
        let accessToken: String?

        enum CodingKeys: String, CodingKey {
            case idToken = "id_token"
            case accessToken = "access_token"
        }
    }

    private func exchange(
        _ code: String, _ verifier: String, _ redirect: String, _ metadata: ProviderMetadata
    ) async throws -> Tokens {
        var form = Query.encode([
            "grant_type": "authorization_code", "code": code, "redirect_uri": redirect, "code_verifier": verifier,
        ])
        var authorization: String?
        if let secret = settings.clientSecret, metadata.takesBasic {
            let pair = "\(Query.encode(settings.clientID)):\(Query.encode(secret))"
            authorization = "Basic \(Data(pair.utf8).base64EncodedString())"
        } else {
            form += "&" + Query.encode(["client_id": settings.clientID])
            if let secret = settings.clientSecret { form += "&" + Query.encode(["client_secret": secret]) }
        }
        let (status, body) = try await calls.post(form, to: metadata.tokenEndpoint, authorization: authorization)
        guard status == 200 else { throw OpenIDFault.codeRefused }
        return try calls.decode(body, of: metadata.tokenEndpoint)
    }

    /// What the provider tells beside the token; it must speak of the same person (Core §5.3.2).
    private func userClaims(_ metadata: ProviderMetadata, _ access: String?, of subject: String) async throws -> Claims
    {
        guard let place = metadata.userinfoEndpoint, let access else { return Claims([:]) }
        let claims: Claims = try await calls.get(place, bearer: access)
        guard claims["sub"] == [subject] else { throw OpenIDFault.token(.subject) }
        return claims
    }
}
