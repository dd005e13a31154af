import Hummingbird
import Kernel
import OpenID
import Secrets
import UseCases

/// To the provider and back. Without a provider these addresses are not there.
enum ProviderPages {
    static let endpoints = [
        Endpoint(.get, "/connexion/fournisseur", .everyone, depart),
        Endpoint(.get, "/connexion/retour", .everyone, arrive),
    ]

    private static func redirect(_ call: Call) -> String { call.configuration.publicAddress + "/connexion/retour" }

    private static func provider(_ call: Call) throws -> OpenIDProvider {
        guard let provider = call.configuration.provider else { throw WebFault.notFound }
        return provider
    }

    private static func depart(_ call: Call) async throws -> Response {
        let provider = try provider(call)
        let present = call.cookie.value(in: call.request)
        let secret = present ?? Token.make()
        do {
            let departure = try await provider.begin(
                redirect: redirect(call), isAnew: call.query("neuf") != nil, at: call.installation.clock())
            try await SignOns.remember(
                state: departure.state, secrets: (departure.nonce, departure.verifier),
                target: SignInPages.ownAddress(call.query("retour")), browser: secret,
                call.installation)
            var response = call.seeOther(departure.address)
            if present == nil { response.setCookie(call.cookie.setting(secret)) }
            return response
        } catch let fault as OpenIDFault {
            return try refuse(call, fault)
        }
    }

    private static func arrive(_ call: Call) async throws -> Response {
        let provider = try provider(call)
        guard let state = call.query("state"), let secret = call.cookie.value(in: call.request),
            let signOn = try await SignOns.take(state: state, browser: secret, call.installation)
        else { return try SignInPages.refused(call, Refused(SignInFinding.providerFailed)) }
        // RFC 9207: another provider's answer is not for us.
        if let issuer = call.query("iss"), issuer != provider.settings.issuer {
            return try refuse(call, .issuer(issuer))
        }
        guard let code = call.query("code") else { return try refuse(call, .codeRefused) }
        do {
            let arrival = try await provider.finish(
                code: code, secrets: (signOn.nonce, signOn.verifier), redirect: redirect(call),
                at: call.installation.clock())
            let identity = ProvenIdentity(
                issuer: provider.settings.issuer, subject: arrival.subject, claims: arrival.claims.values)
            let entered = try await ProviderSignIn(identity, browser: call.browser)
                .perform(
                    identityToken: arrival.identityToken, authenticatedAt: arrival.authenticatedAt,
                    on: call.installation)
            // The cookie's session is another now.
            if call.context.visit != nil { try await Sessions.end(secret, call.installation) }
            return call.seeOther(signOn.target, with: entered)
        } catch let fault as OpenIDFault {
            return try refuse(call, fault)
        } catch let refused as Refused {
            return try SignInPages.refused(call, refused)
        }
    }

    /// The person learns that it failed, the log why.
    private static func refuse(_ call: Call, _ fault: OpenIDFault) throws -> Response {
        call.context.logger.warning("provider", metadata: ["fault": "\(fault)"])
        return try SignInPages.refused(call, Refused(SignInFinding.providerFailed))
    }
}
