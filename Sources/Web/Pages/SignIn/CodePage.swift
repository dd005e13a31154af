/// The second step of signing in: a code of the telephone.
struct CodePage: PageModel {
    let title = Catalogue.french.text("signIn", "codeTitle")
    let target: String
    var fault: FaultPage.Line?

    static let template = Template(
        "sign-in-code",
        #"""
        {{<narrow}}{{$content}}
        <form method="post" action="/connexion/code">
        <input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="retour" value="{{page.target}}">
        <p><label for="code">{{t.signIn.code}}</label>
        <input id="code" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required
        autofocus aria-describedby="code-rule"></p>
        <p id="code-rule" class="hint">{{t.signIn.codeRule}}</p>
        <p><button class="primary">{{t.signIn.enter}}</button></p>
        </form>
        {{/content}}{{/narrow}}
        """#)
}

/// Gone from here; the provider's session goes on until one leaves there too.
struct SignedOutPage: PageModel {
    let title = Catalogue.french.text("signIn", "signedOutTitle")
    let provider: String
    /// The provider's end of session.
    let address: String

    static let template = Template(
        "signed-out",
        #"""
        {{<layout}}{{$main}}
        <div class="card narrow">
        <h1>{{title}}</h1>
        <p>{{t.signIn.signedOut}}</p>
        <p><a href="{{page.address}}">{{t.signIn.leaveProvider}} {{page.provider}}</a></p>
        <p><a href="/connexion">{{t.signIn.again2}}</a></p>
        </div>
        {{/main}}{{/layout}}
        """#)
}
