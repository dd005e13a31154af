import Hummingbird
import Kernel
import Secrets
import UseCases

/// Coming in and going out.
enum SignInPages {
    static let templates = [SignInPage.template, CodePage.template, SignedOutPage.template]

    static let endpoints = [
        Endpoint(.get, "/connexion", .everyone) { call in
            guard call.context.visit == nil else { return call.seeOther("/") }
            let hasEnded = call.query("fin") == "formulaire"
            return try signInPage(call, target: call.query("retour"), fault: hasEnded ? .endedSession : nil)
        },
        Endpoint(.post, "/connexion", .everyone, signIn),
        Endpoint(.get, "/connexion/code", .everyone) { call in
            try await codePage(call, target: call.query("retour"))
        },
        Endpoint(.post, "/connexion/code", .everyone, confirm),
        Endpoint(.post, "/deconnexion", .everyone, signOut),
    ]

    private static func signIn(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let (login, target) = (try form.require("login"), form.value("retour"))
        do {
            let entered = try await SignIn(
                login: login, password: try form.require("password"), browser: call.browser
            ).perform(on: call.installation)
            let path = ownAddress(target)
            return call.seeOther(
                entered.awaitsCode ? "/connexion/code?retour=\(path.formEncoded)" : path, with: entered)
        } catch let refused as Refused {
            let status = Refusal.status(of: refused.findings)
            return try signInPage(
                call, login: login, target: target, fault: FaultPage(refused).lines.first, status: status
            ).retrying(refused)
        }
    }

    private static func signInPage(
        _ call: Call, login: String? = nil, target: String?, fault: FaultPage.Line? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        try call.openPage(.signIn, status: status) { token in
            var page = SignInPage(token: token)
            (page.login, page.target, page.fault) = (login, ownAddress(target), fault)
            page.done = call.doneNotices.first?.sentence
            page.endedForm = call.query("fin") == "formulaire" ? "1" : nil
            page.provider = call.configuration.provider?.name
            return page
        }
    }

    /// The sign-in page again, with what went wrong on the way.
    static func refused(_ call: Call, _ refused: Refused) throws -> Response {
        try signInPage(
            call, target: nil, fault: FaultPage(refused).lines.first, status: Refusal.status(of: refused.findings))
    }

    private static func confirm(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let target = ownAddress(form.value("retour"))
        do {
            let entered = try await ConfirmSignIn(
                token: call.cookie.value(in: call.request) ?? "", code: try form.require("code"),
                browser: call.browser
            ).perform(on: call.installation)
            return call.seeOther(target, with: entered)
        } catch let refused as Refused {
            let isLate = refused.findings.contains { $0.code == SignInFinding.codeLate.rawValue }
            let (fault, status) = (FaultPage(refused).lines.first, Refusal.status(of: refused.findings))
            guard !isLate else { return try signInPage(call, target: target, fault: fault, status: status) }
            return try await codePage(call, target: target, fault: fault, status: status).retrying(refused)
        }
    }

    private static func codePage(
        _ call: Call, target: String?, fault: FaultPage.Line? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let token = call.cookie.value(in: call.request),
            try await Sessions.awaitsCode(token, call.installation)
        else { return call.seeOther("/connexion") }
        return try call.page(CodePage(target: ownAddress(target), fault: fault), .signIn, status: status)
    }

    /// Ends the session here; who came in through a provider is offered to leave there too.
    private static func signOut(_ call: Call) async throws -> Response {
        _ = try await call.form()
        let token = call.cookie.value(in: call.request) ?? ""
        let identity = try await Sessions.identityToken(token, call.installation)
        try await Sessions.end(token, call.installation)
        var response = call.seeOther("/connexion")
        if let provider = call.configuration.provider, let identity,
            let address = await provider.logoutAddress(
                identityToken: identity, back: call.configuration.publicAddress + "/connexion",
                at: call.installation.clock())
        {
            response = try call.desk.page(
                SignedOutPage(provider: provider.name, address: address), .signIn, for: nil, formToken: "")
        }
        response.setCookie(call.cookie.setting(Token.make()))
        return response
    }

    /// Only a path of our own: `//elsewhere.example` and `/\elsewhere` are none.
    static func ownAddress(_ target: String?) -> String {
        guard let target, target.hasPrefix("/"), !target.hasPrefix("//"), !target.contains("\\"),
            target.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 })
        else { return "/" }
        return target
    }
}
