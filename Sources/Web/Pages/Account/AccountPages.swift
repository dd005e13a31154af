import Hummingbird
import Kernel
import UseCases

/// « Mon compte »: who one is here, the own sessions, the way to password and second factor.
enum AccountPages {
    static let templates = [
        AccountPage.template, PasswordPage.template, PasswordPage.fields, SecondFactorPage.template,
        SecretsPage.template, InvitationPage.template, ConfirmationPage.template,
    ]

    static let endpoints = [
        Endpoint(.get, "/compte", .ownAccount) { call in
            let own = try await OwnAccount.of(call.visit, call.installation)
            return try call.page(AccountPage(own, call.visit, notices: call.doneNotices), .account)
        },
        Endpoint(.post, "/compte/sessions", .ownAccount, endSessions),
        Endpoint(.get, "/compte/mot-de-passe", .ownAccount) { call in
            try call.page(PasswordPage(login: call.visit.actor.login), .account)
        },
        Endpoint(.post, "/compte/mot-de-passe", .ownAccount, changePassword),
    ]

    private static func endSessions(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let visit = try call.visit
        guard let digest = form.value("session") else {
            try await EndSessions.others(of: visit, call.installation)
            return call.seeOther("/compte?fait=sessionsEnded")
        }
        try await EndSessions.one(digest, of: visit, call.installation)
        return call.seeOther("/compte?fait=sessionEnded")
    }

    private static func changePassword(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let visit = try call.visit
        do {
            guard try form.require("new") == form.require("again") else {
                return try call.page(
                    PasswordPage(login: visit.actor.login, fault: .different), .account, status: .unprocessableContent)
            }
            let token = try await SetPassword(
                of: visit.actor.login, to: try form.require("new"),
                .present(try form.require("present"), session: visit.session.digest)
            ).perform(on: call.installation)
            var response = call.seeOther("/")
            if let token { response.setCookie(call.cookie.setting(token)) }
            return response
        } catch let refused as Refused {
            let page = PasswordPage(login: visit.actor.login, fault: FaultPage(refused).lines.first)
            return try call.page(page, .account, status: Refusal.status(of: refused.findings)).retrying(refused)
        }
    }
}
