import Hummingbird
import Secrets
import UseCases

/// The cookie by which a browser is known from an earlier sign-in, so that other people's failures never make its
/// owner wait. It opens nothing.
struct DeviceCookie: Sendable {
    let name: String
    private let isSecure: Bool
    private static let keptSeconds = 400 * 86_400

    init(_ configuration: WebConfiguration) {
        isSecure = configuration.isSecure
        name = isSecure ? "__Host-vigie-device" : "vigie-device"
    }

    func value(in request: Request) -> String? { request.cookies[name]?.value }

    func setting(_ token: String) -> Cookie {
        Cookie(
            name: name, value: token, maxAge: DeviceCookie.keptSeconds, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }
}

extension Call {
    /// Where the request comes from, as sign-in counts it.
    var browser: Browser {
        Browser(
            address: context.address, agent: request.headers[.userAgent] ?? "",
            device: DeviceCookie(configuration).value(in: request))
    }

    /// Goes on with the session that began.
    func seeOther(_ path: String, with entered: SignedIn) -> Response {
        var response = seeOther(path)
        response.setCookie(cookie.setting(entered.token))
        if let device = entered.device { response.setCookie(DeviceCookie(configuration).setting(device)) }
        return response
    }

    /// A page with a form for somebody without a session, who may have no cookie yet: the form's token follows from
    /// the one that the answer sets.
    func openPage<Model: PageModel>(
        _ place: Place, status: HTTPResponse.Status = .ok, _ model: (_ formToken: String) -> Model
    ) throws -> Response {
        let present = cookie.value(in: request)
        let secret = present ?? Token.make()
        var response = try page(model(SessionCookie.formToken(for: secret)), place, status: status)
        if present == nil { response.setCookie(cookie.setting(secret)) }
        return response
    }
}
