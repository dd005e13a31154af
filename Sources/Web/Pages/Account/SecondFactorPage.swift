/// The second factor: how to set it up, or what there is.
struct SecondFactorPage: PageModel {
    let title = Catalogue.french.text("account", "secondFactor")
    let isSet: Bool
    let codesLeft: Int
    /// The role asks for one: nothing else opens before.
    let isOwed: Bool
    var secret: String?
    var fault: FaultPage.Line?

    static let template = Template(
        "second-factor",
        #"""
        {{<narrow}}{{$content}}
        {{#page.isOwed}}<div class="notice warned"><p>{{t.account.factorOwed}}</p></div>{{/page.isOwed}}
        {{^page.isSet}}
        <p>{{t.account.factorWhy}}</p>
        <ol>
        <li>{{t.account.factorApp}}</li>
        <li>{{t.account.factorScan}}<br>
        <img src="/compte/second-facteur/code.svg" alt="{{t.account.factorPicture}}" width="220" height="220"><br>
        {{t.account.factorType}} <code class="secret">{{page.secret}}</code></li>
        <li>{{t.account.factorConfirm}}</li>
        </ol>
        <form method="post" action="/compte/second-facteur">
        <input type="hidden" name="_form" value="{{form}}">
        <p><label for="code">{{t.account.factorCode}}</label>
        <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required></p>
        <p><button class="primary">{{t.account.factorSetUp}}</button></p>
        </form>
        {{/page.isSet}}
        {{#page.isSet}}
        <p>{{t.account.factorIsSet}} {{t.account.codesLeft}} : {{page.codesLeft}}.</p>
        <form method="post" action="/compte/second-facteur/codes">
        <input type="hidden" name="_form" value="{{form}}">
        <p><label for="code">{{t.account.factorCode}}</label>
        <input id="code" name="code" autocomplete="one-time-code" autocapitalize="none" required></p>
        <p class="actions"><button>{{t.account.codesRenew}}</button>
        <button formaction="/compte/second-facteur/retirer">{{t.account.factorRemove}}</button></p>
        </form>
        {{/page.isSet}}
        <p><a href="/compte">{{t.account.title}}</a></p>
        {{/content}}{{/narrow}}
        """#)
}
