import Hummingbird
import Kernel
import UseCases

/// « C'est bien vous ? »: asked before secrets are made or taken away, of whoever came in more than ten minutes ago.
enum ConfirmationPages {
    static let path = "/compte/confirmation"

    static let endpoints = [
        Endpoint(.get, path, .ownAccount, show),
        Endpoint(.post, path, .ownAccount, confirm),
    ]

    /// What comes before an endpoint's own answer; nil: nothing does.
    static func answer(before call: Call) throws -> Response? {
        guard let page = call.endpoint.provesAnewFor, try !call.visit.isProven(at: call.installation.clock()) else {
            return nil
        }
        let back = try page.split(separator: "/").map { part in
            part.hasPrefix(":") ? try call.part(String(part.dropFirst())).formEncoded : String(part)
        }.reduce("") { $0 + "/" + $1 }
        let form = call.request.method == .get ? "" : "&fin=formulaire"
        return call.seeOther("\(path)?retour=\(back.formEncoded)\(form)")
    }

    /// Who came back from the provider has nothing left to do here.
    private static func show(_ call: Call) async throws -> Response {
        let target = SignInPages.ownAddress(call.query("retour"))
        if try call.visit.isProven(at: call.installation.clock()) { return call.seeOther(target) }
        let fault = call.query("essai").map { _ in
            FaultPage(Refused(SignInFinding.providerNotAnew)).lines.first
        }
        return try await page(call, target, fault: fault ?? nil)
    }

    private static func confirm(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let target = SignInPages.ownAddress(form.value("retour"))
        do {
            try await ConfirmIdentity(
                call.visit, password: try form.require("password"), browser: call.browser
            ).perform(on: call.installation)
            return call.seeOther(target)
        } catch let refused as Refused {
            return try await page(
                call, target, fault: FaultPage(refused).lines.first, status: Refusal.status(of: refused.findings)
            ).retrying(refused)
        }
    }

    private static func page(
        _ call: Call, _ target: String, fault: FaultPage.Line?, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let own = try await OwnAccount.of(call.visit, call.installation)
        var page = ConfirmationPage(login: own.listing.account.login, target: target)
        page.hasPassword = own.listing.hasPassword
        page.lostForm = call.query("fin") == "formulaire"
        page.provider = call.configuration.provider?.name
        page.fault = fault
        return try call.page(page, .account, status: status)
    }
}

struct ConfirmationPage: PageModel {
    let title = Catalogue.french.text("account", "confirmTitle")
    /// For the browser's store of passwords.
    let login: String
    let target: String
    var hasPassword = true
    /// A form was sent, of which nothing was kept.
    var lostForm = false
    var provider: String?
    var fault: FaultPage.Line?

    /// There and back, by way of this page, which sees whether the provider asked anew.
    let departure: String

    init(login: String, target: String) {
        (self.login, self.target) = (login, target)
        let back = "\(ConfirmationPages.path)?essai=1&retour=\(target.formEncoded)"
        departure = "/connexion/fournisseur?neuf=1&retour=\(back.formEncoded)"
    }

    static let template = Template(
        "confirmation",
        #"""
        {{<narrow}}{{$content}}
        <p>{{t.account.confirmWhy}}</p>
        {{#page.lostForm}}<p class="notice warned">{{t.account.confirmForm}}</p>{{/page.lostForm}}
        {{#page.hasPassword}}
        <form method="post" action="/compte/confirmation">
        <input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="retour" value="{{page.target}}">
        <input name="username" value="{{page.login}}" autocomplete="username" hidden>
        <p><label for="password">{{t.signIn.password}}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required autofocus></p>
        <p><button class="primary">{{t.account.confirm}}</button></p>
        </form>
        {{/page.hasPassword}}
        {{^page.hasPassword}}
        {{#page.provider}}<p><a class="button primary" href="{{page.departure}}">{{t.account.confirmElsewhere}}
        {{.}}</a></p>
        {{/page.provider}}{{/page.hasPassword}}
        <p><a href="/compte">{{t.account.title}}</a></p>
        {{/content}}{{/narrow}}
        """#)
}

extension Response {
    /// With when to come again, where a pause was refused with (RFC 9110 §10.2.3).
    func retrying(_ refused: Refused) -> Response {
        guard status == .tooManyRequests, let seconds = refused.findings.lazy.compactMap({ $0["seconds"] }).first
        else { return self }
        var response = self
        response.headers[.retryAfter] = seconds
        return response
    }
}
