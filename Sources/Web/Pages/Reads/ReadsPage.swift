import Mustache
import UseCases

/// The log of reads, page by page.
struct ReadsPage: PageModel {
    let title = Catalogue.french.text("reads", "title")
    let isRedacted: Bool
    let departments: [Choice]
    let lines: [ReadLine]
    var login = ""
    var subject = ""
    var from = ""
    var until = ""
    var next: String?

    init(_ outcome: ListReads.Outcome, departments: [Choice]) {
        isRedacted = outcome.isRedacted
        self.departments = departments
        lines = outcome.rows.map(ReadLine.init)
    }

    static let template = Template(
        "reads",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p><a href="/journal">{{t.reads.audit}}</a></p>
        {{#page.isRedacted}}<p class="notice">{{t.reads.redacted}}</p>{{/page.isRedacted}}
        <details class="filters" open><summary>{{t.audit.filters}}</summary><form method="get">
        {{^page.isRedacted}}<p><label for="departement">{{t.audit.department}}</label>
        <select id="departement" name="departement">
        {{#page.departments}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>
        {{/page.departments}}</select></p>{{/page.isRedacted}}
        <p><label for="compte">{{t.audit.actor}}</label><input id="compte" name="compte" value="{{page.login}}"></p>
        {{^page.isRedacted}}<p><label for="objet">{{t.reads.subject}}</label>
        <input id="objet" name="objet" value="{{page.subject}}"></p>{{/page.isRedacted}}
        <p><label for="depuis">{{t.audit.from}}</label>
        <input id="depuis" name="depuis" type="date" value="{{page.from}}"></p>
        <p><label for="jusque">{{t.audit.until}}</label>
        <input id="jusque" name="jusque" type="date" value="{{page.until}}"></p>
        <p class="actions"><button class="primary">{{t.audit.apply}}</button> <a
        href="/lectures">{{t.audit.clear}}</a></p></form></details>
        {{^page.lines}}<p>{{t.reads.empty}}</p>{{/page.lines}}
        {{^empty(page.lines)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.audit.at}}</th><th scope="col">{{t.audit.who}}</th>
        <th scope="col">{{t.audit.role}}</th><th scope="col">{{t.reads.kind}}</th>
        <th scope="col">{{t.reads.subject}}</th><th scope="col">{{t.reads.door}}</th>
        <th scope="col" class="number">{{t.reads.count}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row">{{at}}</th><td>{{login}}</td><td>{{role}}</td><td>{{kind}}</td>
        <td>{{subject}}</td><td>{{door}}</td><td class="number">{{count}}</td></tr>{{/page.lines}}</tbody></table></div>
        {{/empty(page.lines)}}
        <p class="actions">{{#page.next}}<a href="{{.}}" rel="next">{{t.audit.next}}</a>{{/page.next}}</p>
        <p class="hint">{{t.reads.hint}}</p>
        {{/main}}{{/layout}}
        """#)
}

/// One row; asked by name, without reflection.
struct ReadLine: MustacheParent, Sendable {
    let row: ReadRow

    func child(named name: String) -> Any? {
        switch name {
        case "at": LocalTime(row.department).text(row.beganAt)
        case "login": row.login
        case "role": Catalogue.french.areas["role"]?.texts[row.role] ?? row.role
        case "kind": Catalogue.french.text("reads", row.kind)
        case "subject": row.subject ?? "—"
        case "door": Catalogue.french.text("reads", "door \(row.door)")
        case "count": row.count
        default: nil
        }
    }
}
