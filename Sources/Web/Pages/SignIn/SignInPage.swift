import Kernel
import UseCases

/// Login and password.
struct SignInPage: PageModel {
    let title = Catalogue.french.text("signIn", "title")
    /// What was typed before; nil at first (an empty text counts as one in a template).
    var login: String?
    /// Where to go afterwards: an address of ours.
    var target = "/" { didSet { encodedTarget = target.formEncoded } }
    /// The same inside an address. A template sees stored properties only.
    private(set) var encodedTarget = "/".formEncoded
    /// The token of this form; a stranger's cookie may be younger than the request.
    let token: String
    var fault: FaultPage.Line?
    /// What was done before, in a sentence.
    var done: String?
    /// Set when a form came after the end of its session.
    var endedForm: String?
    /// Where one may sign in with an account that is kept elsewhere.
    var provider: String?

    static let template = Template(
        "sign-in",
        #"""
        {{<narrow}}{{$content}}
        {{#page.done}}<p class="notice done" role="status">{{.}}</p>{{/page.done}}
        <form method="post" action="/connexion"{{#page.endedForm}} data-ended-form{{/page.endedForm}}>
        <input type="hidden" name="_form" value="{{page.token}}">
        <input type="hidden" name="retour" value="{{page.target}}">
        <p><label for="login">{{t.signIn.login}}</label>
        <input id="login" name="login" value="{{page.login}}" autocomplete="username" autocapitalize="none"
        spellcheck="false" required{{^page.login}} autofocus{{/page.login}}></p>
        <p><label for="password">{{t.signIn.password}}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required
        {{#page.login}} autofocus{{/page.login}}></p>
        <p><button class="primary">{{t.signIn.enter}}</button></p>
        </form>
        {{#page.provider}}<p class="or"><a
        href="/connexion/fournisseur?retour={{page.encodedTarget}}">{{t.signIn.with}} {{page.provider}}</a></p>
        {{/page.provider}}
        {{/content}}{{/narrow}}
        """#)
}

extension FaultPage.Line {
    static let endedSession = FaultPage.Line(
        sentence: Catalogue.french.text("signIn", "ended"), wayOut: Catalogue.french.text("signIn", "endedWay"))
}
