import Hummingbird
import Secrets

/// The cookie by which a browser is known: a session's secret for who is signed in, a secret of its own for a stranger,
/// who needs one to be protected from forged sign-ins.
struct SessionCookie: Sendable {
    let name: String
    private let isSecure: Bool

    /// Over TLS the name's prefix forbids that a neighbour domain sets it.
    init(_ configuration: WebConfiguration) {
        isSecure = configuration.isSecure
        name = isSecure ? "__Host-vigie" : "vigie"
    }

    func value(in request: Request) -> String? { request.cookies[name]?.value }

    func setting(_ token: String) -> Cookie {
        Cookie(name: name, value: token, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    /// The hidden field of every form: it follows from the cookie, which no other site can read or set.
    static func formToken(for cookie: String) -> String { Token.derived(from: cookie, for: "form") }
}
