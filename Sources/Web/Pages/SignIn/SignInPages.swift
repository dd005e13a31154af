import Hummingbird
import Kernel
import Secrets
import UseCases

/// Coming in and going out.
enum SignInPages {
    static let templates = [SignInPage.template, PasswordPage.template]

    static let endpoints = [
        Endpoint(.get, "/connexion", .everyone) { call in
            guard call.context.visit == nil else { return call.seeOther("/") }
            return try signInPage(call, target: call.query("retour"))
        },
        Endpoint(.post, "/connexion", .everyone, signIn),
        Endpoint(.post, "/deconnexion", .everyone) { call in
            _ = try await call.form()
            if let token = call.cookie.value(in: call.request) { try await Sessions.end(token, call.installation) }
            var response = call.seeOther("/connexion")
            response.setCookie(call.cookie.setting(Token.make()))
            return response
        },
        Endpoint(.get, "/compte/mot-de-passe", .signedIn) { try $0.page(PasswordPage(), .account) },
        Endpoint(.post, "/compte/mot-de-passe", .signedIn, changePassword),
    ]

    private static func signIn(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let (login, target) = (try form.require("login"), form.value("retour"))
        do {
            let browser = SignIn.Browser(
                address: call.context.address, agent: call.request.headers[.userAgent] ?? "")
            let token = try await SignIn(login: login, password: try form.require("password"), browser: browser)
                .perform(on: call.installation)
            var response = call.seeOther(ownAddress(target))
            response.setCookie(call.cookie.setting(token))
            return response
        } catch let refused as Refused {
            let status = Refusal.status(of: refused.findings)
            return try signInPage(
                call, login: login, target: target, fault: FaultPage(refused).lines.first, status: status)
        }
    }

    /// With a cookie for a stranger, from which the form's token follows.
    private static func signInPage(
        _ call: Call, login: String? = nil, target: String?, fault: FaultPage.Line? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let secret = call.cookie.value(in: call.request) ?? Token.make()
        var page = SignInPage(token: SessionCookie.formToken(for: secret))
        (page.login, page.target, page.fault) = (login, ownAddress(target), fault)
        var response = try call.page(page, .signIn, status: status)
        if call.cookie.value(in: call.request) == nil { response.setCookie(call.cookie.setting(secret)) }
        return response
    }

    /// Only a path of our own: `//elsewhere.example` and `/\elsewhere` are none.
    private static func ownAddress(_ target: String?) -> String {
        guard let target, target.hasPrefix("/"), !target.hasPrefix("//"), !target.contains("\\"),
            target.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 })
        else { return "/" }
        return target
    }

    private static func changePassword(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let visit = try call.visit
        do {
            guard try form.require("new") == form.require("again") else {
                return try call.page(PasswordPage(fault: .different), .account, status: .unprocessableContent)
            }
            try await SetPassword(
                of: visit.actor.login, to: try form.require("new"),
                .present(try form.require("present"), session: visit.session.digest)
            ).perform(on: call.installation)
            return call.seeOther("/")
        } catch let refused as Refused {
            let page = PasswordPage(fault: FaultPage(refused).lines.first)
            return try call.page(page, .account, status: Refusal.status(of: refused.findings))
        }
    }
}
