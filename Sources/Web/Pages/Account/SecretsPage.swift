/// Secrets that are shown once: recovery codes, a first password, links of invitations.
struct SecretsPage: PageModel {
    struct Line: Sendable {
        let label: String
        let secret: String
    }

    let title: String
    let hint: String
    let lines: [Line]
    var faults: [FaultPage.Line] = []
    /// Where to go on.
    let next: String

    static func recovery(_ codes: [String]) -> SecretsPage {
        let lines = codes.enumerated().map { Line(label: "\($0.offset + 1)", secret: $0.element) }
        return SecretsPage(
            title: Catalogue.french.text("account", "codes"), hint: Catalogue.french.text("account", "codesHint"),
            lines: lines, next: "/compte")
    }

    static let template = Template(
        "secrets",
        #"""
        {{<layout}}{{$main}}
        <div class="card">
        <h1>{{title}}</h1>
        {{#page.faults}}<div class="notice refused" role="alert"><p>{{sentence}}</p><p>{{wayOut}}</p></div>
        {{/page.faults}}
        <p>{{page.hint}}</p>
        <dl class="secrets">{{#page.lines}}<div><dt>{{label}}</dt><dd><code class="secret">{{secret}}</code></dd></div>
        {{/page.lines}}</dl>
        <p><a href="{{page.next}}">{{t.account.kept}}</a></p>
        </div>
        {{/main}}{{/layout}}
        """#)
}
