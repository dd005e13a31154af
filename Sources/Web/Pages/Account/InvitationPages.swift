import Hummingbird
import Kernel
import UseCases

/// Somebody with a link chooses a password.
enum InvitationPages {
    static let endpoints = [
        Endpoint(.get, "/invitation/:token", .everyone) { call in try await page(call, try call.part("token")) },
        Endpoint(.post, "/invitation", .everyone, accept),
    ]

    private static func page(
        _ call: Call, _ token: String, fault: FaultPage.Line? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let account = try await AcceptInvitation(token: token).account(call.installation)
        return try call.openPage(.signIn, status: status) { formToken in
            var page = InvitationPage(login: account.login, name: account.name, token: token, formToken: formToken)
            page.fault = fault
            return page
        }
    }

    private static func accept(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let token = try form.require("token")
        do {
            guard try form.require("new") == form.require("again") else {
                return try await page(call, token, fault: .different, status: .unprocessableContent)
            }
            try await AcceptInvitation(token: token).perform(password: try form.require("new"), on: call.installation)
            return call.seeOther("/connexion?fait=invitation")
        } catch let refused as Refused {
            let isGone = refused.findings.contains { $0.code == SignInFinding.invitationGone.rawValue }
            guard !isGone else { throw refused }
            return try await page(
                call, token, fault: FaultPage(refused).lines.first, status: Refusal.status(of: refused.findings))
        }
    }
}

struct InvitationPage: PageModel {
    let title = Catalogue.french.text("account", "welcome")
    let login: String
    let name: String
    let token: String
    let formToken: String
    var fault: FaultPage.Line?
    let least = PasswordPolicy.leastCharacters

    static let template = Template(
        "invitation",
        #"""
        {{<narrow}}{{$content}}
        <p>{{page.name}}, {{t.account.welcomeText}} <strong>{{page.login}}</strong>.</p>
        <form method="post" action="/invitation">
        <input type="hidden" name="_form" value="{{page.formToken}}">
        <input type="hidden" name="token" value="{{page.token}}">
        <input name="username" value="{{page.login}}" autocomplete="username" hidden>
        {{>new-password}}
        <p><button class="primary">{{t.account.choose}}</button></p>
        </form>
        {{/content}}{{/narrow}}
        """#)
}
