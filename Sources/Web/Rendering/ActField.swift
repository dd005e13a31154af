import Mustache

/// A field of an `ActForm`.
struct ActField: MustacheParent, Sendable {
    enum Kind: Sendable {
        /// One line; the type of the input: `text`, `date`.
        case line(String)
        case text
        case choice([Choice])
        /// Boxes to tick, any number of them.
        case boxes([Choice])
        case hidden
    }

    /// In the page; fields of several forms may have one name.
    let id: String
    let name: String
    let label: String
    var kind: Kind
    var value = ""
    var isRequired = true
    var hint: String?
    var faults: [String] = []

    init(_ name: String, in form: String, _ label: String, _ kind: Kind, value: String = "") {
        id = "\(form)-\(name)"
        (self.name, self.label, self.kind, self.value) = (name, label, kind, value)
    }

    var optional: ActField {
        var field = self
        field.isRequired = false
        return field
    }

    func hinted(_ text: String) -> ActField {
        var field = self
        field.hint = text
        return field
    }

    /// Takes what was sent.
    mutating func keep(_ sent: Form) {
        let values = sent.values(name)
        switch kind {
        case .line, .text: value = values.first ?? value
        case .choice(let choices): kind = .choice(choices.map { $0.chosen(values.contains($0.value)) })
        case .boxes(let choices): kind = .boxes(choices.map { $0.chosen(values.contains($0.value)) })
        case .hidden: break
        }
    }

    func child(named name: String) -> Any? {
        switch name {
        case "id": id
        case "name": self.name
        case "label": label
        case "value": value
        case "required": isRequired
        case "hint": hint.map { [$0] } ?? []
        case "faults": faults
        case "isWrong": !faults.isEmpty
        case "describedBy": hint == nil && faults.isEmpty ? [] : ["\(id)-aide"]
        case "line": if case .line(let type) = kind { [type] } else { [String]() }
        case "isText": if case .text = kind { true } else { false }
        case "isHidden": if case .hidden = kind { true } else { false }
        case "choices": if case .choice(let choices) = kind { [choices] } else { [[Choice]]() }
        case "boxes": if case .boxes(let choices) = kind { [choices] } else { [[Choice]]() }
        default: nil
        }
    }

    static let template = Template(
        "act-field",
        #"""
        {{#isHidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/isHidden}}
        {{#line}}<p><label for="{{id}}">{{label}}</label>
        <input id="{{id}}" name="{{name}}" type="{{.}}" value="{{value}}"{{>act-field-state}}></p>{{/line}}
        {{#isText}}<p><label for="{{id}}">{{label}}</label>
        <textarea id="{{id}}" name="{{name}}" rows="2"{{>act-field-state}}>{{value}}</textarea></p>{{/isText}}
        {{#choices}}<p><label for="{{id}}">{{label}}</label><select id="{{id}}" name="{{name}}"{{>act-field-state}}>
        {{#.}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/.}}
        </select></p>{{/choices}}
        {{#boxes}}<fieldset class="checks"><legend>{{label}}</legend>
        {{#.}}<label><input type="checkbox" name="{{name}}" value="{{value}}"{{#isChosen}}
        checked{{/isChosen}}> {{title}}</label> {{/.}}</fieldset>{{/boxes}}
        {{#describedBy}}<p class="hint" id="{{.}}">{{#hint}}{{.}} {{/hint}}{{#faults}}<strong
        class="outside">{{.}}</strong> {{/faults}}</p>{{/describedBy}}
        """#)

    static let state = Template(
        "act-field-state",
        #"""
        {{#required}} required{{/required}}{{#isWrong}} aria-invalid="true"{{/isWrong}}{{#describedBy}}
        aria-describedby="{{.}}"{{/describedBy}}
        """#)
}

extension Choice {
    func chosen(_ isChosen: Bool) -> Choice { Choice(value, title, isChosen: isChosen) }
}
