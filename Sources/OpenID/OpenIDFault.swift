/// Why a provider could not be asked, or its answer not be believed. Nothing of it names a person.
package enum OpenIDFault: Error, Hashable, Sendable {
    /// It does not answer, or with another status than 200.
    case unreachable(endpoint: String)
    /// Its answer is not what the standard says.
    case unreadable(endpoint: String)
    /// It says that it is somebody else than the configuration says.
    case issuer(String)
    /// An address without TLS that is not this machine's.
    case insecure(String)
    /// The code was not exchanged: used, late, or a wrong secret.
    case codeRefused
    /// The identity token is not what was asked for.
    case token(TokenFault)
}

/// What is wrong with an identity token (OpenID Connect Core §3.1.3.7).
package enum TokenFault: String, Hashable, Sendable {
    case signature
    case issuer
    case audience
    case expired
    case notYet
    case nonce
    case subject
}
