import Hummingbird
import Kernel
import UseCases

/// All there is to know of one thing, with its history: facts, then a section a theme, each with its place at the top.
struct DossierPage: PageModel {
    struct Link: Sendable {
        let title: String
        let path: String
    }

    let title: String
    var subtitle: String?
    let facts: [DossierCell.Fact]
    let sections: [DossierSection]
    var actions: [Link] = []
    var notices: [Notice] = []
    var isRefused = false
    var forms: [ActForm] = []
    var hasForms = false

    init(_ dossier: Dossier, _ time: LocalTime, subtitle: String? = nil) {
        title = dossier.title
        self.subtitle = subtitle
        facts = dossier.facts.map { DossierCell.Fact(label: $0.label, cell: DossierCell($0.value, in: $0.label, time)) }
        sections = dossier.sections.enumerated().map { DossierSection($1, time, number: $0 + 1) }
    }

    mutating func show(_ notices: [Notice], _ status: HTTPResponse.Status) {
        (self.notices, isRefused) = (notices, status != .ok)
    }

    mutating func show(_ forms: [ActForm]) {
        (self.forms, hasForms) = (forms, !forms.isEmpty)
    }

    static let template = Template(
        "dossier",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{>notices}}
        {{#page.subtitle}}<p class="hint">{{.}}</p>{{/page.subtitle}}
        <p class="actions">{{#page.actions}}<a class="button" href="{{path}}">{{title}}</a>
        {{/page.actions}}</p>
        <dl class="facts">{{#page.facts}}<div><dt>{{label}}</dt><dd>{{#cell}}{{>dossier-cell}}{{/cell}}</dd></div>
        {{/page.facts}}</dl>
        {{#page.hasForms}}<section id="actes"><h2>{{t.acts.title}}</h2>
        <div class="acts">{{#page.forms}}{{>act-form}}{{/page.forms}}</div></section>{{/page.hasForms}}
        <nav class="sections" aria-label="{{t.dossier.sections}}"><ul>{{#page.sections}}<li><a href="#{{id}}">{{title}}
        <span class="hint">{{count}}</span></a></li>
        {{/page.sections}}
        </ul></nav>
        {{#page.sections}}
        <section id="{{id}}"><h2>{{title}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>{{#rows}}<tr>{{#cells}}<td>{{>dossier-cell}}</td>{{/cells}}</tr>
        {{/rows}}</tbody></table></div></section>
        {{/page.sections}}
        {{/main}}{{/layout}}
        """#)

    static let cell = Template(
        "dossier-cell", "{{#link}}<a href=\"{{.}}\">{{text}}</a>{{/link}}{{^link}}{{text}}{{/link}}")
    static let templates = [template, cell]
}
