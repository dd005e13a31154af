import Hummingbird
import Register
import UseCases

/// Help: the manual's section of each page, who may do what, the words of the field, and the rule book as the decisions
/// cite it.
enum HelpPages {
    static let templates = [HelpPage.template, ManualPage.template, RightsPage.template, RulePage.template]

    static let endpoints = [
        Endpoint(.get, "/aide", .signedIn) { call in try call.page(HelpPage(try call.visit.actor.role), .help) },
        Endpoint(.get, "/aide/pages/:section", .signedIn) { call in
            guard let section = ManualSection.named(try call.part("section")),
                section.access.allows(try call.visit.actor.role)
            else { throw WebFault.notFound }
            return try call.page(ManualPage(section), .help)
        },
        Endpoint(.get, "/aide/droits", .signedIn) { call in
            try call.page(RightsPage(of: try call.visit.actor.role), .help)
        },
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

    struct Section: Sendable {
        let path: String
        let title: String
        let purpose: String
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
    /// Of the pages that the reader can open.
    let sections: [Section]
    let rules = RuleBook.entries.map { entry in
        Rule(
            path: "/aide/regles/\(entry.name)", summary: entry.text.summary,
            source: entry.sources.first.map { "\($0.text), \($0.place)" } ?? "")
    }
    let glossary =
        [
            Area(
                title: Catalogue.french.text("glossary", "words"),
                words: FrenchTexts.terms.map { Word(word: $0.word, meaning: $0.meaning) })
        ]
        + ["status", "evaluation", "report", "nonCompletion", "followUpCode"].map { area in
            let texts = Catalogue.french.areas[area]?.texts ?? [:]
            return Area(
                title: Catalogue.french.text("glossary", area),
                words: texts.sorted { $0.key < $1.key }.map {
                    Word(word: $0.key, meaning: meaning($0.value, of: $0.key))
                })
        }

    /// `A – conforme` says of A that it is `conforme`.
    private static func meaning(_ text: String, of code: String) -> String {
        let prefix = "\(code) – "
        return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    }

    init(_ role: Role) {
        sections = FrenchTexts.manual.filter { $0.access.allows(role) }
            .map { Section(path: $0.path, title: $0.title, purpose: $0.purpose) }
    }

    static let template = Template(
        "help",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p><a href="/aide/droits">{{t.help.rightsLink}}</a></p>
        <h2>{{t.help.pages}}</h2>
        <dl class="terms">{{#page.sections}}<dt><a href="{{path}}">{{title}}</a></dt><dd>{{purpose}}</dd>
        {{/page.sections}}</dl>
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
