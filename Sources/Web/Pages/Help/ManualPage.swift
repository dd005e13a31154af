import Register
import UseCases

/// The manual's section of one page.
struct ManualPage: PageModel {
    let title: String
    let purpose: String
    let steps: [String]
    let notes: [String]

    init(_ section: ManualSection) {
        (title, purpose) = (section.title, section.purpose)
        (steps, notes) = (section.steps, section.notes)
    }

    static let template = Template(
        "manual",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="/aide">{{t.help.back}}</a></p>
        <h1>{{title}}</h1>
        <p>{{page.purpose}}</p>
        <h2>{{t.help.steps}}</h2>
        <ul>{{#page.steps}}<li>{{.}}</li>{{/page.steps}}</ul>
        <h2>{{t.help.notes}}</h2>
        <ul>{{#page.notes}}<li>{{.}}</li>{{/page.notes}}</ul>
        {{/main}}{{/layout}}
        """#)
}

/// The policy table for people: each act, who may do it, and whether the reader is one of them.
struct RightsPage: PageModel {
    struct Line: Sendable {
        let act: String
        let who: String
        let you: String
    }

    let title = Catalogue.french.text("help", "rights")
    let lines: [Line]

    init(of role: Role) {
        let texts = Catalogue.french
        lines = Intention.allCases.map { intention in
            let roles = Role.allCases.filter { Policy.allows(intention, to: $0) }
            let words = IntentionWords.of(intention)
            return Line(
                act: words.prefix(1).uppercased() + words.dropFirst(),
                who: roles.isEmpty
                    ? texts.text("help", "nobody")
                    : roles.count == Role.allCases.count
                        ? texts.text("help", "everybody") : roles.map { RoleWords.french($0) }.joined(separator: ", "),
                you: texts.text("help", roles.contains(role) ? "yes" : "no"))
        }
    }

    static let template = Template(
        "rights",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="/aide">{{t.help.back}}</a></p>
        <h1>{{title}}</h1>
        <p>{{t.help.rightsHint}}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.help.act}}</th><th scope="col">{{t.help.you}}</th><th
        scope="col">{{t.help.who}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row">{{act}}</th><td>{{you}}</td><td>{{who}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        {{/main}}{{/layout}}
        """#)
}
