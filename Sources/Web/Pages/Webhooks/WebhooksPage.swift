import Register
import UseCases

/// One's own webhooks: listed, added.
struct WebhooksPage: PageModel {
    struct Line: Sendable {
        let path: String
        let address: String
        let kinds: String
        let state: String
        let created: String
    }

    let title = Catalogue.french.text("webhooks", "title")
    let lines: [Line]
    var kinds: [Choice]
    var notices: [Notice] = []
    var isRefused = false
    /// The secret of the webhook just added.
    var secret: String?
    var address = ""

    init(_ webhooks: [WebhookRow], for actor: Actor) {
        lines = webhooks.map { Line($0, LocalTime(actor.ownDepartment)) }
        kinds = WebhookKind.offered.filter { Policy.allows($0.intention, to: actor.role) }.map {
            Choice($0.rawValue, WebhookWords.kind($0.rawValue))
        }
    }

    mutating func choose(_ chosen: [String]) {
        kinds = kinds.map { Choice($0.value, $0.title, isChosen: chosen.contains($0.value)) }
    }

    static let template = Template(
        "webhooks",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{>notices}}
        <p>{{t.webhooks.intro}} <a href="/api">{{t.tokens.guide}}</a></p>
        {{#page.secret}}<div class="notice" role="status"><p><label for="secret">{{t.webhooks.shown}}</label></p>
        <p><input id="secret" class="secret" value="{{.}}" readonly autocomplete="off" spellcheck="false"></p></div>
        {{/page.secret}}
        <section class="card"><h2>{{t.webhooks.mine}}</h2>
        {{^page.lines}}<p>{{t.webhooks.none}}</p>{{/page.lines}}
        {{^empty(page.lines)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{t.webhooks.mine}}"><table class="list">
        <thead><tr><th scope="col">{{t.webhooks.address}}</th><th scope="col">{{t.webhooks.kinds}}</th>
        <th scope="col">{{t.webhooks.state}}</th><th scope="col">{{t.webhooks.created}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row"><a href="{{path}}">{{address}}</a></th><td>{{kinds}}</td>
        <td>{{state}}</td><td>{{created}}</td></tr>{{/page.lines}}</tbody></table></div>
        {{/empty(page.lines)}}</section>
        <section class="card"><h2>{{t.webhooks.new}}</h2>
        <form method="post" action="/compte/webhooks"><input type="hidden" name="_form" value="{{form}}">
        <p><label for="address">{{t.webhooks.address}}</label>
        <input id="address" name="address" type="url" value="{{page.address}}" maxlength="500"
        placeholder="https://" required></p>
        <fieldset><legend>{{t.webhooks.kinds}}</legend>
        {{#page.kinds}}<p><label><input type="checkbox" name="kind" value="{{value}}"{{#isChosen}}
        checked{{/isChosen}}> {{title}}</label></p>{{/page.kinds}}</fieldset>
        <p><button class="primary">{{t.webhooks.add}}</button></p></form></section>
        {{/main}}{{/layout}}
        """#)
}

extension WebhooksPage.Line {
    init(_ webhook: WebhookRow, _ time: LocalTime) {
        path = "\(WebhookPages.path)/\(webhook.id)"
        address = webhook.address
        kinds = webhook.kinds.map(WebhookWords.kind).joined(separator: ", ")
        state = WebhookWords.state(webhook)
        created = time.text(webhook.createdAt)
    }
}

/// Codes in words.
package enum WebhookWords {
    static func kind(_ code: String) -> String { word("kind", code) }
    package static func fault(_ code: String) -> String { word("fault", code) }

    /// What became of a call, by its stable code.
    package static func delivery(_ state: String) -> String { Catalogue.french.text("webhooks", state) }

    package static func state(_ webhook: WebhookRow) -> String {
        let state = Catalogue.french.text("webhooks", webhook.state.rawValue)
        return webhook.reason.map { "\(state) : \(fault($0))" } ?? state
    }

    /// The code itself where it has no words.
    private static func word(_ area: String, _ code: String) -> String {
        Catalogue.french.areas["webhooks"]?.texts["\(area) \(code)"] ?? code
    }
}
