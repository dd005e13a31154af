import Kernel
import Mustache
import UseCases

/// One form that does one thing: fields, what was entered in them, what was found about them.
struct ActForm: MustacheParent, Sendable {
    /// In the page: its anchor, and how a refused form is found again.
    let id: String
    let path: String
    let title: String
    var hint: String?
    var fields: [ActField]
    let button: String
    /// A second button: the same fields, sent elsewhere.
    var other: (path: String, title: String)?
    /// What the page was made from (`FormBasis`), by the name of the field.
    var basis: [(name: String, value: String)] = []
    var isOpen = false

    func child(named name: String) -> Any? {
        switch name {
        case "id": id
        case "path": path
        case "title": title
        // Never nil: a nil would be looked for around the form.
        case "hint": hint.map { [$0] } ?? []
        case "fields": fields
        case "button": button
        case "other": other.map { [Choice($0.path, $0.title)] } ?? []
        case "basis": basis.map { Choice($0.name, $0.value) }
        case "isOpen": isOpen
        default: nil
        }
    }

    /// As it was sent, with what was found about it at its fields; unchanged where another form was sent.
    /// - Parameter places: code of a finding → name of the field that it is about.
    func echoing(_ echo: FormEcho, _ places: [String: String] = [:]) -> ActForm {
        guard let sent = echo.form, sent.value("formulaire") == id else { return self }
        var form = self
        form.isOpen = true
        form.fields = fields.map { field in
            var field = field
            field.keep(sent)
            field.faults = echo.findings.filter { finding in
                finding.facts.contains { $0.name == "name" && $0.value == field.name }
                    || places[finding.code] == field.name
            }.map { FindingTexts.text(of: $0).sentence }
            return field
        }
        return form
    }

    static let template = Template(
        "act-form",
        #"""
        <details class="card" id="{{id}}"{{#isOpen}} open{{/isOpen}}>
        <summary>{{title}}</summary><form method="post" action="{{path}}">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="formulaire" value="{{id}}">
        {{#basis}}<input type="hidden" name="{{value}}" value="{{title}}">{{/basis}}
        {{#hint}}<p class="hint">{{.}}</p>{{/hint}}{{#fields}}{{>act-field}}{{/fields}}
        <p class="actions"><button class="primary">{{button}}</button>
        {{#other}}<button formaction="{{value}}">{{title}}</button>{{/other}}</p></form></details>
        """#)
}

/// What was sent with a form that was refused, and why: the form shows both again.
struct FormEcho: Sendable {
    let form: Form?
    let findings: [Finding]

    static let none = FormEcho(form: nil, findings: [])
}
