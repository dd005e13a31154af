import UseCases

/// One webhook with its calls.
struct WebhookPage: PageModel {
    struct Line: Sendable {
        let id: String
        let begun: String
        let events: String
        let state: String
        let last: String
        let mayReplay: Bool
    }

    let title = Catalogue.french.text("webhooks", "one")
    let path: String
    let address: String
    let kinds: String
    let state: String
    let isActive: Bool
    let lines: [Line]
    let next: String?
    var notices: [Notice] = []
    var isRefused = false
    var secret: String?

    init(_ webhook: WebhookRow, _ deliveries: [WebhookDeliveryView], _ time: LocalTime, next: String?) {
        let path = "\(WebhookPages.path)/\(webhook.id)"
        self.path = path
        address = webhook.address
        kinds = webhook.kinds.map(WebhookWords.kind).joined(separator: ", ")
        state = WebhookWords.state(webhook)
        isActive = webhook.state == .active
        lines = deliveries.map { Line($0, time, isActive: webhook.state == .active) }
        self.next = next.map { "\(path)?avant=\($0)" }
    }

    static let template = Template(
        "webhook",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{>notices}}
        <p><a href="/compte/webhooks">{{t.webhooks.back}}</a></p>
        {{#page.secret}}<div class="notice" role="status"><p><label for="secret">{{t.webhooks.shown}}</label></p>
        <p><input id="secret" class="secret" value="{{.}}" readonly autocomplete="off" spellcheck="false"></p></div>
        {{/page.secret}}
        <section class="card"><dl class="facts"><div><dt>{{t.webhooks.address}}</dt><dd>{{page.address}}</dd></div>
        <div><dt>{{t.webhooks.kinds}}</dt><dd>{{page.kinds}}</dd></div>
        <div><dt>{{t.webhooks.state}}</dt><dd>{{page.state}}</dd></div></dl>
        <div class="actions">
        {{#page.isActive}}<form method="post" action="{{page.path}}/essai"><input type="hidden" name="_form"
        value="{{form}}"><button>{{t.webhooks.ping}}</button></form>
        <form method="post" action="{{page.path}}/pause"><input type="hidden" name="_form"
        value="{{form}}"><button>{{t.webhooks.suspend}}</button></form>{{/page.isActive}}
        {{^page.isActive}}<form method="post" action="{{page.path}}/reprise"><input type="hidden" name="_form"
        value="{{form}}"><button>{{t.webhooks.resume}}</button></form>{{/page.isActive}}
        <form method="post" action="{{page.path}}/secret"><input type="hidden" name="_form" value="{{form}}">
        <button>{{t.webhooks.rotate}}</button></form>
        <form method="post" action="{{page.path}}/retrait"><input type="hidden" name="_form" value="{{form}}">
        <button>{{t.webhooks.remove}}</button></form></div>
        <p class="hint">{{t.webhooks.rotateHint}}</p></section>
        <section class="card"><h2>{{t.webhooks.deliveries}}</h2>
        {{^page.lines}}<p>{{t.webhooks.noDeliveries}}</p>{{/page.lines}}
        {{^empty(page.lines)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{t.webhooks.deliveries}}"><table class="list">
        <thead><tr><th scope="col">{{t.webhooks.begun}}</th><th scope="col">{{t.webhooks.events}}</th>
        <th scope="col">{{t.webhooks.state}}</th><th scope="col">{{t.webhooks.last}}</th>
        <th scope="col">{{t.webhooks.action}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row">{{begun}}</th><td>{{events}}</td><td>{{state}}</td><td>{{last}}</td>
        <td>{{#mayReplay}}<form method="post" action="{{page.path}}/envois"><input type="hidden" name="_form"
        value="{{form}}"><input type="hidden" name="envoi" value="{{id}}"><button class="plain"
        aria-label="{{t.webhooks.replay}} ({{id}})">{{t.webhooks.replay}}</button></form>{{/mayReplay}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        {{/empty(page.lines)}}
        <p class="actions">{{#page.next}}<a href="{{.}}" rel="next">{{t.webhooks.next}}</a>{{/page.next}}</p></section>
        {{/main}}{{/layout}}
        """#)
}

extension WebhookPage.Line {
    init(_ view: WebhookDeliveryView, _ time: LocalTime, isActive: Bool) {
        let delivery = view.delivery
        id = delivery.id
        begun = time.text(delivery.begunAt)
        let kinds = Dictionary(grouping: view.events, by: \.kind).sorted { $0.key < $1.key }
        events = kinds.map { "\($0.value.count) × \(WebhookWords.kind($0.key))" }.joined(separator: ", ")
        let word = WebhookWords.delivery(delivery.state == .new ? "waiting" : delivery.state.rawValue)
        state = delivery.attempts > 0 ? "\(word) (\(delivery.attempts))" : word
        let answer = delivery.lastStatus.map(String.init) ?? delivery.lastFault.map(WebhookWords.fault)
        last = [delivery.lastAt.map { time.text($0) }, answer].compactMap { $0 }.joined(separator: " · ")
        mayReplay = isActive && ![.new, .waiting].contains(delivery.state)
    }
}
