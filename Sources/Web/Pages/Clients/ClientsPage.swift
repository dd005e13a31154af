import Kernel
import UseCases

/// What programs carry, of all accounts: clients made, given a new secret, revoked; tokens revoked.
struct ClientsPage: PageModel {
    struct Line: Sendable {
        let id: Int64
        let identity: String
        let name: String
        let login: String
        let expires: String
        let used: String
        let state: String
        let isActive: Bool
        let mayRotate: Bool
    }

    let title = Catalogue.french.text("clients", "title")
    let lines: [Line]
    var notices: [Notice] = []
    var isRefused = false
    /// Of the client just made, or given a new secret.
    var identity: String?
    var secret: String?
    var login = ""
    var name = ""
    var days = ""
    let mostDays = CreateCredential.mostDays
    let mostCharacters = CreateCredential.mostNameCharacters

    init(_ lines: [ListCredentials.Line], today: Day) {
        self.lines = lines.map { line in
            let shown = TokensPage.Line(line, today: today)
            let isClient = line.credential.kind == .client
            return Line(
                id: shown.id,
                identity: isClient
                    ? IssueAccessToken.clientID(shown.id) : Catalogue.french.text("clients", "personal"),
                name: shown.name, login: line.credential.login, expires: shown.expires, used: shown.used,
                state: shown.state, isActive: shown.isActive, mayRotate: shown.isActive && isClient)
        }
    }

    mutating func show(_ made: NewCredential) {
        (identity, secret) = (IssueAccessToken.clientID(made.id), made.secret)
    }

    static let template = Template(
        "clients",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        \#(AccountFormParts.tabs)
        {{>notices}}
        <p>{{t.clients.intro}} <a href="/api">{{t.tokens.guide}}</a></p>
        {{#page.secret}}<div class="notice" role="status"><p>{{t.clients.shown}}</p>
        <p><label for="identity">client_id</label> <input id="identity" value="{{page.identity}}" readonly></p>
        <p><label for="secret">client_secret</label> <input id="secret" class="secret" value="{{.}}" readonly
        autocomplete="off" spellcheck="false"></p></div>{{/page.secret}}
        <section class="card"><h2>{{t.clients.new}}</h2>
        <form method="post" action="/administration/programmes"><input type="hidden" name="_form" value="{{form}}">
        <p><label for="login">{{t.clients.login}}</label>
        <input id="login" name="login" value="{{page.login}}" autocomplete="off" required></p>
        <p><label for="name">{{t.tokens.name}}</label>
        <input id="name" name="name" value="{{page.name}}" maxlength="{{page.mostCharacters}}" required></p>
        <p><label for="days">{{t.clients.days}}</label>
        <input id="days" name="days" type="number" min="1" max="{{page.mostDays}}" value="{{page.days}}"></p>
        <p><button class="primary">{{t.clients.make}}</button></p></form></section>
        <section class="card"><h2>{{t.clients.all}}</h2>
        {{^page.lines}}<p>{{t.clients.none}}</p>{{/page.lines}}
        {{^empty(page.lines)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{t.clients.all}}"><table class="list">
        <thead><tr><th scope="col">{{t.tokens.name}}</th><th scope="col">{{t.clients.identity}}</th>
        <th scope="col">{{t.clients.login}}</th><th scope="col">{{t.tokens.expires}}</th>
        <th scope="col">{{t.tokens.used}}</th><th scope="col">{{t.tokens.state}}</th>
        <th scope="col">{{t.clients.action}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row">{{name}}</th><td>{{identity}}</td><td>{{login}}</td>
        <td>{{expires}}</td>
        <td>{{used}}</td><td>{{state}}</td><td>{{#mayRotate}}
        <form method="post" action="/administration/programmes/{{id}}/secret"><input type="hidden" name="_form"
        value="{{form}}"><button class="plain" aria-label="{{t.clients.rotate}} {{name}}">{{t.clients.rotate}}</button>
        </form>{{/mayRotate}}{{#isActive}}
        <form method="post" action="/administration/programmes/{{id}}/revocation"><input type="hidden" name="_form"
        value="{{form}}"><button class="plain" aria-label="{{t.tokens.revoke}} {{name}}">{{t.tokens.revoke}}</button>
        </form>{{/isActive}}</td></tr>{{/page.lines}}</tbody></table></div>
        {{/empty(page.lines)}}</section>
        {{/main}}{{/layout}}
        """#)
}
