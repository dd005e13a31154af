/// Somebody on the way to a provider and back (OpenID Connect).
package struct SignOnRow: Sendable, Hashable {
    /// SHA-256 of what travels as `state`, in hex.
    package let state: String
    /// SHA-256 of the cookie with which it began: nobody else's browser may end it.
    package let browser: String
    package let nonce: String
    /// PKCE's code verifier.
    package let verifier: String
    /// Where to go afterwards.
    package let target: String
    /// Seconds since 1970.
    package let endsAt: Int

    package init(
        state: String, browser: String, secrets: (nonce: String, verifier: String), target: String, endsAt: Int
    ) {
        self.state = state
        self.browser = browser
        (nonce, verifier) = secrets
        self.target = target
        self.endsAt = endsAt
    }
}

extension Connection {
    package func insert(_ signOn: SignOnRow) throws {
        try execute(
            "INSERT INTO sign_on (state, browser, nonce, verifier, target, ends_at) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .text(signOn.state), .text(signOn.browser), .text(signOn.nonce), .text(signOn.verifier),
                .text(signOn.target), .int(Int64(signOn.endsAt)),
            ])
    }

    /// It is there once.
    package func takeSignOn(state: String) throws -> SignOnRow? {
        try first(
            "DELETE FROM sign_on WHERE state = ? RETURNING state, browser, nonce, verifier, target, ends_at",
            [.text(state)]
        ) {
            SignOnRow(
                state: $0.text(0), browser: $0.text(1), secrets: ($0.text(2), $0.text(3)), target: $0.text(4),
                endsAt: Int($0.int(5)))
        }
    }

    package func keepIdentityToken(_ token: String, ofSession digest: String) throws {
        try execute("INSERT INTO provider_session (session, id_token) VALUES (?, ?)", [.text(digest), .text(token)])
    }

    package func identityToken(ofSession digest: String) throws -> String? {
        try first("SELECT id_token FROM provider_session WHERE session = ?", [.text(digest)]) { $0.text(0) }
    }
}
