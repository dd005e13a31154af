import Hummingbird
import Kernel
import Register
import UseCases

/// Help: what each page is for, the words of the field, and the rule book as the decisions cite it.
enum HelpPages {
    static let templates = [HelpPage.template, RulePage.template]

    static let endpoints = [
        Endpoint(.get, "/aide", .signedIn) { call in try call.page(HelpPage(try call.visit.actor.role), .help) },
        Endpoint(.get, "/aide/regles/:rule", .signedIn) { call in
            guard let entry = RuleBook.entry(named: try call.part("rule")) else { throw WebFault.notFound }
            return try call.page(RulePage(entry), .help)
        },
    ]
}

struct HelpPage: PageModel {
    struct Rule: Sendable {
        let path: String
        let summary: String
        let source: String
    }

    struct Word: Sendable {
        let word: String
        let meaning: String
    }

    struct Area: Sendable {
        let title: String
        let words: [Word]
    }

    let title = Catalogue.french.text("help", "title")
    /// The pages that the reader can open.
    let pages: [Word]
    let rules = RuleBook.entries.map { entry in
        Rule(
            path: "/aide/regles/\(entry.name)", summary: entry.text.summary,
            source: entry.sources.first.map { "\($0.text), \($0.place)" } ?? "")
    }
    let glossary = ["status", "evaluation", "report", "nonCompletion"].map { area in
        let texts = Catalogue.french.areas[area]?.texts ?? [:]
        return Area(
            title: Catalogue.french.text("glossary", area),
            words: texts.sorted { $0.key < $1.key }.map { Word(word: $0.key, meaning: $0.value) })
    }

    init(_ role: Role) {
        pages = FrenchTexts.helpPages.filter { $0.access.allows(role) }
            .map { Word(word: $0.title, meaning: $0.meaning) }
    }

    static let template = Template(
        "help",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <h2>{{t.help.pages}}</h2>
        <dl class="terms">{{#page.pages}}<dt>{{word}}</dt><dd>{{meaning}}</dd>{{/page.pages}}</dl>
        <h2>{{t.help.rules}}</h2>
        <ul class="lines">{{#page.rules}}<li><a href="{{path}}">{{summary}}</a> <span
        class="hint">{{source}}</span></li>
        {{/page.rules}}</ul>
        <h2>{{t.help.glossary}}</h2>
        {{#page.glossary}}<h3>{{title}}</h3><dl
        class="terms">{{#words}}<dt>{{word}}</dt><dd>{{meaning}}</dd>{{/words}}</dl>
        {{/page.glossary}}
        {{/main}}{{/layout}}
        """#)
}

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
