import Hummingbird
import Kernel
import UseCases

/// One's own tokens for programs: made, shown once, revoked.
struct TokensPage: PageModel {
    struct Line: Sendable {
        let id: Int64
        let name: String
        let created: String
        let expires: String
        let used: String
        let state: String
        let isActive: Bool
    }

    let title = Catalogue.french.text("tokens", "title")
    let lines: [Line]
    /// The secret of the token just made.
    var secret: String?
    var fault: FaultPage.Line?
    var notices: [Notice] = []
    let isRefused = false
    /// Whether the account may be told of anything.
    var hasWebhooks = false
    var name = ""
    var days = "90"
    let mostDays = CreateCredential.mostDays
    let mostCharacters = CreateCredential.mostNameCharacters
    let isEmpty: Bool

    init(_ lines: [Line]) {
        self.lines = lines
        isEmpty = lines.isEmpty
    }

    static let template = Template(
        "tokens",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p>{{t.tokens.intro}} <a href="/api">{{t.tokens.guide}}</a>{{#page.hasWebhooks}} · <a
        href="/compte/webhooks">{{t.webhooks.title}}</a>{{/page.hasWebhooks}}</p>
        {{#page.secret}}<div class="notice" role="status"><p><label for="secret">{{t.tokens.shown}}</label></p>
        <p><input id="secret" class="secret" value="{{.}}" readonly autocomplete="off" spellcheck="false"></p></div>
        {{/page.secret}}
        {{>notices}}{{>fault-notice}}
        <section><h2>{{t.tokens.new}}</h2>
        <form method="post" action="/compte/jetons"><input type="hidden" name="_form" value="{{form}}">
        <p><label for="name">{{t.tokens.name}}</label>
        <input id="name" name="name" value="{{page.name}}" maxlength="{{page.mostCharacters}}" required></p>
        <p><label for="days">{{t.tokens.days}}</label>
        <input id="days" name="days" type="number" min="1" max="{{page.mostDays}}" value="{{page.days}}" required></p>
        <p><button class="primary">{{t.tokens.make}}</button></p></form></section>
        <section><h2>{{t.tokens.mine}}</h2>
        {{#page.isEmpty}}<p>{{t.tokens.none}}</p>{{/page.isEmpty}}
        {{^page.isEmpty}}<div class="wide" tabindex="0" role="region" aria-label="{{t.tokens.mine}}">
        <table class="list"><thead><tr><th scope="col">{{t.tokens.name}}</th><th scope="col">{{t.tokens.created}}</th>
        <th scope="col">{{t.tokens.expires}}</th><th scope="col">{{t.tokens.used}}</th>
        <th scope="col">{{t.tokens.state}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row">{{name}}</th><td>{{created}}</td><td>{{expires}}</td>
        <td>{{used}}</td><td>{{state}}{{#isActive}}
        <form method="post" action="/compte/jetons/{{id}}/revocation">
        <input type="hidden" name="_form" value="{{form}}">
        <button class="plain" aria-label="{{t.tokens.revoke}} {{name}}">{{t.tokens.revoke}}</button>
        </form>{{/isActive}}</td></tr>{{/page.lines}}</tbody></table></div>{{/page.isEmpty}}</section>
        {{/main}}{{/layout}}
        """#)
}

extension TokensPage.Line {
    init(_ line: ListCredentials.Line, today: Day) {
        let credential = line.credential
        let isExpired = credential.expiresOn.map { $0 < today } ?? false
        id = credential.id
        name = credential.name
        created = credential.createdAt
        expires = credential.expiresOn?.french ?? "—"
        used = line.usedAt ?? "—"
        isActive = credential.revokedAt == nil && !isExpired
        let key = credential.revokedAt != nil ? "revoked" : isExpired ? "expired" : "active"
        state = Catalogue.french.text("tokens", key)
    }
}
