import UseCases

/// One rule as the rule book explains it.
struct RulePage: PageModel {
    struct Parameter: Sendable {
        let name: String
        let value: String
        let meaning: String
    }

    let title: String
    let name: String
    let clauses: [String]
    let parameters: [Parameter]
    let codes: [Parameter]
    let sources: [String]

    init(_ entry: RuleEntry) {
        title = entry.text.summary
        name = "\(entry.name), \(Catalogue.french.text("help", "version")) \(entry.version)"
        clauses = entry.text.clauses
        parameters = entry.parameters.map {
            Parameter(name: $0.name, value: $0.defaultValue, meaning: entry.text.parameters[$0.name] ?? "")
        }
        codes = entry.codes.flatMap { field in
            field.codes.map { Parameter(name: $0, value: field.field, meaning: entry.text.codes[$0] ?? "") }
        }
        sources = entry.sources.map { "\($0.text), \($0.place)\($0.requirement.map { " (\($0))" } ?? "")" }
    }

    static let template = Template(
        "rule",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="/aide">{{t.help.back}}</a></p>
        <h1>{{title}}</h1>
        <p class="hint">{{page.name}}</p>
        <h2>{{t.help.clauses}}</h2>
        <ol>{{#page.clauses}}<li>{{.}}</li>{{/page.clauses}}</ol>
        <h2>{{t.help.parameters}}</h2>
        {{^page.parameters}}<p>{{t.help.none}}</p>{{/page.parameters}}
        {{^empty(page.parameters)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{t.help.parameters}}"><table class="list">
        <thead><tr><th scope="col">{{t.help.name}}</th><th scope="col">{{t.help.default}}</th>
        <th scope="col">{{t.help.meaning}}</th></tr></thead>
        <tbody>{{#page.parameters}}<tr><th scope="row"><code>{{name}}</code></th><td><code>{{value}}</code></td>
        <td>{{meaning}}</td></tr>{{/page.parameters}}</tbody></table></div>
        {{/empty(page.parameters)}}
        <h2>{{t.help.codes}}</h2>
        <dl class="terms">{{#page.codes}}<dt><code>{{name}}</code></dt><dd>{{meaning}}</dd>{{/page.codes}}</dl>
        <h2>{{t.help.source}}</h2>
        <ul>{{#page.sources}}<li>{{.}}</li>{{/page.sources}}</ul>
        {{/main}}{{/layout}}
        """#)
}
