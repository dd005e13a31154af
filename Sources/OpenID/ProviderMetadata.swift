/// What a provider says of itself (OpenID Connect Discovery 1.0 §3), as far as it is used.
struct ProviderMetadata: Decodable, Sendable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let jwksUri: String
    let userinfoEndpoint: String?
    let endSessionEndpoint: String?
    let tokenEndpointAuthMethodsSupported: [String]?

    enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case jwksUri = "jwks_uri"
        case userinfoEndpoint = "userinfo_endpoint"
        case endSessionEndpoint = "end_session_endpoint"
        case tokenEndpointAuthMethodsSupported = "token_endpoint_auth_methods_supported"
    }

    /// - Throws: `OpenIDFault` unless it is the issuer that was asked, and every address is safe.
    func require(issuer expected: String) throws(OpenIDFault) {
        guard issuer == expected else { throw .issuer(issuer) }
        let addresses = [authorizationEndpoint, tokenEndpoint, jwksUri, userinfoEndpoint, endSessionEndpoint]
        for address in addresses.compactMap({ $0 }) { try OpenIDSettings.requireSafe(address) }
    }

    /// `client_secret_basic` is what every provider must know unless it says otherwise (§3).
    var takesBasic: Bool { tokenEndpointAuthMethodsSupported?.contains("client_secret_basic") ?? true }
}
