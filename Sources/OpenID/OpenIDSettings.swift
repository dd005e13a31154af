/// What an installation says about its provider.
package struct OpenIDSettings: Sendable {
    /// What the sign-in page calls it.
    package let name: String
    /// As the provider writes it in its tokens, to the letter.
    package let issuer: String
    package let clientID: String
    /// nil for a public client, whose only proof is PKCE.
    package let clientSecret: String?
    /// Beside `openid`.
    package let scopes: [String]

    package init(
        name: String, issuer: String, client: (id: String, secret: String?), scopes: [String] = ["profile", "email"]
    ) {
        self.name = name
        self.issuer = issuer
        (clientID, clientSecret) = client
        self.scopes = scopes
    }

    /// TLS, but on this machine.
    /// - Throws: `OpenIDFault.insecure`.
    static func requireSafe(_ address: String) throws(OpenIDFault) {
        let local = ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"]
        guard address.hasPrefix("https://") || local.contains(where: address.hasPrefix) else {
            throw .insecure(address)
        }
    }
}
