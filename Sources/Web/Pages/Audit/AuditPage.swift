import Hummingbird
import Kernel
import Mustache
import Register
import UseCases

/// Who did what when to which thing.
struct AuditPage: PageModel {
    let title = Catalogue.french.text("audit", "title")
    let notices: [Notice]
    let isRefused: Bool
    let isRedacted: Bool
    let departments: [Choice]
    let fields: Fields
    let lines: [AuditLine]
    let next: String?

    /// What the filters hold.
    struct Fields: Sendable {
        var actor = ""
        var subject = ""
        var from = ""
        var until = ""
        var intentions: [Choice] = []
    }

    static let template = Template(
        "audit",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{>notices}}
        <p><a href="/lectures">{{t.reads.link}}</a></p>
        {{#page.isRedacted}}<p class="notice">{{t.audit.redacted}}</p>{{/page.isRedacted}}
        <details class="filters" open><summary>{{t.audit.filters}}</summary><form method="get">
        <p><label for="departement">{{t.audit.department}}</label><select id="departement" name="departement">
        {{#page.departments}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>
        {{/page.departments}}</select></p>
        <p><label for="compte">{{t.audit.actor}}</label><input id="compte" name="compte"
        value="{{page.fields.actor}}"></p>
        <p><label for="acte">{{t.audit.intention}}</label><select id="acte" name="acte">
        {{#page.fields.intentions}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>
        {{/page.fields.intentions}}</select></p>
        {{^page.isRedacted}}<p><label for="objet">{{t.audit.subject}}</label>
        <input id="objet" name="objet" value="{{page.fields.subject}}"></p>{{/page.isRedacted}}
        <p><label for="depuis">{{t.audit.from}}</label>
        <input id="depuis" name="depuis" type="date" value="{{page.fields.from}}"
        size="10"></p>
        <p><label for="jusque">{{t.audit.until}}</label>
        <input id="jusque" name="jusque" type="date" value="{{page.fields.until}}"
        size="10"></p>
        <p class="actions"><button class="primary">{{t.audit.apply}}</button> <a
        href="/journal">{{t.audit.clear}}</a></p>
        </form></details>
        {{^page.lines}}<p>{{t.audit.empty}}</p>{{/page.lines}}
        {{^empty(page.lines)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.audit.at}}</th><th scope="col">{{t.audit.who}}</th>
        <th scope="col">{{t.audit.role}}</th><th scope="col">{{t.audit.what}}</th><th scope="col">{{t.audit.which}}</th>
        <th scope="col">{{t.audit.parts}}</th><th scope="col">{{t.audit.seal}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row">{{at}}</th><td>{{actor}}</td><td>{{role}}</td><td>{{what}}</td>
        <td>{{#subject}}{{#path}}<a
        href="{{path}}">{{subject}}</a>{{/path}}{{^path}}{{subject}}{{/path}}{{/subject}}</td>
        <td class="number">{{#parts}}<a href="{{partsPath}}">{{parts}}</a>{{/parts}}</td><td>{{seal}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        {{/empty(page.lines)}}
        <p class="actions">{{#page.next}}<a href="{{.}}" rel="next">{{t.audit.next}}</a>{{/page.next}}</p>
        <form method="post" action="/journal/verification" class="card">
        <input type="hidden" name="_form" value="{{form}}">
        <p class="hint">{{t.audit.verifyHint}}</p><button>{{t.audit.verify}}</button></form>
        {{/main}}{{/layout}}
        """#)
}

/// One entry; asked by name, without reflection.
struct AuditLine: MustacheParent, Sendable {
    let row: AuditRow
    let isRedacted: Bool
    let campaigns: [Int64: CampaignAddress]

    func child(named name: String) -> Any? {
        switch name {
        case "at": LocalTime(row.department).text(row.at)
        case "actor": row.actor
        case "role": Catalogue.french.areas["role"]?.texts[row.role] ?? row.role
        case "what": ActWords.french(row.intention)
        case "subject": row.subject.map { SubjectWords.french($0, campaigns) }
        case "path": row.subject.flatMap { SubjectWords.path($0, campaigns) }
        case "parts": row.details > 0 && !isRedacted ? row.details : nil
        case "partsPath": "/journal/\(row.id)?departement=\(row.department ?? "")"
        case "seal": Catalogue.french.text("audit", row.seal == nil ? "unsealed" : "sealed")
        default: nil
        }
    }
}

/// The parts of one entry.
struct AuditEntryPage: PageModel {
    struct Part: Sendable {
        let subject: String
        let outcome: String
        let payload: String
    }

    let title: String
    let parts: [Part]

    static let template = Template(
        "audit-entry",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p><a href="/journal">{{t.audit.back}}</a></p>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.audit.which}}</th><th scope="col">{{t.audit.outcome}}</th>
        <th scope="col">{{t.audit.payload}}</th></tr></thead>
        <tbody>{{#page.parts}}<tr><th
        scope="row">{{subject}}</th><td>{{outcome}}</td><td><code>{{payload}}</code></td></tr>
        {{/page.parts}}</tbody></table></div>
        {{/main}}{{/layout}}
        """#)
}
